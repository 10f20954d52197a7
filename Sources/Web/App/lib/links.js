// Signed links hold for an hour. One that is still good is kept: a new one is another address, to be loaded anew.

const RESERVE = 10 * 60;

/** Seconds that a signed link is still good for; Infinity when it says nothing of it. */
export function secondsLeft(link, now = Date.now()) {
  const expires = /[?&]expires=(\d+)/.exec(link ?? "")?.[1];
  return expires ? Number(expires) - now / 1000 : Infinity;
}

/** The old link when it is of the same file and still good for a while, else the new one. */
export function keptLink(old, fresh, now = Date.now()) {
  const isSame = old && fresh && keyOf(old) === keyOf(fresh);
  return isSame && secondsLeft(old, now) > RESERVE ? old : fresh;
}

function keyOf(link) {
  return /[?&]key=([^&]*)/.exec(link)?.[1] ?? link;
}

/** The same link, for saving instead of showing. */
export function downloadLink(link) {
  return `${link}${link.includes("?") ? "&" : "?"}download=true`;
}
