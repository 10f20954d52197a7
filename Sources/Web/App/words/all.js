import { common } from "./common.js";
import { jobs } from "./jobs.js";
import { film } from "./film.js";
import { newFilm } from "./new.js";

export const words = { ...common, ...jobs, ...film, ...newFilm };
