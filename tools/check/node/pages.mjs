// Pages in Chromium, one start for all of them: how they are set, WCAG 2.2 AA and good practice by axe-core, what sticks
// out from a phone's to a wall's size, errors of the console, requests to the outside, fonts of another language, keys.
//
//     node pages.mjs MODULES CHROMIUM < list      a line a file: "web PATH" (a page), "faulty PATH" or "book PATH" (a book's document)
//
// Prints "PATH<tab>finding" for each, and last a line of figures.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { lines, stranded } from "./layout.mjs";

const [modules, executablePath] = process.argv.slice(2);
const require = createRequire(`${resolve(modules)}/`);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const STATES = {
  // width, height, colours, whether axe looks too
  web: [[320, 844, "light", true], [820, 320, "light", false], [1440, 900, "dark", true], [3840, 2160, "dark", false]],
  faulty: [[320, 844, "light", true], [820, 320, "light", false]],
  book: [[300, 400, "light", false], [600, 800, "light", false]],
};
const FONTS = { "zh-Hant-HK": /\b(HK|HC)\b/, "zh-Hant": /\b(TC|TW|HK|HC)\b/, zh: /\b(SC|CN)\b/ };
const figures = { pages: 0, states: 0, lines: 0 };

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });

/** Families of Noto's and Source Han's that are made for another language than the page's. */
async function wrongFonts(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument", { depth: 0 });
  const { nodeIds } = await session.send("DOM.querySelectorAll", { nodeId: root.nodeId, selector: "h1, h2, p" });
  const language = await page.evaluate(() => document.documentElement.lang);
  const wanted = FONTS[Object.keys(FONTS).find((tag) => language.startsWith(tag))];
  const families = new Set();
  for (const nodeId of nodeIds.slice(0, 12)) {
    const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
    fonts.forEach((font) => families.add(font.familyName));
  }
  return [...families].filter((name) => /CJK|Source Han/.test(name) && wanted && !wanted.test(name));
}

/** Doubts of the annotated text that the key "n" does not lead to, in their order and round again. */
async function unreached(page) {
  const doubts = await page.$$eval(".doubt > .tag[id]", (tags) => tags.map(({ id }) => id));
  const missed = [];
  for (const id of [...doubts, ...doubts.slice(0, 1)]) {
    await page.keyboard.press("n");
    const reached = await page.evaluate(() => document.activeElement.id);
    if (reached !== id) missed.push(id);
  }
  return missed;
}

/** A page to look at one document after another in, and what hears of it; a browser's new window costs more than most documents. */
async function eye(bypassCSP) {
  const page = await browser.newPage({ bypassCSP });
  const hears = { found: () => {}, state: "" };
  await page.addInitScript(() => { try { localStorage.clear(); } catch { /* a document without any */ } }); // as at a first visit
  const say = (said) => hears.found(`${hears.state}: ${said}`);
  page.on("console", (message) => message.type() === "error" && say(message.text()));
  page.on("pageerror", (error) => say(String(error)));
  page.on("request", (asked) => /^(file|data|about):/.test(asked.url()) || say(`asks for ${asked.url()}`));
  return { page, hears };
}

/** Show a document from its beginning, as it is in a window of that size; what is heard of it goes to `found`. */
async function show({ page, hears }, path, { width, height, colorScheme = "light", media = "screen" }, found) {
  Object.assign(hears, { found: () => {} }); // what the document before it says in going
  await page.goto("about:blank");
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, media });
  Object.assign(hears, { found, state: `${width} × ${height}` });
  await page.goto(`file://${resolve(path)}`);
}

async function check(kind, path, found, [strict, free]) {
  for (const [width, height, colorScheme, withAxe] of STATES[kind]) {
    const seeing = withAxe ? free : strict;
    const { page } = seeing;
    await show(seeing, path, { width, height, colorScheme }, found);
    const set = await page.evaluate(lines);
    figures.lines += set.counted;
    figures.states += 1;
    set.found.forEach((finding) => found(`${width} × ${height}: ${finding}`));
    if (withAxe) {
      await page.evaluate(axe);
      const result = await page.evaluate((values) => axe.run(document, { runOnly: { type: "tag", values } }), TAGS);
      // axe judges no text that is one sign, such as ∞
      const isSign = (node) => node.any.some(({ data }) => data?.messageKey === "nonBmp");
      const unsure = result.incomplete.filter(({ nodes }) => !nodes.every(isSign));
      for (const [what, list] of [["axe", result.violations], ["axe is not sure of", unsure]]) {
        list.forEach(({ id, nodes }) => found(`${width} × ${height}, ${colorScheme}: ${what} ${id} ${nodes[0].html.slice(0, 100)}`));
      }
    }
    if (width === 600 || width === 820) (await wrongFonts(page)).forEach((name) => found(`is set in ${name}`));
    if (kind === "book" && width === 600) (await page.evaluate(stranded)).forEach((finding) => found(finding));
    (await unreached(page)).forEach((id) => found(`${width} × ${height}: the key n does not lead to the doubt ${id}`));
  }
  if (kind !== "book" && !path.includes(".site/")) await printed(free, path, found); // a site's stories stand alone
}

/** Headings that are the last of a column or a sheet where the page is printed on A4, in CSS pixels within its margins. */
async function printed(seeing, path, found) {
  const [width, height] = [673, 986];
  await show(seeing, path, { width, height, media: "print" }, found);
  await seeing.page.addStyleTag({ content: ".page ~ .page { break-before: column }" }); // sheets are columns here
  (await seeing.page.evaluate(stranded, [width, height])).forEach((finding) => found(`printed: ${finding}`));
}

const waiting = readFileSync(0, "utf8").split("\n").filter(Boolean);
const work = async () => {
  const eyes = [await eye(false), await eye(true)]; // under the page's policy, and so that axe may come in
  for (let line; (line = waiting.shift()); figures.pages += 1) {
    const [kind, ...path] = line.split(" ");
    const name = path.join(" ");
    await check(kind, name, (finding) => console.log(`${name}\t${finding}`), eyes);
  }
};
await Promise.all([work(), work()]); // two at a time
await browser.close();
console.log(`\t${figures.pages} pages in ${figures.states} states, ${figures.lines} lines`);
