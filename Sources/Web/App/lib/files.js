// Uploads: what they may be, where they are shown from, and sending them.
import { reactive } from "./vue.js";
import { api, upload } from "./api.js";

const PICTURES = "image/jpeg,image/png,image/gif,image/webp";
const SOUNDS = ".wav,.mp3,.m4a,.flac,audio/wav,audio/mpeg,audio/mp4,audio/flac";
const VIDEOS = ".mp4,.mov,.avi,.mkv,video/mp4,video/quicktime,video/x-matroska";
/** What a file dialog offers, by what the upload is for. */
export const ACCEPTS = {
  logo: PICTURES, cover: PICTURES, voice: SOUNDS, music: SOUNDS, media: `${PICTURES},${VIDEOS}`, human: VIDEOS,
};

/** "picture", "video", "sound" or "file", from a media type or the end of a key. */
export function mediaKind({ content_type: type = "", key = "", uploadkey = key }) {
  const end = uploadkey.split(".").pop().toLowerCase();
  if (type.startsWith("image/") || ["jpg", "jpeg", "png", "gif", "webp"].includes(end)) return "picture";
  if (type.startsWith("video/") || ["mp4", "mov", "avi", "mkv"].includes(end)) return "video";
  if (type.startsWith("audio/") || ["wav", "mp3", "m4a", "flac"].includes(end)) return "sound";
  return "file";
}

const known = reactive(new Map());

/** Remembers a file that the server told of. */
export function keepFile(file) {
  known.set(file.uploadkey, file);
  return file;
}

/** What is known of a key: `{ uploadkey, name, url }`; its link is asked for the first time. `url` is "" until then. */
export function fileOf(key) {
  if (!key) return null;
  if (!known.has(key)) {
    known.set(key, { uploadkey: key, name: key.split("/").pop(), url: "" });
    api.get("/utils/files", { uploadkey: key })
      .then(({ url }) => known.set(key, { ...known.get(key), url }))
      .catch((error) => known.set(key, { ...known.get(key), isGone: error.status === 404 }));
  }
  return known.get(key);
}

export async function sendFile(file, typ, options) {
  return keepFile(await upload("/utils/upload", file, { ...options, query: { typ } }));
}

/** Milliseconds of a sound or film, as the browser reads it; null when it cannot. */
export function lengthOf(file) {
  return new Promise((resolve) => {
    const element = document.createElement(file.type.startsWith("video/") ? "video" : "audio");
    const address = URL.createObjectURL(file);
    const tell = (value) => { URL.revokeObjectURL(address); resolve(value); };
    element.preload = "metadata";
    element.onloadedmetadata = () => tell(Number.isFinite(element.duration) ? Math.round(element.duration * 1000)
      : null);
    element.onerror = () => tell(null);
    element.src = address;
  });
}
