/* Search over the issue: the page holds every story's text, and this hides the stories of its list that lack a word that
   is asked for. */
const search = ({ texts, labels: [label, found], ...folds }) => {
  const fold = folding(folds);
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

    finder(label, fold, (words, tell) => {
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
      tell(words.length ? found.replace("{}", stories) : "");
    });
  });
};
