// What a text says about itself: how long it is, what it could be called, where one text ends and the next begins.

const IDEOGRAPHIC = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/gu;
/**
 * Characters of Chinese and words of others that the embedded voices say in a second at speed 1, as the server
 * counts.
 */
const PER_SECOND = { ideographic: 4.1, other: 2.45 };

export const LONGEST = { title: 255, content: 10_000, description: 10_000, publish_title: 200 };

/** Unicode scalars, by which the server limits texts. */
export function scalars(text) {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/** What people count: everything but white space. */
export function characters(text) {
  return scalars(text.replace(/\s+/gu, ""));
}

export function isIdeographic(text) {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const signs = text.match(IDEOGRAPHIC)?.length ?? 0;
  // A Chinese text with English names has more Latin letters than one thinks.
  return signs > 0 && signs * 4 >= letters;
}

/** About how long it takes to say, in milliseconds. */
export function spokenMs(text, speed = 1) {
  const wide = isIdeographic(text);
  const units = wide ? scalars(text.replace(/[\s\p{P}]+/gu, "")) : text.split(/\s+/u).filter(Boolean).length;
  return Math.round((units / PER_SECOND[wide ? "ideographic" : "other"] / (speed || 1)) * 1000);
}

/** The first sentence, at most `most` characters: what a voice is tried out with. */
export function firstSentence(text, most = 120) {
  const plain = text.replace(/^[#>*\s-]+/u, "").trim();
  const found = /^[\s\S]*?(?:[。！？!?…]+[”’"』」]?|\.(?=\s|$)|\n|$)/u.exec(plain)?.[0].trim() ?? "";
  return [...found].slice(0, most).join("");
}

/** A title from the first words of a text: its first clause, whole words, without marks around it. */
export function suggestTitle(text, most = isIdeographic(text) ? 20 : 60) {
  const sentence = firstSentence(text, 400).replace(/[\s。！？!?….，,、;；:：]+$/u, "");
  const clause = /^[^，,、;；:：。！？!?]{4,}/u.exec(sentence)?.[0] ?? sentence;
  const whole = scalars(sentence) <= most ? sentence : clause;
  let cut = [...whole].slice(0, most).join("");
  if (/\S/.test(whole[cut.length] ?? " ") && !isIdeographic(cut)) cut = cut.replace(/\s+\S*$/u, "");
  return cut.replace(/^["'“‘「『《]+|["'”’」』》]+$/gu, "").trim();
}

/** Whether a line reads as a heading: short, and not a sentence. */
export function isHeading(line) {
  const text = line.trim();
  return text !== "" && scalars(text) <= 60 && !/[。.!！?？；;，,：:…]["'”’」』]?$/u.test(text);
}

/**
 * Texts that were pasted together. `by`: "gap" for two empty lines or a line of `---`, "blank" for one empty line
 * too, "line" for each line.
 */
export function splitTexts(text, by = "gap") {
  const plain = text.replace(/\r\n?/g, "\n").replace(/[ \t\u3000]+(?=\n|$)/g, "");
  const border = { gap: /\n[-—–=]{3,}(?=\n|$)|\n{3,}/, blank: /\n[-—–=]{3,}(?=\n|$)|\n{2,}/, line: /\n+/ }[by];
  return `\n${plain}`.split(border).map((each) => each.trim()).filter(Boolean);
}

/** `[{ title, content }]`; `titles`: "first" takes the first line where it is a heading, "auto" none. */
export function textsToRows(texts, titles = "first") {
  return texts.map((text) => {
    const [first, ...rest] = text.split("\n");
    const body = rest.join("\n").trim();
    const hasTitle = titles === "first" && body !== "" && isHeading(first);
    return hasTitle ? { title: first.replace(/^#+\s*/, "").trim(), content: body } : { title: suggestTitle(text),
      content: text };
  });
}
