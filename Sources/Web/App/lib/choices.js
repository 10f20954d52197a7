// What a film can be like: the values that `extra` takes, in the order in which they are shown. Words:
// `choice.NAME.VALUE`.

export const CHOICES = {
  captions: ["outline", "box", "karaoke", "none"],
  caption_position: ["bottom", "middle", "top"],
  motion: ["auto", "zoom", "pan", "parallax", "none"],
  fit: ["fill", "blur"],
  quality: ["draft", "standard", "high"],
  cover: ["file", "first-frame", "attached"],
  cover_style: ["elegant", "classic"],
  ai_label: ["metadata", "opening", "always", "none"],
  mix_by: ["shots", "time"],
  h2v_geometry: ["phone", "classic"],
};

/** What a film is like that says nothing, nor its topic nor its account. */
export const STANDARD = {
  mix: 30, mix_by: "shots", captions: "outline", caption_position: "bottom", motion: "auto", fit: "fill",
    quality: "standard",
  cover: "file", cover_style: "elegant", ai_label: "metadata", transitions: "auto", footage_rest_days: 30,
    h2v_geometry: "phone",
};

export const SOURCES = ["own", "animated", "generated", "library", "loop"];

/** What libraries are asked for; they understand English words, and whatever else is typed. */
export const KINDS = ["scenery", "animals", "city", "people", "food", "sea", "sky", "plants", "technology", "sports"];

export const RESOLUTIONS = {
  landscape: ["1080p", "720p", "square"],
  portrait: ["9:16", "720x1280", "4:5"],
};

export const CORNERS = ["top-left", "top-right", "bottom-left", "bottom-right"];

/** Transitions by what they look like. */
export const TRANSITIONS = {
  soft: ["fade", "dissolve", "fadeblack", "fadewhite", "hblur", "pixelize", "zoomin"],
  wipe: ["wipeleft", "wiperight", "wipeup", "wipedown", "smoothleft", "smoothright", "smoothup", "smoothdown",
    "wipetl", "wipetr",
    "wipebl", "wipebr", "diagtl", "diagtr", "diagbl", "diagbr"],
  move: ["slideleft", "slideright", "slideup", "slidedown", "coverleft", "coverright", "coverup", "coverdown",
    "revealleft",
    "revealright", "revealup", "revealdown"],
  shape: ["circleopen", "circleclose", "horzopen", "horzclose", "vertopen", "vertclose", "hlslice", "hrslice",
    "vuslice",
    "vdslice", "radial"],
  hard: ["cut"],
};
export const TRANSITION_NAMES = Object.values(TRANSITIONS).flat();

/** Transitions of a value that may be one name, names with commas, or a list. */
export function transitionList(value) {
  if (Array.isArray(value)) return value;
  return (value ?? "").split(/[,，、]/).map((name) => name.trim()).filter(Boolean);
}
