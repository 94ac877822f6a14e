// Ace by DAISY on any number of books, with one start of Chromium.
//
//     node ace.mjs MODULES CHROMIUM BOOK.epub …
//
// Prints "BOOK<tab>finding" for each violation, and last a line of figures.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const [modules, chromium, ...books] = process.argv.slice(2);
process.env.PUPPETEER_EXECUTABLE_PATH = chromium;
const require = createRequire(`${resolve(modules)}/`);
const ace = require("@daisy/ace-core");
const runner = require("@daisy/ace-axe-runner-puppeteer");

const puppeteer = createRequire(require.resolve("@daisy/ace-axe-runner-puppeteer"))("puppeteer");
const launch = puppeteer.launch.bind(puppeteer);
puppeteer.launch = async (said) => reusing(await launch(said));

/** A browser whose closed pages are taken for the next documents: a new window costs more than most documents. */
function reusing(browser) {
  const open = browser.newPage.bind(browser);
  const free = [];
  browser.newPage = async () => {
    const page = free.pop() ?? (await open());
    page.removeAllListeners("request"); // the runner listens anew for each document
    page.close = async () => void free.push(page);
    return page;
  };
  return browser;
}

let launched = false;
const once = {
  ...runner,
  launch: async () => launched || ((launched = true), runner.launch()),
  close: async () => undefined,
};
const folder = mkdtempSync(join(tmpdir(), "ace-"));
let violations = 0;
for (const [number, book] of books.entries()) {
  const outdir = join(folder, String(number));
  const [, report] = await ace(book, { cwd: process.cwd(), outdir, lang: "en", initLogger: number === 0, silent: true }, once);
  for (const { "earl:testSubject": subject, assertions } of report.assertions) {
    for (const { "earl:test": test, "earl:result": result } of assertions) {
      violations += 1;
      const text = result["dct:description"].replace(/\s+/g, " ").slice(0, 120);
      console.log(`${book}\t${subject.url ?? ""} ${test["earl:impact"]} ${test["dct:title"]}: ${text}`);
    }
  }
}
await runner.close();
rmSync(folder, { recursive: true, force: true });
console.log(`\t${books.length} books, ${violations} violations`);
process.exit(0);
