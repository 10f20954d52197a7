// What is wrong, in the reader's language.
import { bytes } from "../lib/format.js";
import { t } from "../lib/i18n.js";
import { readReason } from "../lib/reasons.js";

/** Words for what `readReason` gives. */
export function reasonWords({ code, values }) {
  return t(`reason.${code}`, values.bytes ? { ...values, size: bytes(Number(values.bytes)) } : values);
}

/** A sentence of the server's, as the reader would say it; the sentence itself when we do not know it. */
export function tellReason(message) {
  const reason = readReason(message);
  return reason ? reasonWords(reason) : message;
}
