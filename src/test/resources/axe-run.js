/* Runs axe on the page. Contrast is looked at once for each way in which text is set: the same colour on
   the same ground in the same size has the same contrast, and a page sets thousands of words alike. */
const [everything, frame, done] = arguments;
const colour = ["color-contrast", "link-in-text-block"];

function ground(element) {
  for (let at = element; at; at = at.parentElement) {
    const style = getComputedStyle(at);
    if (style.backgroundImage !== "none" || !/, 0\)$|transparent/.test(style.backgroundColor)) {
      return style.backgroundColor + style.backgroundImage;
    }
  }
  return "";
}
const seen = new Set();
const kinds = [];
for (const element of document.querySelectorAll("body *:not(svg *)")) {
  const text = [...element.childNodes].some(child => child.nodeType === 3 && child.data.trim());
  if (!text || element.closest("svg") || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) { continue; }
  const style = getComputedStyle(element);
  const link = element.matches("a") ? getComputedStyle(element.parentElement).color + style.textDecorationLine : "";
  const kind = [style.color, ground(element), style.fontSize, style.fontWeight, link].join("|");
  if (!seen.has(kind)) { seen.add(kind); kinds.push(element); }
}
kinds.forEach((element, i) => element.setAttribute("data-kind", i));
const include = kinds.map((element, i) => [`[data-kind="${i}"]`]);
const said = result => result.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 200) + " -- " + n.failureSummary).join(" | "));
const options = { resultTypes: ["violations"], preload: false };
async function run() {
  const contrast = await axe.run({ include }, { ...options, runOnly: { type: "rule", values: colour } });
  let passes = contrast.passes.length;
  let found = said(contrast);
  if (everything) {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const off = Object.fromEntries(colour.map(rule => [rule, { enabled: false }]));
    const rest = await axe.run(frame ? { exclude: [".text"] } : document, { ...options, runOnly: { type: "tag", values: tags }, rules: off });
    passes += rest.passes.length;
    found = found.concat(said(rest));
  }
  return [String(passes), String(kinds.length)].concat(found);
}
run().then(done, error => done(["0", "0", String(error)]));
