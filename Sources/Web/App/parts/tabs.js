// Tabs that are pages: each has its own address.
import { onMounted, ref, watch } from "../lib/vue.js";
import { html } from "../lib/html.js";

/** `tabs`: [{ name, label }]; `base`: "/library". On a narrow screen the one that is shown comes into sight. */
export const Tabs = {
  props: ["tabs", "base", "now", "label"],
  setup(props) {
    const bar = ref(null);
    const show = () => bar.value?.querySelector("[aria-current]")?.scrollIntoView({ inline: "center",
      block: "nearest" });
    onMounted(show);
    watch(() => props.now, show, { flush: "post" });
    return () => html`<nav ref=${bar} class="tabs" aria-label=${props.label}>
      ${props.tabs.map((tab) => html`<a key=${tab.name}
      href=${`${props.base}/${tab.name}`} aria-current=${tab.name === props.now ? "page" : undefined}>${tab.label}
        </a>`)}</nav>`;
  },
};
