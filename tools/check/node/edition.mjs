/* A day's paper as a site, used as a reader does.

   node edition.mjs FOLDER CHROMIUM FRONT…

   FOLDER holds node_modules, each FRONT is the index.html of a site whose first story is that of ``features.daily``.
   Prints a line a finding: the front page, a tab, what is wrong. The policy is looked at elsewhere (pages.mjs). */
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";

const [, , folder, executablePath, ...fronts] = process.argv;
const require = createRequire(`${resolve(folder)}/here.js`);
const { chromium } = require("playwright-core");

const SCREENS = 6; // of a phone, for ten pages (版)
const PHONE = { width: 390, height: 844 };
const PATIENCE = 20000; // milliseconds, on a machine with much else to do
const UNSAID = ["本报海州电", "柳溪", "周砚青"];
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });

/** The browser's voice, which keeps what it would say. */
function mute() {
  window.said = [];
  const voice = { cancel() {}, speak(text) { window.said.push(text.text); setTimeout(() => text.onend(), 0); } };
  Object.defineProperty(window, "speechSynthesis", { value: voice });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
}

async function folded(page, found) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  if (height > SCREENS * PHONE.height) found(`a phone's front page is ${(height / PHONE.height).toFixed(1)} screens`);
  const more = page.locator("details.rest").first();
  await more.locator("summary").click({ timeout: 1000 }).catch(() => {});
  if (!(await more.locator("a").first().isVisible())) found("nothing unfolds without scripts");
}

/** Go to the end and stay there; a picture that comes late moves it away again, so a reader scrolls on. */
async function readToEnd(page) {
  const end = page.locator(".finish");
  for (const start = Date.now(); Date.now() - start < PATIENCE; ) {
    await end.scrollIntoViewIfNeeded();
    if (await end.filter({ hasText: "读完 1/" }).waitFor({ timeout: 3000 }).then(() => true, () => false)) return;
  }
}

async function mapped(page, site, found) {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${site}/index.html`);
  const tops = await page.locator(".map li").evaluateAll((pages) => pages.slice(0, 2).map((one) => one.getBoundingClientRect().top));
  if (tops.length === 2 && tops[0] !== tops[1]) found("the pages in miniature do not stand side by side");
  await page.setViewportSize(PHONE);
}

async function read(page, site, found) {
  await page.goto(`${site}/page01-story01.html`);
  if (!/ · 1\/\d+ /.test(await page.locator(".place").textContent({ timeout: 1000 }).catch(() => ""))) found("a story does not know its place");
  await page.getByRole("button", { name: "朗读" }).click();
  await page.waitForFunction(() => window.said.join("").includes("看灯"), null, { timeout: PATIENCE }).catch(() => {});
  const said = (await page.evaluate(() => window.said)).join("");
  if (!said.includes("一艘旧船昨天靠岸")) found("reads nothing aloud");
  UNSAID.filter((word) => said.includes(word)).forEach((word) => found(`reads aloud ${word}`));
  await readToEnd(page);
  await page.goto(`${site}/index.html`);
  const counted = page.locator(".finish").filter({ hasText: "读完 1/" });
  if (!(await counted.waitFor({ timeout: PATIENCE }).then(() => true, () => false))) found("a story whose end was seen is not counted as read");
}

async function asked(page, site, found) {
  await page.goto(`${site}/search.html`);
  for (const word of ["台湾", "臺灣"]) {
    await page.locator("input[type=search]").fill(word);
    const stories = await page.locator(".listing li:visible").count();
    if (stories !== 1) found(`${word} finds ${stories} stories`);
  }
}

for (const front of fronts) {
  const site = `file://${dirname(resolve(front))}`;
  const found = (finding) => console.log(`${front}\t${finding}`);
  const still = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const first = await still.newPage();
  await first.goto(`${site}/index.html`);
  await folded(first, found);
  await still.close();
  const context = await browser.newContext({ viewport: PHONE, bypassCSP: true });
  const page = await context.newPage();
  page.on("pageerror", (error) => found(String(error)));
  await page.addInitScript(mute);
  await mapped(page, site, found);
  await read(page, site, found);
  await asked(page, site, found);
  await context.close();
}
await browser.close();
