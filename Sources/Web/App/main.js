import { createApp } from "./lib/vue.js";
import { App } from "./app.js";

createApp(App).mount("#app");
