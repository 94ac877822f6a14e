/* Search over the titles of a shelf: the files beside this page are loaded, the newest first, when something is asked
   for, and shown is what has every word of it. */
const MOST = 200; // titles that are shown; further ones are counted
const held = [];
// The files call it, so it is a property of the window.
window.add = (issues) => held.push(issues);
const search = ({ files, labels: [label, found], ...folds }) => {
  const fold = folding(folds);

  document.addEventListener("DOMContentLoaded", () => {
    const list = document.querySelector(".found");
    const issues = [];
    let words = [];
    let tell;
    let number = 0;
    let loaded = 0;

    const show = (some) => {
      for (const [issue, address, titles, folded] of some) {
        titles.forEach((title, place) => {
          if (!words.every((word) => folded[place].includes(word))) return;
          number += 1;
          if (number > MOST) return;
          const item = document.createElement("li");
          const link = document.createElement("a");
          const told = document.createElement("span");
          link.href = address;
          link.textContent = title;
          told.textContent = issue;
          item.append(link, " ", told);
          list.append(item);
        });
      }
      tell(`${found.replace("{}", number)}${loaded < files ? " …" : ""}`);
    };
    const load = () => {
      if (loaded >= files) return;
      const script = document.createElement("script");
      script.src = `titles/${loaded + 1}.js`;
      script.addEventListener("load", () => {
        loaded += 1;
        const some = held.pop().map(([issue, address, titles]) => [issue, address, titles, titles.map(fold)]);
        issues.push(...some);
        if (words.length) show(some);
        load();
      });
      document.head.append(script);
    };
    finder(label, fold, (asked, said) => {
      [words, tell, number] = [asked, said, 0];
      list.replaceChildren();
      tell("");
      if (!words.length) return;
      show(issues);
      if (!document.querySelector('script[src^="titles/"]')) load();
    });
  });
};
