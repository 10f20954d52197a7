// The music under the voice: as the account says, none, composed, or a file.
import { ref } from "../../lib/vue.js";
import { takesWord } from "../../lib/contract.js";
import { setChoice } from "../../lib/film.js";
import { fileOf } from "../../lib/files.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { SelectField } from "../fields.js";
import { FileField } from "../filepicker.js";
import { followWord } from "./choice.js";

const WORDS = ["none", "auto"];

export function musicWord(value) {
  if (!value) return t("film.music.none");
  return WORDS.includes(value) ? t(`film.music.${value}`) : fileOf(value).name;
}

export const MusicField = {
  props: ["extra", "inherit", "faults"],
  setup(props) {
    const isChoosing = ref(false);
    function choose(value) {
      isChoosing.value = value === "file";
      setChoice(props.extra, "bgm", value === "file" ? "" : value);
    }
    return () => {
      const given = props.extra.bgm ?? "";
      const isFile = isChoosing.value || (given !== "" && !WORDS.includes(given));
      const words = WORDS.filter((word) => given === word || takesWord("bgm", word));
      const options = [
        { value: "", label: followWord("bgm", props.inherit("bgm"), (_, value) => musicWord(value)) },
        ...words.map((word) => ({ value: word, label: t(`film.music.${word}`) })), { value: "file",
          label: t("film.music.file") },
      ];
      const fault = props.faults?.["extra.bgm"];
      return html`<div class="stack"><${SelectField} label=${t("film.music")} options=${options}
        modelValue=${isFile ? "file" : given}
          error=${isFile ? undefined : fault} @update:modelValue=${choose} />
        ${isFile && html`<${FileField} typ="music" label=${t("file.pick.music")} modelValue=${given} error=${fault}
          @update:modelValue=${(key) => setChoice(props.extra, "bgm", key)} />`}</div>`;
    };
  },
};
