// Who is logged in.
import { reactive } from "./vue.js";
import { api, onRefusal } from "./api.js";
import { startLive, stopLive } from "./live.js";
import { go, route } from "./router.js";

/** How often a page that is open asks whether it still is: the server renews its cookie then. */
const ASK_EVERY = 10 * 60_000;

/** `isKnown` is false until the server was asked. */
export const session = reactive({ user: null, isKnown: false });

export async function openSession() {
  try {
    const { user } = await api.get("/auth/session");
    if (user) enter(user);
  } finally {
    session.isKnown = true;
  }
}

export async function logIn(username, password) {
  await api.post("/auth/login", { username, password });
  enter(await api.get("/auth/users/me"));
}

export async function register(username, password) {
  await api.post("/auth/register", { username, password });
  await logIn(username, password);
}

export async function logOut() {
  await api.post("/auth/logout").catch(() => {});
  leave();
  go("/login", { replace: true });
}

let asking;

function enter(user) {
  session.user = user;
  startLive();
  clearInterval(asking);
  asking = setInterval(() => { api.get("/auth/session").catch(() => {}); }, ASK_EVERY);
}

function leave() {
  session.user = null;
  clearInterval(asking);
  stopLive();
}

// A session that ended elsewhere: back to the login, and then to where one was.
onRefusal((error) => {
  if (error.status !== 401 || !session.user) return;
  leave();
  go(`/login?next=${encodeURIComponent(route.path + location.search)}`, { replace: true });
});
