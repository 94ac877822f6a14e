// What a browser's layout does not tell of its painting. Run in a document of a book that is shown as its sheet says.

/**
 * Words of Latin letters and digits: the box that each stands in, and the box of the same word drawn once more, alone, at the
 * end of the document. A word that is painted whole has the same ink in both. The width is what the document takes.
 */
function words() {
  document.getElementById("proofs")?.remove();
  const WORD = /[0-9A-Za-z]+(?:[.,:/%+-]+[0-9A-Za-z]+)*%?/g;
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const style = getComputedStyle(node.parentElement);
    if (node.parentElement.closest("svg") || style.visibility !== "visible") continue;
    for (const { 0: word, index } of node.data.matchAll(WORD)) {
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const around = node.data.slice(Math.max(0, index - 4), index + word.length + 4).trim();
      if (word.length > 1 && boxesOf(range).length === 1) found.push({ word, around, style, range });
    }
  }
  const proofs = document.createElement("div");
  proofs.id = "proofs";
  proofs.style.cssText = "clear: both; text-align: start; text-indent: 0; text-autospace: no-autospace; color: inherit";
  for (const { word, style } of found) {
    const line = document.createElement("div");
    const proof = document.createElement("span");
    const { fontVariantNumeric, textCombineUpright, textOrientation, letterSpacing } = style;
    Object.assign(proof.style, { font: style.font, fontVariantNumeric, textCombineUpright, textOrientation, letterSpacing });
    Object.assign(proof.style, { lineHeight: 2, whiteSpace: "nowrap", margin: "1em", position: "relative" });
    proof.textContent = word;
    line.append(proof);
    proofs.append(line);
  }
  document.body.append(proofs);
  const box = (range) => boxesOf(range).map((rect) => [rect.left, rect.top, rect.width, rect.height])[0];
  const seen = found.map(({ range }) => box(range));
  const drawn = [...proofs.querySelectorAll("span")].map((proof, number) => {
    const range = new Range();
    range.selectNodeContents(proof);
    // at the same part of a dot, else its edges are painted otherwise
    const [left, top] = box(range).map((side, place) => (seen[number][place] % 1) - (side % 1));
    Object.assign(proof.style, { left: `${left}px`, top: `${top}px` });
    return box(range);
  });
  const vertical = getComputedStyle(document.body).writingMode.startsWith("vertical");
  const told = found.map(({ around }, number) => [around, seen[number], drawn[number]]);
  return { words: told, vertical, width: document.documentElement.scrollWidth };
}

function boxesOf(range) {
  return [...range.getClientRects()].filter((rect) => rect.width && rect.height);
}

/** Justified paragraphs whose lines end shorter than where they are broken plainly, each as soon as it is full. */
function ragged() {
  const MORE = 0.4; // ems, of a line on the average
  const justified = [...document.querySelectorAll("p")].filter((paragraph) => getComputedStyle(paragraph).textAlign === "justify");
  const set = justified.map(shortage);
  justified.forEach((paragraph) => paragraph.style.setProperty("text-wrap", "wrap", "important"));
  const plain = justified.map(shortage);
  justified.forEach((paragraph) => paragraph.style.removeProperty("text-wrap"));
  const shorter = justified.map((paragraph, number) => [paragraph, set[number] - plain[number]]).filter(([, ems]) => ems > MORE);
  return shorter.map(([paragraph, ems]) => `lines are ${ems.toFixed(1)} em shorter than they need be: ${paragraph.textContent.trim().slice(0, 12)}`);
}

/** How much its lines but the last are short of a paragraph's edge, on the average, ems. */
function shortage(paragraph) {
  const style = getComputedStyle(paragraph);
  const upright = style.writingMode.startsWith("vertical");
  const range = new Range();
  range.selectNodeContents(paragraph);
  const lines = [];
  for (const rect of range.getClientRects()) {
    const [at, size, end] = upright ? [rect.left, rect.width, rect.bottom] : [rect.top, rect.height, rect.right];
    const line = lines.find((other) => Math.abs(other.at + other.size / 2 - at - size / 2) < Math.max(size, other.size) / 2);
    line ? (line.end = Math.max(line.end, end)) : lines.push({ at, size, end });
  }
  const box = paragraph.getBoundingClientRect();
  const edge = upright ? box.bottom - Number.parseFloat(style.paddingBottom) : box.right - Number.parseFloat(style.paddingRight);
  const short = lines.slice(0, -1).map(({ end }) => (edge - end) / Number.parseFloat(style.fontSize));
  return short.reduce((sum, ems) => sum + ems, 0) / (short.length || 1);
}
