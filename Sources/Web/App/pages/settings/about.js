// What this program is, and whose work is in it.
import { api } from "../../lib/api.js";
import { html } from "../../lib/html.js";
import { t } from "../../lib/i18n.js";
import { useResource } from "../../lib/resource.js";

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation \
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, \
merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to \
do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF \
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR \
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH \
THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

export const AboutTab = {
  setup() {
    const health = useResource((signal) => api.get("/health", {}, { signal }));
    return () => html`<section class="card stack narrow"><div class="row"><img src="/icon.svg" alt="" width="44"
      height="44" />
        <div><h2>BatchVideo</h2><p class="quiet">
          ${health.data ? t("settings.about.version", { version: health.data.version }) : "…"}</p></div></div>
      <p>${t("porch.claim")}</p><p><a href="/docs" target="_blank">${t("help.api.docs")}</a></p>
      <h3>${t("settings.about.others")}</h3>
      <article class="licence"><h4>Vue.js · MIT</h4>
        <p lang="en">Copyright (c) 2018-present, Yuxi (Evan) You and Vue contributors</p>
        <pre lang="en" tabindex="0" aria-label="MIT License">${MIT}</pre></article></section>`;
  },
};
