// Voices that a language row may name, and what they are called.
import { reactive } from "./vue.js";
import { api } from "./api.js";
import { rows } from "./catalog.js";
import { language, t } from "./i18n.js";
import { isIdeographic } from "./texts.js";

const state = reactive({ voices: null });
let coming = null;

/** The server's catalogue of voices; loads it the first time. */
export function voices() {
  if (state.voices === null) {
    coming ??= api.get("/languages/catalog").then(({ items }) => { state.voices = items; }).catch(() => { coming = null; });
  }
  return state.voices ?? [];
}

export const voiceByID = (id) => voices().find((voice) => voice.id === id);

/** "Chinese (China)" for "zh-CN", as the reader's language calls it. */
export function languageName(tag) {
  try {
    return new Intl.DisplayNames(language.value === "zh" ? "zh-CN" : "en-GB", { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "Chinese (China), female". */
export function voiceName(voice) {
  const gender = ["female", "male"].includes(voice.gender) ? t(`voice.${voice.gender}`) : "";
  return gender ? t("voice.name", { language: languageName(voice.language), gender }) : languageName(voice.language);
}

/** What a language row is called, and the voice it names, if it is one of the catalogue's. */
export function describe(row) {
  const voice = voiceByID(row.name);
  return { name: row.language_name || (voice ? voiceName(voice) : languageName(row.name)), voice, tag: voice?.language
    ?? row.name };
}

export const languageRow = (id) => rows("languages").find((row) => row.id === id);

/** What to say in a language when there is no text yet. */
const HELLO = {
  zh: "你好，欢迎收听。这是一段试听。", yue: "你好，歡迎收聽。呢段係試聽。", en: "Hello, and welcome. This is how I sound.",
  ja: "こんにちは。これは試聴です。", ko: "안녕하세요. 미리 듣기입니다.", es: "Hola y bienvenidos. Así suena mi voz.",
  fr: "Bonjour et bienvenue. Voici ma voix.", de: "Hallo und willkommen. So klinge ich.",
    pt: "Olá e bem-vindos. Esta é a minha voz.",
  it: "Ciao e benvenuti. Questa è la mia voce.", ru: "Здравствуйте. Так звучит мой голос.",
    vi: "Xin chào. Đây là giọng của tôi.",
  id: "Halo, selamat datang. Beginilah suara saya.", tr: "Merhaba, hoş geldiniz. Sesim böyle.",
    ar: "مرحبا بكم. هذا صوتي.",
  hi: "नमस्ते, आपका स्वागत है। यह मेरी आवाज़ है।", nl: "Hallo en welkom. Zo klink ik.",
    pl: "Witam. Tak brzmi mój głos.",
};

/** A sentence that a voice of the language `tag` can say: of the text, when it is in that language's writing. */
export function sampleText(sentence, tag) {
  const base = (tag ?? "").toLowerCase().split(/[-_]/)[0];
  if (!base) return sentence || HELLO[language.value];
  const isWide = ["zh", "yue", "ja", "cmn"].includes(base);
  const fits = sentence && isWide === isIdeographic(sentence);
  return fits ? sentence : HELLO[base] ?? (sentence || HELLO.en);
}

/** A sentence as a Blob of sound. `voice`: of the catalogue; `voice_id`: an own one. */
export function speak({ text, voice = "", tag = "", speed = 1, voice_id = 0 }, signal) {
  const body = { text: [...text].slice(0, 300).join(""), voice, language: tag, speed, ...(voice_id ? { voice_id }
    : {}) };
  return api.post("/utils/speak", body, { signal });
}
