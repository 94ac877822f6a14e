// node search.mjs SITE QUERY …: which pages the site's own search finds for each query, best first, as JSON.
import fs from "node:fs";
import vm from "node:vm";

const [site, ...queries] = process.argv.slice(2);
const element = { addEventListener() {}, dataset: {}, style: {}, classList: { add() {}, remove() {} } };
const page = vm.createContext({
  console, URL, URLSearchParams,
  document: { addEventListener() {}, documentElement: element, querySelector: () => element, getElementById: () => null,
    currentScript: element, readyState: "loading" },
  window: { addEventListener() {}, location: { search: "" } },
  localStorage: { getItem: () => null, setItem() {}, removeItem() {} },
});
page.window.document = page.document;
const run = (name) => vm.runInContext(fs.readFileSync(`${site}/${name}`, "utf8"), page, { filename: name });
["documentation_options.js", "doctools.js", "sphinx_highlight.js", "language_data.js", "searchtools.js"]
  .forEach((name) => run(`_static/${name}`));
vm.runInContext("Search.query = () => {}", page);
run("searchindex.js");
const found = (query) => vm.runInContext(
  `(() => { const [said, ...terms] = Search._parseQuery(${JSON.stringify(query)});
    return Search._performSearch(said, ...terms).reverse().map((result) => result[0]); })()`, page);
console.log(JSON.stringify(Object.fromEntries(queries.map((query) => [query, [...new Set(found(query))]]))));
