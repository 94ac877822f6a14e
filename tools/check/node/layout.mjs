// How a page is set, line by line, after clreq (Requirements for Chinese Text Layout, W3C). Both functions run in the page
// and give a list of findings; everything is measured from where Chromium has put the characters.

/** Lines that begin or end with what may not, broken dashes, lone characters, indents that are not two ems, and what sticks out. */
export function lines() {
  const NOT_FIRST = new Set("。．，、；：！？）〕】》〉」』”’％·…—～)]}%,.;:!?");
  const NOT_LAST = new Set("（〔【《〈「『“‘([{");
  const PAIRS = new Set(["——", "……"]);
  const TEXT = "p, h1, h2, h3, h4, h5, h6, li, figcaption, td, th, dd, dt, legend, summary";
  const vertical = getComputedStyle(document.documentElement).writingMode.startsWith("vertical");
  const found = [];
  let counted = 0;

  // Along a line: where a character begins; across lines: the middle of the line that it stands on.
  const place = (box) => (vertical ? [box.top, (box.left + box.right) / 2] : [box.left, (box.top + box.bottom) / 2]);

  const linesOf = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, {
      acceptNode: (node) =>
        node.parentElement.closest(TEXT) === element && !node.parentElement.closest("rt, pre, [hidden]")
          ? NodeFilter.FILTER_ACCEPT
          : NodeFilter.FILTER_REJECT,
    });
    const lines = [];
    let before = null;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let offset = 0;
      for (const character of node.data) {
        const range = new Range();
        range.setStart(node, offset);
        range.setEnd(node, (offset += character.length));
        const box = [...range.getClientRects()].find((rect) => rect.width && rect.height);
        if (!box || !character.trim()) continue;
        const [along, across] = place(box);
        const size = vertical ? box.width : box.height;
        const goesOn = before && along > before.along - 1 && Math.abs(across - before.across) < 1.2 * size;
        if (!goesOn) lines.push({ text: "", along });
        lines.at(-1).text += character;
        before = { along, across };
      }
    }
    return lines;
  };

  for (const element of document.querySelectorAll(TEXT)) {
    const style = getComputedStyle(element);
    if (element.closest("[hidden], .quiet") || style.display === "none" || !element.textContent.trim()) continue;
    const set = linesOf(element);
    counted += set.length;
    set.forEach(({ text }, number) => {
      const above = set[number - 1]?.text;
      if (above && NOT_FIRST.has([...text][0]) && !(PAIRS.has([...text].slice(0, 2).join("")))) {
        found.push(`a line begins with ${text.slice(0, 6)}`);
      }
      if (number < set.length - 1 && NOT_LAST.has([...text].at(-1))) found.push(`a line ends with ${text.slice(-6)}`);
      if (above && PAIRS.has([...above].at(-1) + [...text][0])) found.push(`a dash or dots are broken after ${above.slice(-6)}`);
    });
    const last = [...(set[1] ? set.at(-1).text : "")].filter((character) => !NOT_FIRST.has(character));
    // a page's alone, as WebKit sets a book's lines ragged by text-wrap: pretty; a Latin letter may be a word, and the annotated text shows its source line by line
    const alone = last.length === 1 && /\p{Script=Han}/u.test(last[0]);
    if (alone && element.matches("main p:not(.line)")) found.push(`a character is left alone: ${set.at(-1).text}`);
    if (element.matches(":is(section, article, main, body, div.item) > p:not([class])") && set.length) {
      const size = parseFloat(style.fontSize);
      const box = element.getBoundingClientRect();
      const indent = (set[0].along - (vertical ? box.top : box.left)) / size;
      const first = [...set[0].text][0];
      const least = NOT_LAST.has(first) ? 1.4 : 1.95; // an opening mark may lose the empty half before it
      if (indent < least || indent > 2.6) found.push(`the indent is ${indent.toFixed(2)} em at ${set[0].text.slice(0, 6)}`);
    }
  }
  const { scrollWidth, scrollHeight } = document.documentElement; // lines go on below each other, or to the left
  const over = vertical ? scrollHeight - innerHeight : scrollWidth - innerWidth;
  if (over > 0) found.push(`the page is ${over}px too ${vertical ? "high" : "wide"}`);
  return { counted, found };
}

/** Headings that a page of that size, a small reading device's or a sheet of paper, would leave alone at its foot or at the
    foot of a column. Changes the page: it goes last. */
export function stranded([WIDTH, HEIGHT] = [375, 560]) {
  const root = document.documentElement;
  const vertical = getComputedStyle(root).writingMode.startsWith("vertical");
  const measure = vertical ? HEIGHT : WIDTH; // along a line; pages follow one another in that direction
  document.body.style.margin = "0";
  const sheet = { columnWidth: `${measure}px`, columnGap: "0", columnFill: "auto", width: `${WIDTH}px`, height: `${HEIGHT}px`, margin: "0" };
  Object.assign(root.style, sheet);
  const page = (box) => Math.floor(((vertical ? box.top + scrollY : box.left + scrollX) + 1) / measure);
  const blocks = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, p, li, figcaption")].filter(
    (element) => !element.closest("[hidden], .quiet, nav") && element.getClientRects().length,
  );
  const found = [];
  blocks.forEach((element, number) => {
    const next = blocks[number + 1];
    if (!/^h[1-6]$/i.test(element.tagName) || !next || /^h[1-6]$/i.test(next.tagName)) return;
    const [here, there] = [[...element.getClientRects()].at(-1), next.getClientRects()[0]];
    const above = vertical ? there.right > here.left + 1 : there.top < here.bottom - 1;
    if (page(there) !== page(here) || above) found.push(`a heading is left alone: ${element.textContent.slice(0, 12)}`);
  });
  return found;
}
