// What a browser is called, from what it says of itself. Order matters: Edge says Chrome, Chrome says Safari.
const BROWSERS = [
  ["Edge", /Edg\w*\/(\d+)/], ["Opera", /OPR\/(\d+)/], ["Firefox", /Firefox\/(\d+)/],
  ["WeChat", /MicroMessenger\/(\d+)/], ["Chrome", /(?:Headless)?Chrome\/(\d+)/], ["Safari", /Version\/(\d+).*Safari/],
];
const SYSTEMS = [
  ["Android", /Android/], ["iPhone", /iPhone/], ["iPad", /iPad/], ["HarmonyOS", /HarmonyOS/], ["Windows", /Windows/],
  ["macOS", /Mac OS X/], ["ChromeOS", /CrOS/], ["Linux", /Linux/],
];

/** "Firefox 140 · Windows"; of other programs the first word, "curl/8.5"; null when it says nothing. */
export function agentName(agent) {
  const text = (agent ?? "").trim();
  if (!text) return null;
  const browser = BROWSERS.map(([name, pattern]) => [name, pattern.exec(text)?.[1]]).find(([, version]) => version);
  if (!browser) return text.split(/\s/)[0].slice(0, 40);
  const system = SYSTEMS.find(([, pattern]) => pattern.test(text));
  return `${browser[0]} ${browser[1]}${system ? ` · ${system[0]}` : ""}`;
}
