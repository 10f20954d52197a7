// What happens on the server, as it happens. Server-sent events, one connection for all tabs of a browser: the tab that
// holds the lock listens and tells the others. Browsers open only six connections to a server over HTTP/1.1.
import { reactive } from "./vue.js";

const KINDS = [
  "job.created", "job.updated", "job.deleted", "batch.created", "shots.changed", "execution.waiting",
  "execution.started", "execution.progress", "execution.retrying", "execution.succeeded", "execution.failed",
  "execution.cancelled", "execution.skipped", "execution.log",
];
const CHANNEL = "batchvideo-live";

/** `state`: "off", "connecting", "live" or "lost"; `since`: when it became so. */
export const live = reactive({ state: "off", since: Date.now() });

const listeners = new Set();
let source = null;
let channel = null;
let release = null;
let last = 0;

/**
 * Hears every event `{id, kind, job_id, execution_id, batch_id, at, data}`, and `{kind: "hello"}` whenever a connection was
 * made: what is shown must then be loaded anew, since events alone are never the whole truth. Returns a function that ends it.
 */
export function onEvent(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function startLive() {
  if (channel) return;
  channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }) => ("state" in data ? become(data.state) : give(data.event));
  become("connecting");
  // Without a secure context there are no locks: then each tab listens for itself.
  if (!navigator.locks) return listen();
  navigator.locks.request(CHANNEL, () => new Promise((resolve) => { release = resolve; listen(); })).catch(() => {});
  // A follower asks the leader where things stand.
  channel.postMessage({ event: { kind: "who" } });
}

export function stopLive() {
  source?.close();
  channel?.close();
  release?.();
  source = channel = release = null;
  become("off");
}

function listen() {
  source?.close();
  source = new EventSource(`/api/events${last ? `?last_event_id=${last}` : ""}`);
  source.addEventListener("hello", () => { tell("live"); publish({ kind: "hello" }); });
  for (const kind of KINDS) {
    source.addEventListener(kind, (message) => {
      last = Number(message.lastEventId) || last;
      publish(JSON.parse(message.data));
    });
  }
  source.onerror = () => {
    tell("lost");
    // The browser tries again by itself, unless the server refused.
    if (source?.readyState === EventSource.CLOSED) setTimeout(() => channel && listen(), 3000);
  };
}

function tell(state) {
  become(state);
  channel?.postMessage({ state });
}

function publish(event) {
  channel?.postMessage({ event });
  give(event);
}

function give(event) {
  if (event.kind === "who") return source && channel.postMessage({ state: live.state });
  for (const listener of listeners) listener(event);
}

function become(state) {
  if (live.state === state) return;
  live.state = state;
  live.since = Date.now();
}
