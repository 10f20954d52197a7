import { common } from "./common.js";
import { jobs } from "./jobs.js";
import { job } from "./job.js";
import { board } from "./board.js";
import { captions } from "./captions.js";

export const words = {
  ...common,
  ...jobs,
  ...job,
  ...board,
  ...captions,
};
