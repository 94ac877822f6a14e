/* Two buttons of a story's page: its address for others, and the story read aloud by the browser's own voice. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const tools = document.querySelector(".tools");
  const { copy, copied, listen, stop, voice } = tools.dataset;
  const group = document.createElement("div");
  group.className = "actions";
  const button = (label, action) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.addEventListener("click", () => action(made));
    group.append(made);
  };

  if (navigator.clipboard) {
    button(copy, async (pressed) => {
      const known = document.querySelector("link[rel=canonical]")?.href;
      try {
        await navigator.clipboard.writeText(known ?? location.href.split("#")[0]);
      } catch {
        return; // a browser that lets no page do so
      }
      pressed.textContent = copied;
      setTimeout(() => (pressed.textContent = copy), 2000);
    });
  }

  // What is not read aloud: who wrote, took and sent it, where and when; what the eye alone needs.
  const SILENT = ".byline, .dateline, .credit, .picture, .signature, .source-note, .column-note, .jump, .folio, .furniture, "
    + ".margin, .finish, .quiet, figure, sup";
  const SPOKEN = "h1, h2, h3, h4, h5, h6, p, li, td, th, pre";
  const sentences = (element) => {
    const bare = element.cloneNode(true);
    bare.querySelectorAll(SILENT).forEach((part) => part.remove());
    return bare.textContent.match(/[^。！？!?；;]+[。！？!?；;”’」』）]*/g) ?? []; // some voices stop within a long text
  };
  const parts = () => [...document.querySelectorAll("main .story")].flatMap((story) => [...story.querySelectorAll(SPOKEN)])
    .filter((element) => !element.closest(SILENT) && !element.querySelector(SPOKEN));

  if (window.speechSynthesis) {
    let speaking = false;
    const silence = (pressed) => {
      speaking = false;
      speechSynthesis.cancel();
      document.querySelectorAll(".spoken").forEach((element) => element.classList.remove("spoken"));
      pressed.textContent = listen;
    };
    button(listen, (pressed) => {
      if (speaking) return silence(pressed);
      const waiting = parts().flatMap((element) => sentences(element).map((text) => ({ element, text })));
      const speak = () => {
        const next = waiting.shift();
        document.querySelectorAll(".spoken").forEach((element) => element.classList.remove("spoken"));
        if (!next || !speaking) return silence(pressed);
        next.element.classList.add("spoken");
        const said = new SpeechSynthesisUtterance(next.text.trim());
        said.lang = voice;
        said.onend = speak;
        said.onerror = () => silence(pressed);
        speechSynthesis.speak(said);
      };
      speaking = true;
      pressed.textContent = stop;
      speak();
    });
    addEventListener("pagehide", () => speechSynthesis.cancel());
  }
  tools.append(group);
});
