import { common } from "./common.js";
import { jobs } from "./jobs.js";

export const words = { ...common, ...jobs };
