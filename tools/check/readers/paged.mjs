// Documents of books in pages, as readers that are made of Chromium show them: on a phone, on a six-inch device, with text at 200 %.
//
//     node paged.mjs MODULES CHROMIUM < list      a line a document: BOOK<tab>PATH; of a faulty book the phone alone shows it
//
// Prints "BOOK<tab>finding" for each, and last a line of figures. What a finding is: paged.js.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";

const SIZES = { phone: [390, 640, 18], "six-inch": [536, 724, 20], "200 %": [390, 640, 36] };
const CONTENTS = 2; // pages of a phone, at most, before the first story

const [modules, executablePath] = process.argv.slice(2);
const { chromium } = createRequire(`${resolve(modules)}/`)("playwright-core");
const source = readFileSync(new URL("paged.js", import.meta.url), "utf8");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
const figures = { documents: 0, pages: 0 };

async function check(page, book, path) {
  const sizes = Object.entries(SIZES).slice(0, book.includes("controls") ? 1 : undefined);
  for (const [name, [width, height, size]] of sizes) {
    const say = (finding) => console.log(`${book}\t${name}: ${basename(path)}: ${finding}`);
    await page.setViewportSize({ width, height });
    await page.goto(`file://${path}`);
    await page.evaluate(() => document.fonts.ready);
    const { pages, found } = await page.evaluate(`${source}; paged(${width}, ${height}, ${size})`);
    found.forEach(say);
    figures.pages += pages;
    const contents = name === "phone" && (await page.evaluate(() => !!document.querySelector("nav[role=doc-toc], nav#leads")));
    if (contents && pages > CONTENTS) say(`the contents take ${pages} pages before the first story, not ${CONTENTS}`);
  }
  figures.documents += 1;
}

const waiting = readFileSync(0, "utf8").split("\n").filter(Boolean);
const work = async () => {
  const page = await browser.newPage(); // for all: a new window costs more than most documents
  for (let line; (line = waiting.shift()); ) await check(page, ...line.split("\t"));
};
await Promise.all([work(), work()]); // two at a time
await browser.close();
console.log(`\t${figures.documents} documents, ${figures.pages} pages`);
