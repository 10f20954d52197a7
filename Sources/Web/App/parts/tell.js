// What is wrong, in the reader's language where we know the sentence.
import { hasWords, t, tn } from "../lib/i18n.js";
import { readReason } from "../lib/reasons.js";
import { explain } from "./states.js";

/** A sentence of the server's ("must not be empty"), or the same when we do not know it. */
export function tellReason(message) {
  const reason = readReason(message);
  return reason && hasWords(`reason.${reason.code}`) ? t(`reason.${reason.code}`, reason.values) : message;
}

/** Like `explain`, and understood: for fields, toasts and dialogs. */
export function tell(error) {
  if (error?.status === 429 && error.retryAfter > 0) return tn("form.wait", error.retryAfter);
  const isRefusal = error?.status >= 400 && error.status < 500 && error.status !== 401 && error.status !== 403;
  const known = isRefusal || error?.status === 503 ? readReason(error?.message) : null;
  return known ? tellReason(error.message) : explain(error);
}
