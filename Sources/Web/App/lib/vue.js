// The one place that names Vue's file. `scripts/setup` brings it; the hash is the beginning of its SHA-256.
export {
  computed, createApp, h, Fragment, nextTick, onBeforeUnmount, onMounted, reactive, readonly, ref, shallowReactive,
  shallowRef, Teleport, toRaw, watch, watchEffect,
} from "/vendor/vue.f1dfbe4ca6bdc0f8.js";
