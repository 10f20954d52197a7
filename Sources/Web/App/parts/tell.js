import { tn } from "../lib/i18n.js";
import { explain } from "./states.js";

/** Like `explain`, with the time to wait: for fields, toasts and dialogs, which have no countdown. */
export function tell(error) {
  return error?.status === 429 && error.retryAfter > 0 ? tn("form.wait", error.retryAfter) : explain(error);
}
