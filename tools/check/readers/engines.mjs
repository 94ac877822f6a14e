// Books in the engines that readers on the web are made of, foliate-js and epub.js: whether they open, turn pages, have contents
// that lead to a place, and a cover.
//
//     node engines.mjs MODULES CHROMIUM < list      a line a book: its path
//
// Prints "BOOK<tab>finding" for each, and last a line of figures. Nothing is asked of the network: every answer is a file's.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, resolve } from "node:path";

const ENGINES = { "foliate-js": "foliate.html", "epub.js": "epubjs.html" };
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".epub": "application/epub+zip" };
const LIMIT = 60_000; // milliseconds for a book in an engine

const [modules, executablePath] = process.argv.slice(2);
const { chromium } = createRequire(`${resolve(modules)}/`)("playwright-core");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
const figures = { books: 0, entries: 0 };

/** A page to open one book after another in, each in an engine that is loaded anew; `now` says which. */
async function shelf() {
  const page = await browser.newPage({ viewport: { width: 390, height: 640 } });
  const now = { engine: "", book: "", say: () => {} };
  page.on("pageerror", (error) => now.say(`throws ${String(error.message).split("\n")[0]}`));
  await page.route("http://reader.invalid/**", (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname === "/book.epub" ? now.book : pathname.replace(/^\/modules/, resolve(modules));
    const path = pathname === "/" ? new URL(ENGINES[now.engine], import.meta.url).pathname : file;
    try {
      route.fulfill({ body: readFileSync(path), contentType: TYPES[extname(path)] ?? "application/octet-stream" });
    } catch {
      route.fulfill({ status: 404, body: "" });
    }
  });
  return { page, now };
}

async function check({ page, now }, engine, book) {
  const say = (finding) => console.log(`${book}\t${engine}: ${finding}`);
  now.say = () => {}; // what the engine before it says in going
  await page.goto("about:blank");
  Object.assign(now, { engine, book, say });
  try {
    await page.goto("http://reader.invalid/");
    await page.waitForFunction("window.reader", null, { timeout: LIMIT });
    const late = new Promise((_, fail) => setTimeout(fail, LIMIT, new Error(`not done in ${LIMIT / 1000} s`)));
    const { found, entries } = await Promise.race([page.evaluate("reader()"), late]);
    found.forEach(say);
    figures.entries += entries;
  } catch (error) {
    say(`does not open: ${String(error.message).split("\n")[0]}`);
  }
}

const waiting = readFileSync(0, "utf8").split("\n").filter(Boolean);
const work = async () => {
  const place = await shelf();
  for (let book; (book = waiting.shift()); figures.books += 1) {
    for (const engine of Object.keys(ENGINES)) await check(place, engine, book);
  }
};
await Promise.all([work(), work()]); // two at a time
await browser.close();
console.log(`\t${figures.books} books, ${figures.entries} entries of contents`);
process.exit(0);
