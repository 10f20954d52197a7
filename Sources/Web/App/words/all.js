import { common } from "./common.js";
import { jobs } from "./jobs.js";
import { film } from "./film.js";
import { batch } from "./batch.js";
import { imports } from "./import.js";
import { library } from "./library.js";
import { newFilm } from "./new.js";
import { help } from "./help.js";
import { settings } from "./settings.js";
import { system } from "./system.js";

export const words = { ...common, ...jobs, ...film, ...batch, ...imports, ...library, ...newFilm, ...system, ...settings, ...help };
