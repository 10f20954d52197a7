// Light, dark, or as the system says.
import { ref, watchEffect } from "./vue.js";
import { remembered, remember } from "./remember.js";

export const themes = ["auto", "light", "dark"];
export const theme = ref(remembered("theme", themes) ?? "auto");

watchEffect(() => {
  if (theme.value === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme.value;
});

export function setTheme(value) {
  theme.value = value;
  remember("theme", value);
}
