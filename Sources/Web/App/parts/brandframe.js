// A picture as a film would show it: with its caption, the channel's logo and what else stands over it. A sketch,
// drawn by the browser: where things lie and in which colours.
import { readingOn } from "../lib/colour.js";
import { fileOf } from "../lib/files.js";
import { html } from "../lib/html.js";

/** A landscape of our own, where there is no picture yet. */
export function SamplePicture() {
  return html`<svg class="sample-picture" viewBox="0 0 320 180" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    <rect class="sky" width="320" height="180" /><circle class="sun" cx="226" cy="66" r="24" />
    <path class="far" d="M0 112 46 84l40 22 52-42 58 46 44-26 80 40v44H0z" />
    <path class="near" d="M0 132c50-18 96-20 150-4 58 17 110 12 170-8v60H0z" />
    <path class="front" d="M0 158c70-16 130-10 190-2 50 7 90 4 130-6v30H0z" /></svg>`;
}

/**
 * `brand`: { look, position, plate, logo, logoPlace: { position, width, margin, opacity }, watermark, titleBar,
 * progressBar }. Sizes are shares of the width of a film 1360 wide, of 765 in portrait.
 */
export function BrandFrame({ url, isPortrait, caption, brand = {}, isWaiting }, { slots }) {
  const across = isPortrait ? 765 : 1360;
  const share = (pixels) => `${(pixels / across) * 100}%`;
  const place = { position: "top-right", width: 100, margin: 30, opacity: 1, ...brand.logoPlace };
  const [vertical, horizontal] = (place.position || "top-right").split("-");
  const logo = brand.logo && fileOf(brand.logo);
  // Margins above and below are shares of the height.
  const edge = `${(place.margin / (isPortrait ? 1360 : 765)) * 100}%`;
  const logoStyle = { width: share(place.width), opacity: String(place.opacity), [horizontal]: share(place.margin),
    [vertical]: edge };
  const look = brand.look || "outline";
  const plate = look === "box" && brand.plate ? { "--plate": brand.plate, color: readingOn(brand.plate) } : null;
  return html`<figure class=${["brand-frame", { portrait: isPortrait, waiting: isWaiting }]}>
    ${url ? html`<img class="frame-picture" src=${url} alt="" />` : html`<${SamplePicture} />`}
    ${brand.titleBar && html`<span class="frame-title">${brand.titleBar}</span>`}
    ${logo?.url && html`<img class="frame-logo" src=${logo.url} alt="" style=${logoStyle} />`}
    ${brand.watermark && html`<span class=${["frame-watermark", `from-${horizontal === "right" ? "left" : "right"}`]}>
      ${brand.watermark}</span>`}
    ${caption && look !== "none" && html`<span class=${["frame-caption", `is-${look}`,
      `at-${brand.position || "bottom"}`]}>
      <span style=${plate}>${caption}</span></span>`}
    ${brand.progressBar && html`<span class="frame-progress"
      style=${{ background: `#${brand.progressBar.replace("#", "")}` }}></span>`}
    ${slots.default?.()}</figure>`;
}
BrandFrame.props = ["url", "isPortrait", "caption", "brand", "isWaiting"];
