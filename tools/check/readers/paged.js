// A document of a book cut into pages as readers of EPUB do it, with columns of CSS, and what is wrong with the pages. Run in
// the document, in any browser: the same in Chromium and in WebKit.

/** Set the document in pages of `width` × `height` with text of `size`, CSS pixels; give the number of pages and the findings. */
function paged(width, height, size) {
  const MARGIN = 24;
  const root = document.documentElement;
  const upright = [root, document.body].some((element) => getComputedStyle(element).writingMode.startsWith("vertical"));
  const page = upright ? height : width; // pages follow one another in the direction of a line
  const room = (upright ? width : height) - 2 * MARGIN; // for lines, on a page
  const found = [];
  const brief = (text) => text.trim().replace(/\s+/g, " ").slice(0, 16);

  lay();
  const seen = visible();
  overlapping(seen.characters);
  const pages = blanks();
  headings();
  figures();
  return { pages, found };

  function set(element, rules) {
    for (const [name, value] of Object.entries(rules)) element.style.setProperty(name, value, "important");
  }

  /** The page's box and type, as a reader's own sheet says them; pictures no larger than a page. */
  function lay() {
    const [inner, outer] = [width - 2 * MARGIN, height - 2 * MARGIN];
    const column = { "column-width": `${upright ? outer : inner}px`, "column-gap": `${2 * MARGIN}px`, "column-fill": "auto" };
    const box = { margin: 0, padding: `${MARGIN}px`, width: `${inner}px`, height: `${outer}px`, "box-sizing": "content-box" };
    set(root, { ...column, ...box, "max-width": "none", "max-height": "none", overflow: "hidden", "font-size": `${size}px` });
    set(document.body, { margin: 0, padding: 0, "max-width": "none", "max-height": "none" });
    for (const picture of document.querySelectorAll("img, svg")) {
      set(picture, { "max-width": `${inner}px`, "max-height": `${outer}px`, "object-fit": "contain", "break-inside": "avoid" });
    }
  }

  function pageOf(box) {
    return Math.floor((upright ? box.top + box.height / 2 : box.left + box.width / 2) / page);
  }

  /** From the page's edge where its lines begin to follow one another: where a box begins and where it ends. */
  function depth(box) {
    return upright ? [width - box.right, width - box.left] : [box.top, box.bottom];
  }

  /** What the sheet does to an element so that its text is not seen; readers that are no browsers know none of it. */
  function trick(element) {
    for (let at = element; at && at !== root; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.visibility !== "visible") return "visibility";
      if (Number(style.opacity) === 0) return "opacity";
      if (style.clipPath !== "none" || style.clip !== "auto") return "clip";
      if (style.overflow !== "visible" && style.display !== "inline" && (at.clientWidth < 2 || at.clientHeight < 2)) return "overflow";
    }
    return null;
  }

  /** Everything that is seen, in order: texts and pictures with their pages, characters with their boxes. */
  function visible() {
    const items = [];
    const characters = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const picture = node.nodeType === 1 && /^(img|svg)$/i.test(node.localName);
      if (node.nodeType === 1 ? !picture : !node.data.trim() || node.parentElement.closest("svg, rp")) continue;
      const element = picture ? node : node.parentElement;
      const meant = !element.closest("[hidden]");
      if (!meant && !element.getClientRects().length) continue;
      const boxes = picture ? [element.getBoundingClientRect()] : boxesOf(node, characters);
      const shown = boxes.filter((box) => box.width >= 1 && box.height >= 1);
      const hidden = picture ? null : !shown.length ? "no box" : trick(element);
      const named = picture ? `the picture ${node.getAttribute("src") ?? "svg"}` : brief(node.data);
      if (!meant) found.push(`is hidden and seen: ${named}`);
      else if (hidden) found.push(`is not seen (${hidden}): ${named}`);
      else if (picture && !(shown.length && (node.localName !== "img" || node.naturalWidth))) found.push(`is not drawn: ${named}`);
      if (hidden || !shown.length) continue;
      if (shown.some(outside)) found.push(`runs out of the page: ${named}`);
      items.push({ node, picture, first: pageOf(shown[0]), last: pageOf(shown.at(-1)), boxes: shown });
    }
    return { items, characters };
  }

  function boxesOf(node, characters) {
    const combined = getComputedStyle(node.parentElement);
    const alone = ![combined.textCombineUpright, combined.webkitTextCombine].includes("all");
    const boxes = [];
    for (let at = 0, character; at < node.length; at += character.length) {
      character = String.fromCodePoint(node.data.codePointAt(at));
      if (!character.trim() || /\p{Cf}/u.test(character)) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + character.length);
      const box = [...range.getClientRects()].find((rect) => rect.width && rect.height);
      if (!box) continue;
      boxes.push(box);
      if (alone) characters.push({ character, box, around: brief(node.data.slice(Math.max(0, at - 6), at + 6)) });
    }
    return boxes;
  }

  /** Whether a box crosses an edge of its page: half of the margin is let pass, for marks that hang. */
  function outside(box) {
    const begin = pageOf(box) * page + MARGIN / 2;
    const [from, to] = upright ? [box.top, box.bottom] : [box.left, box.right];
    const [above, below] = depth(box);
    return from < begin || to > begin + page - MARGIN || above < -1 || below > room + 2 * MARGIN + 1;
  }

  /** Characters that stand on one another: their middles nearer than a third of them. */
  function overlapping(characters) {
    const CELL = 8;
    const grid = new Map();
    const middle = ({ left, right, top, bottom }) => [(left + right) / 2, (top + bottom) / 2];
    const reported = new Set();
    for (const one of characters) {
      const [x, y] = middle(one.box);
      const [column, row] = [Math.floor(x / CELL), Math.floor(y / CELL)];
      for (const key of neighbours(column, row)) {
        for (const other of grid.get(key) ?? []) {
          const [left, top] = middle(other.box);
          const across = Math.abs(x - left) / ((one.box.width + other.box.width) / 2);
          const down = Math.abs(y - top) / ((one.box.height + other.box.height) / 2);
          if (across < 1 / 3 && down < 1 / 3 && !reported.has(one.around)) {
            reported.add(one.around);
            found.push(`${other.character} and ${one.character} overlap: ${one.around}`);
          }
        }
      }
      const key = `${column} ${row}`;
      grid.has(key) ? grid.get(key).push(one) : grid.set(key, [one]);
    }
  }

  function neighbours(column, row) {
    return [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => `${column + x} ${row + y}`));
  }

  /** Pages with nothing on them, to the end of what the document takes. */
  function blanks() {
    const full = new Set(seen.items.flatMap(({ boxes }) => boxes.map(pageOf)));
    if (!full.size) found.push("nothing is seen");
    const extent = upright ? root.scrollHeight : root.scrollWidth;
    const count = Math.max(...full, Math.round(extent / page) - 1, 0) + 1;
    for (let number = 0; number < count; number += 1) {
      if (full.size && !full.has(number)) found.push(`page ${number + 1} of ${count} is blank`);
    }
    return count;
  }

  /** Headings that stand on another page than what follows, where both would have fitted on one. */
  function headings() {
    const HEADING = "header, h1, h2, h3, h4, h5, h6";
    const headingOf = (node) => node?.parentElement?.closest(HEADING);
    for (const heading of document.querySelectorAll(HEADING)) {
      if (heading.closest("nav, [hidden]") || heading.parentElement.closest("header")) continue;
      const own = seen.items.filter(({ node }) => heading.contains(node));
      const next = seen.items[seen.items.indexOf(own.at(-1)) + 1];
      if (!own.length || !next || next.first <= own.at(-1).last || headingOf(next.node)) continue;
      // headings that follow one another are one
      let from = seen.items.indexOf(own[0]);
      while (headingOf(seen.items[from - 1]?.node)) from -= 1;
      const chain = new Set(seen.items.slice(from, seen.items.indexOf(next)).map(({ node }) => headingOf(node)));
      const before = seen.items[from - 1];
      const begins = !before || before.last < seen.items[from].first;
      const block = next.node.parentElement?.closest("figure") ?? (next.picture ? next.node : null);
      const needed = (block ? roomFor(heading, block) : 2 * lineOf(next.node.parentElement)) + 2 * size;
      const last = own.at(-1);
      const end = Math.max(...last.boxes.filter((box) => pageOf(box) === last.last).map((box) => depth(box)[1]));
      const total = [...chain].reduce((sum, element) => sum + extentOf(element) + 2 * size, 0);
      if (begins ? room + MARGIN - end > needed : total + needed < room) found.push(`a heading is stranded: ${brief(heading.textContent)}`);
    }
  }

  /** What an element takes of its pages; its parts, where it has no box of its own. */
  function extentOf(element) {
    const boxes = [...element.getClientRects()];
    if (!boxes.length) return [...element.children].reduce((sum, part) => sum + extentOf(part), 0);
    return boxes.reduce((sum, box) => sum + (upright ? box.width : box.height), 0);
  }

  /** Below a story's head a picture: how large it is, is the book's affair, and a quarter of a page has to do for it. */
  function roomFor(heading, block) {
    const caption = block.querySelector("figcaption");
    const least = heading.localName === "header" ? room / 4 + (caption ? extentOf(caption) : 0) : Infinity;
    return Math.min(extentOf(block), least);
  }

  function lineOf(element) {
    return Number.parseFloat(getComputedStyle(element).lineHeight) || 1.8 * size;
  }

  /** Pictures on another page than their captions' beginning. */
  function figures() {
    for (const figure of document.querySelectorAll("figure")) {
      const own = seen.items.filter(({ node }) => figure.contains(node));
      const picture = own.find((item) => item.picture);
      const caption = own.find((item) => !item.picture);
      if (picture && caption && picture.last !== caption.first) found.push(`picture and caption are apart: ${brief(caption.node.data)}`);
    }
  }
}
