/* Two buttons for the size of a site's text, remembered from page to page. Without this script nothing is missing. */
"use strict";
{
  const sizes = [0.875, 1, 1.125, 1.25, 1.5, 1.75];
  let size = 1;
  try {
    size = sizes.find((known) => String(known) === localStorage.getItem("reading-size")) ?? 1;
  } catch {
    size = 1; // a browser that keeps nothing for pages on a disk
  }

  const set = (chosen) => {
    size = chosen;
    document.documentElement.style.setProperty("--size", String(size));
    try {
      localStorage.setItem("reading-size", String(size));
    } catch {
      return; // the size holds for this page alone
    }
  };
  set(size);

  document.addEventListener("DOMContentLoaded", () => {
    const tools = document.querySelector(".tools");
    const group = document.createElement("div");
    group.className = "sizes";
    const buttons = [[tools.dataset.smaller, "A−", -1], [tools.dataset.larger, "A+", 1]].map(([label, sign, step]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.setAttribute("aria-label", `${sign} ${label}`);
      button.addEventListener("click", () => {
        set(sizes[sizes.indexOf(size) + step] ?? size);
        show();
      });
      group.append(button);
      return [button, step];
    });
    const show = () => {
      for (const [button, step] of buttons) {
        button.setAttribute("aria-disabled", String(!(sizes.indexOf(size) + step in sizes)));
      }
    };
    show();
    tools.append(group);
  });
}
