// `html` turns a tagged template into Vue vnodes without compiling code, so that `script-src 'self'` and Trusted Types
// hold. A template is parsed once for each place where it is written; rendering only fills in values.
//
//   html`<button class="primary" @click=${save} ...${rest}>${label}</button>`
//   html`<${ShotCard} shot=${shot} />`
//
// Attribute values are either plain text or one whole ${value}. `@name` listens, `...${object}` spreads. A child that is
// false, null or undefined shows nothing. A component with one child that is an object of functions gets it as slots.
import { h } from "./vue.js";

const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const parsed = new WeakMap();

export class TemplateError extends Error {}

/** The vnodes of a template: one vnode, or an array when it has several roots. */
export function html(strings, ...values) {
  let tree = parsed.get(strings);
  if (!tree) parsed.set(strings, (tree = parse(strings)));
  const nodes = children(tree, values);
  return nodes.length === 1 ? nodes[0] : nodes;
}

function children(nodes, values) {
  const out = [];
  for (const node of nodes) {
    const made = typeof node === "string" ? node : "slot" in node ? values[node.slot] : element(node, values);
    if (made !== false && made !== null && made !== undefined && made !== true) out.push(made);
  }
  return out;
}

function element(node, values) {
  const props = {};
  for (const [name, value] of node.attributes) {
    const filled = typeof value === "object" ? values[value.slot] : value;
    if (name === "...") Object.assign(props, filled);
    else props[name] = filled;
  }
  const tag = typeof node.tag === "object" ? values[node.tag.slot] : node.tag;
  const inner = children(node.children, values);
  if (typeof tag === "string") return h(tag, props, inner.flat());
  if (inner.length === 0) return h(tag, props);
  const only = inner.length === 1 ? inner[0] : undefined;
  const isSlots = only && typeof only === "object" && !Array.isArray(only) && !only.__v_isVNode;
  return h(tag, props, isSlots ? only : { default: () => inner });
}

// ---- Parsing: a small state machine over the texts between the values.

function parse(strings) {
  const parser = new Parser();
  strings.forEach((text, index) => {
    parser.text(text);
    if (index < strings.length - 1) parser.value(index);
  });
  return parser.end();
}

class Parser {
  root = { children: [] };
  stack = [this.root];
  state = "content";
  buffer = "";
  node = null;
  attribute = null;
  quote = "";

  get top() { return this.stack[this.stack.length - 1]; }

  text(text) {
    for (let at = 0; at < text.length; at++) at += this[this.state](text[at], text[at + 1]) ?? 0;
  }

  // Each state takes a character and the next one, and says how many more it has used.

  content(c, next) {
    if (c !== "<") { this.buffer += c; return 0; }
    this.flushText();
    if (next === "/") { this.state = "closing"; return 1; }
    this.node = { tag: "", attributes: [], children: [] };
    this.state = "name";
    return 0;
  }

  closing(c) {
    if (c !== ">") { this.buffer += c; return; }
    const name = this.buffer.trim();
    this.buffer = "";
    if (this.stack.length === 1) throw new TemplateError(`</${name}> closes nothing`);
    const open = this.stack.pop();
    if (name && typeof open.tag === "string" && open.tag !== name) {
      throw new TemplateError(`</${name}> closes <${open.tag}>`);
    }
    this.state = "content";
  }

  name(c, next) {
    if (/[\s>/]/.test(c)) {
      if (this.node.tag === "") this.node.tag = this.buffer;
      this.buffer = "";
      this.state = "attributes";
      return this.attributes(c, next);
    }
    this.buffer += c;
  }

  attributes(c, next) {
    if (this.quote) {
      if (c === this.quote) this.flushAttribute(true);
      else this.buffer += c;
    } else if (c === "=") {
      this.attribute = this.buffer.trim();
      this.buffer = "";
      if (next === '"' || next === "'") { this.quote = next; return 1; }
    } else if (/\s/.test(c)) {
      this.flushAttribute();
    } else if (c === ">") {
      this.flushAttribute();
      this.open(false);
    } else if (c === "/" && next === ">") {
      this.flushAttribute();
      this.open(true);
      return 1;
    } else {
      this.buffer += c;
    }
    return 0;
  }

  value(slot) {
    if (this.state === "content") {
      this.flushText();
      this.top.children.push({ slot });
    } else if (this.state === "name" && this.buffer === "") {
      this.node.tag = { slot };
    } else if (this.state === "closing" && this.buffer === "") {
      this.buffer = "";
    } else if (this.state === "attributes" && this.buffer === "...") {
      this.node.attributes.push(["...", { slot }]);
      this.buffer = "";
    } else if (this.state === "attributes" && this.attribute !== null && !this.quote && this.buffer === "") {
      this.node.attributes.push([property(this.attribute), { slot }]);
      this.attribute = null;
    } else {
      throw new TemplateError("put the whole value of an attribute into ${}: name=${`a ${b}`}");
    }
  }

  flushText() {
    // A line break and its indentation are no text; spaces within a line are.
    const text = this.buffer.replace(/\s*\n\s*/g, "\n").replace(/^\n|\n$/g, "").replace(/\n/g, " ");
    if (text) this.top.children.push(text);
    this.buffer = "";
  }

  flushAttribute(isQuoted = false) {
    if (this.attribute !== null) {
      this.node.attributes.push([property(this.attribute), this.buffer]);
    } else if (this.buffer) {
      this.node.attributes.push([property(this.buffer), true]);
    } else if (isQuoted) {
      throw new TemplateError("a quoted text without a name");
    }
    this.attribute = null;
    this.buffer = "";
    this.quote = "";
  }

  open(isClosed) {
    this.top.children.push(this.node);
    if (!isClosed && !VOID.has(this.node.tag)) this.stack.push(this.node);
    this.state = "content";
  }

  end() {
    if (this.state !== "content") throw new TemplateError("a tag is not finished");
    this.flushText();
    if (this.stack.length > 1) throw new TemplateError(`<${String(this.top.tag?.slot ?? this.top.tag)}> is not closed`);
    return this.root.children;
  }
}

/** "@click" is Vue's "onClick", "@update:value" its "onUpdate:value". */
function property(name) {
  return name[0] === "@" ? `on${name[1].toUpperCase()}${name.slice(2)}` : name;
}
