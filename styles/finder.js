/* The field of a page that searches. Either script finds the other: both sides are folded to one form by a table of the
   characters. What is asked for stands behind the page's address, for the way back from what was found. */
"use strict";
const folding = ({ from, to }) => {
  const table = new Map([...from].map((one, place) => [one, to[place]]));
  return (text) => [...text].map((one) => table.get(one) ?? one).join("");
};
// `ask` gets the folded words of each question, and what says how much was found.
const finder = (label, fold, ask) => {
  const box = document.createElement("label");
  const field = document.createElement("input");
  const count = document.createElement("p");
  field.type = "search";
  box.append(`${label} `, field);
  count.setAttribute("role", "status");
  document.querySelector(".finder").append(box, count);

  const asked = () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    ask(words, (told) => {
      count.textContent = told;
    });
  };
  field.addEventListener("input", () => {
    history.replaceState(null, "", `#${encodeURIComponent(field.value)}`);
    asked();
  });
  try {
    field.value = decodeURIComponent(location.hash.slice(1));
  } catch {
    field.value = ""; // an address that somebody has cut
  }
  asked();
  field.focus();
};
