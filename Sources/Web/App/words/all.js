import { common } from "./common.js";
import { jobs } from "./jobs.js";
import { job } from "./job.js";
import { board } from "./board.js";
import { captions } from "./captions.js";
import { film } from "./film.js";
import { batch } from "./batch.js";
import { imports } from "./import.js";
import { library } from "./library.js";
import { newFilm } from "./new.js";
import { help } from "./help.js";
import { settings } from "./settings.js";
import { system } from "./system.js";

export const words = {
  ...common,
  ...jobs,
  ...job,
  ...board,
  ...captions,
  ...film,
  ...batch,
  ...imports,
  ...library,
  ...newFilm,
  ...system,
  ...settings,
  ...help,
};
