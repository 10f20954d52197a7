// New pictures for one shot: how many, from which prompt and seed, standing or moving.
import { reactive, ref } from "../../../lib/vue.js";
import { html } from "../../../lib/html.js";
import { t, tn } from "../../../lib/i18n.js";
import { Dialog } from "../../../parts/dialog.js";
import { CheckField, SliderField, TextField } from "../../../parts/fields.js";
import { tell } from "../../../parts/tell.js";

const LARGEST_SEED = 2 ** 53 - 1;
/** What was wanted last is wanted again, most likely. */
const habit = { count: 3, moving: false };

export const RegenerateDialog = {
  props: ["board", "shot"],
  emits: ["close"],
  setup(props, { emit }) {
    const form = reactive({ prompt: props.shot.prompt, seed: "", ...habit });
    const faults = ref({});
    const isBusy = ref(false);

    async function submit(event) {
      event?.preventDefault();
      const seed = form.seed.trim() === "" ? null : Number(form.seed.trim());
      if (seed !== null && !(Number.isInteger(seed) && seed >= 0 && seed <= LARGEST_SEED)) {
        faults.value = { seed: t("board.seed.fault") };
        return;
      }
      isBusy.value = true;
      Object.assign(habit, { count: form.count, moving: form.moving });
      try {
        await props.board.regenerate(props.shot, { prompt: form.prompt, count: form.count, seed, moving: form.moving });
        emit("close");
      } catch (error) {
        faults.value = { [error.field ?? "all"]: tell(error) };
      } finally {
        isBusy.value = false;
      }
    }

    return () => html`<${Dialog} title=${t("board.regenerate.title", { n: props.shot.index + 1 })}
      @close=${() => emit("close")}>${{
      default: () => html`<form id="regenerate" class="stack" @submit=${submit}>
        <${TextField} label=${t("board.prompt")} hint=${t("board.prompt.hint")} rows="4" maxlength="10000" autofocus
          error=${faults.value.prompt} modelValue=${form.prompt}
            @update:modelValue=${(value) => { form.prompt = value; }} />
        <${SliderField} label=${t("board.howMany")} min="1" max="8" step="1" error=${faults.value.count}
          modelValue=${form.count}
          @update:modelValue=${(value) => { form.count = value; }} />
        <${TextField} label=${t("board.seed")} hint=${t("board.seed.hint")} isOptional=${true} inputmode="numeric"
          autocomplete="off"
          error=${faults.value.seed} modelValue=${form.seed} @update:modelValue=${(value) => { form.seed = value; }} />
        <${CheckField} label=${t("board.moving")} hint=${t("board.moving.hint")} modelValue=${form.moving}
          @update:modelValue=${(value) => { form.moving = value; }} />
        ${faults.value.all && html`<p class="notice bad" role="alert">${faults.value.all}</p>`}</form>`,
      actions: () => html`<button class="button" @click=${() => emit("close")}>${t("action.cancel")}</button>
        <button class="button primary" form="regenerate" disabled=${isBusy.value}>
          ${tn("board.regenerate.go", form.count)}</button>`,
    }}</${Dialog}>`;
  },
};
