/* Search over the issue: the page holds every story's text, and this hides the stories of its list that lack a word that
   is asked for. Either script finds the other: both sides are folded to one form by a table of the characters. */
"use strict";
const search = ({ texts, from, to, labels: [label, found] }) => {
  const table = new Map([...from].map((one, place) => [one, to[place]]));
  const fold = (text) => [...text].map((one) => table.get(one) ?? one).join("");
  const folded = texts.map(fold);
  const AROUND = 24; // characters before and behind a word that is found

  const excerpt = (text, start, length) => {
    const line = document.createElement("p");
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, start + length);
    const before = text.slice(Math.max(0, start - AROUND), start);
    line.append(start > AROUND ? "……" : "", before, mark, text.slice(start + length, start + length + 2 * AROUND), "……");
    return line;
  };

  document.addEventListener("DOMContentLoaded", () => {
    const items = [...document.querySelectorAll(".listing li")];
    const finder = document.querySelector(".finder");
    const box = document.createElement("label");
    const field = document.createElement("input");
    const count = document.createElement("p");
    field.type = "search";
    box.append(`${label} `, field);
    count.setAttribute("role", "status");
    finder.append(box, count);

    const show = () => {
      const words = fold(field.value).split(/\s+/).filter(Boolean);
      let stories = 0;
      items.forEach((item, number) => {
        item.querySelector("p")?.remove();
        item.hidden = !words.every((word) => folded[number].includes(word));
        stories += !item.hidden;
        if (words.length && !item.hidden) {
          item.append(excerpt(texts[number], folded[number].indexOf(words[0]), words[0].length));
        }
      });
      for (const group of document.querySelectorAll(".listing .group")) {
        group.hidden = !group.querySelector("li:not([hidden])");
      }
      count.textContent = words.length ? found.replace("{}", stories) : "";
    };
    field.addEventListener("input", () => {
      history.replaceState(null, "", `#${encodeURIComponent(field.value)}`); // for the way back from a story
      show();
    });
    try {
      field.value = decodeURIComponent(location.hash.slice(1));
    } catch {
      field.value = ""; // an address that somebody has cut
    }
    show();
    field.focus();
  });
};
