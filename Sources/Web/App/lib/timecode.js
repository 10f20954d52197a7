// Times of a film as people write them: "1:05.250".

/** "1:05.250", "1:02:09.000". */
export function timecode(ms) {
  const whole = Math.max(0, Math.round(ms));
  const pad = (value, width = 2) => String(value).padStart(width, "0");
  const [hours, minutes] = [Math.floor(whole / 3_600_000), Math.floor(whole / 60_000) % 60];
  const tail = `${pad(Math.floor(whole / 1000) % 60)}.${pad(whole % 1000, 3)}`;
  return hours > 0 ? `${hours}:${pad(minutes)}:${tail}` : `${minutes}:${tail}`;
}

/** Milliseconds of "1:05.25", "65.25", "1:02:09,5" or the same in full-width signs; null for anything else. */
export function readTimecode(text) {
  const plain = text.normalize("NFKC").trim().replace(",", ".");
  const found = /^(?:(?:(\d{1,2}):)?(\d{1,3}):)?(\d{1,5})(?:\.(\d{1,6}))?$/.exec(plain);
  if (!found) return null;
  const [, hours = "0", minutes = "0", seconds, part = "0"] = found;
  if (found[2] !== undefined && Number(seconds) > 59) return null;
  if (found[1] !== undefined && Number(minutes) > 59) return null;
  const ms = Math.round(Number(`0.${part}`) * 1000);
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + ms;
}
