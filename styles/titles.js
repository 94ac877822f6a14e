/* Search over the titles of a shelf: the files beside this page are loaded, the newest first, when something is asked
   for, and shown is what has every word of it. Either script finds the other: both sides are folded to one form. */
"use strict";
const MOST = 200; // titles that are shown; further ones are counted
const held = [];
// The files call it, so it is a property of the window.
window.add = (issues) => held.push(issues);
const search = ({ files, from, to, labels: [label, found] }) => {
  const table = new Map([...from].map((one, place) => [one, to[place]]));
  const fold = (text) => [...text].map((one) => table.get(one) ?? one).join("");

  document.addEventListener("DOMContentLoaded", () => {
    const list = document.querySelector(".found");
    const box = document.createElement("label");
    const field = document.createElement("input");
    const count = document.createElement("p");
    const issues = [];
    let words = [];
    let number = 0;
    let loaded = 0;
    field.type = "search";
    box.append(`${label} `, field);
    count.setAttribute("role", "status");
    document.querySelector(".finder").append(box, count);

    const show = (some) => {
      for (const [day, address, titles, folded] of some) {
        titles.forEach((title, place) => {
          if (!words.every((word) => folded[place].includes(word))) return;
          number += 1;
          if (number > MOST) return;
          const item = document.createElement("li");
          const link = document.createElement("a");
          const time = document.createElement("time");
          link.href = address;
          link.textContent = title;
          time.textContent = day;
          item.append(link, " ", time);
          list.append(item);
        });
      }
      count.textContent = `${found.replace("{}", number)}${loaded < files ? " …" : ""}`;
    };
    const load = () => {
      if (loaded >= files) return;
      const script = document.createElement("script");
      script.src = `titles/${loaded + 1}.js`;
      script.addEventListener("load", () => {
        loaded += 1;
        const some = held.pop().map(([day, address, titles]) => [day, address, titles, titles.map(fold)]);
        issues.push(...some);
        if (words.length) show(some);
        load();
      });
      document.head.append(script);
    };
    const ask = () => {
      words = fold(field.value).split(/\s+/).filter(Boolean);
      number = 0;
      list.replaceChildren();
      count.textContent = "";
      if (!words.length) return;
      show(issues);
      if (!document.querySelector('script[src^="titles/"]')) load();
    };
    field.addEventListener("input", () => {
      history.replaceState(null, "", `#${encodeURIComponent(field.value)}`); // for the way back from an issue
      ask();
    });
    try {
      field.value = decodeURIComponent(location.hash.slice(1));
    } catch {
      field.value = ""; // an address that somebody has cut
    }
    ask();
    field.focus();
  });
};
