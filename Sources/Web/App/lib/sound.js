// One sound at a time: whoever starts one stops the other.
import { reactive } from "./vue.js";

/** Which sound it is, and whether it is "off", "loading" or "playing". */
export const sound = reactive({ id: null, state: "off" });

let player = null;
let address = null;
let stopLoading = null;

export function stopSound() {
  stopLoading?.abort();
  player?.pause();
  if (address) URL.revokeObjectURL(address);
  stopLoading = player = address = null;
  Object.assign(sound, { id: null, state: "off" });
}

/**
 * Plays what `load(signal)` gives, an address or a Blob; stops it when it is playing already. Throws what `load`
 * throws, and an error when the browser cannot play it.
 */
export async function toggleSound(id, load) {
  const isOn = sound.id === id;
  stopSound();
  if (isOn) return;
  const control = new AbortController();
  stopLoading = control;
  Object.assign(sound, { id, state: "loading" });
  try {
    const given = await load(control.signal);
    if (control.signal.aborted) return;
    address = given instanceof Blob ? URL.createObjectURL(given) : null;
    player = new Audio(address ?? given);
    player.onended = stopSound;
    await player.play();
    if (!control.signal.aborted) sound.state = "playing";
  } catch (error) {
    if (control.signal.aborted) return;
    stopSound();
    throw error;
  }
}
