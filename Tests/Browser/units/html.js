const { html } = await import("/lib/html.js");
const { createApp, h, nextTick, ref } = await import("/lib/vue.js");

/** What a template shows, as markup. */
function shown(template) {
  const place = document.createElement("div");
  createApp({ render: () => template() }).mount(place);
  return place.innerHTML.replaceAll(/<!--[^>]*-->/g, "");
}

await test("html: elements, attributes and text", () => {
  same(shown(() => html`<p class="a" id='b' hidden>one <b>two</b></p>`), '<p class="a" id="b" hidden="">one <b>two</b></p>');
});

await test("html: values as text, attribute, class list and child", () => {
  const link = html`<a href=${"/x?a=1&b=2"} class=${["one", { two: true, three: false }]}>${"<i>"}</a>`;
  same(shown(() => link), '<a href="/x?a=1&amp;b=2" class="one two">&lt;i&gt;</a>');
});

await test("html: text never becomes markup", () => {
  const evil = '<img src=x onerror="window.hacked = true">';
  same(shown(() => html`<p title=${evil}>${evil}</p>`).includes("<img"), false);
  same(window.hacked, undefined);
});

await test("html: nothing for false, null, undefined and true; 0 is shown", () => {
  same(shown(() => html`<p>${false}${null}${undefined}${true}${0}</p>`), "<p>0</p>");
});

await test("html: lists, nested templates and several roots", () => {
  same(shown(() => html`<ul>${[1, 2].map((n) => html`<li key=${n}>${n}</li>`)}</ul>`), "<ul><li>1</li><li>2</li></ul>");
  same(html`<i>1</i><b>2</b>`.length, 2);
});

await test("html: void elements and closed tags need no end", () => {
  same(shown(() => html`<div><input type="text"><br /><span /></div>`), '<div><input type="text"><br><span></span></div>');
});

await test("html: line breaks and indentation are no text, spaces in a line are", () => {
  same(shown(() => html`<p>
    <b>a</b> <i>b</i>
    c
  </p>`), "<p><b>a</b> <i>b</i> c</p>".replace(" c", "c"));
});

await test("html: components with props, events, default and named slots", () => {
  let heard = 0;
  const Box = {
    props: ["name"], emits: ["tick"],
    setup(props, { slots, emit }) {
      emit("tick");
      return () => h("section", [props.name, slots.default?.(), slots.foot?.()]);
    },
  };
  same(shown(() => html`<${Box} name="x" @tick=${() => heard++}><b>in</b></${Box}>`), "<section>x<b>in</b></section>");
  same(shown(() => html`<${Box} name="y">${{ default: () => "d", foot: () => "f" }}</${Box}>`), "<section>ydf</section>");
  same(heard, 1);
});

await test("html: spread attributes and svg", () => {
  same(shown(() => html`<p ...${{ id: "a", title: "t" }}></p>`), '<p id="a" title="t"></p>');
  const place = document.createElement("div");
  createApp({ render: () => html`<svg viewBox="0 0 1 1"><path d="M0 0" /></svg>` }).mount(place);
  same(place.querySelector("path").namespaceURI, "http://www.w3.org/2000/svg");
});

await test("html: a template is parsed once and follows its values", async () => {
  const count = ref(1);
  const place = document.createElement("div");
  createApp({ render: () => html`<p>${count.value}</p>` }).mount(place);
  const before = place.querySelector("p");
  count.value = 2;
  await nextTick();
  same(place.textContent, "2");
  holds(place.querySelector("p") === before, "the element was made anew");
});

await test("html: what is written wrongly is refused", () => {
  throwsError(() => html`<p>`, "not closed");
  throwsError(() => html`<p></b>`, "closes <p>");
  throwsError(() => html`</p>`, "closes nothing");
  throwsError(() => html`<p class="a ${"b"}"></p>`, "whole value");
  throwsError(() => html`<p class=`, "not finished");
});
