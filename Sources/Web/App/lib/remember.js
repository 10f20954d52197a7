// Small choices that outlive the page. A browser that keeps nothing loses them and nothing else.

export function remembered(name, allowed) {
  try {
    const value = localStorage.getItem(`batchvideo.${name}`);
    return value !== null && (!allowed || allowed.includes(value)) ? value : null;
  } catch {
    return null;
  }
}

export function remember(name, value) {
  try {
    if (value === null) localStorage.removeItem(`batchvideo.${name}`);
    else localStorage.setItem(`batchvideo.${name}`, value);
  } catch {
    // Private windows may refuse; the choice holds until the page is closed.
  }
}

export function rememberedJSON(name, fallback) {
  try {
    return JSON.parse(remembered(name)) ?? fallback;
  } catch {
    return fallback;
  }
}
