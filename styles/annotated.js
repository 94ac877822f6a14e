/* Keys: n goes to the next doubt, p to the one before, o unfolds all paragraphs or folds them. Without this script the
   doubts' own links lead on, and a click unfolds. */
"use strict";
{
  const steps = {
    n: (doubts, from) => doubts.find((doubt) => from(doubt) & Node.DOCUMENT_POSITION_FOLLOWING) ?? doubts[0],
    p: (doubts, from) => doubts.findLast((doubt) => from(doubt) & Node.DOCUMENT_POSITION_PRECEDING) ?? doubts.at(-1),
  };

  const go = (step) => {
    const doubts = [...document.querySelectorAll(".doubt > .tag[id]")];
    const here = document.activeElement;
    const from = (doubt) => (here === document.body ? Node.DOCUMENT_POSITION_FOLLOWING : here.compareDocumentPosition(doubt));
    const doubt = step(doubts, from);
    doubt?.scrollIntoView();
    doubt?.focus({ preventScroll: true });
  };

  const fold = () => {
    const folds = [...document.querySelectorAll("main details")];
    const open = folds.some((one) => !one.open);
    folds.forEach((one) => { one.open = open; });
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
      return;
    }
    const key = event.key.toLowerCase();
    if (key in steps) {
      go(steps[key]);
    } else if (key === "o") {
      fold();
    }
  });
}
