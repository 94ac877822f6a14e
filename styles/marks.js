/* What has been read of the issue, kept by the browser: a story is read when its end has been on the screen for a moment.
   Links to it are marked, and a line at the end of the page says how many there are: 读完 12/55. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const { issue, stories, finished } = document.querySelector(".tools").dataset;
  const key = `read-${issue}`;
  const MOMENT = 1500; // milliseconds
  const fileOf = (address) => address.split(/[?#]/)[0].split("/").pop();
  let read;
  try {
    read = new Set(JSON.parse(localStorage.getItem(key) ?? "[]"));
  } catch {
    return; // a browser that keeps nothing for pages on a disk
  }

  const line = document.createElement("p");
  const meter = document.createElement("progress");
  const words = document.createElement("span");
  line.className = "finish";
  meter.max = Number(stories);
  meter.setAttribute("aria-label", finished);
  line.append(meter, " ", words);
  document.querySelector("main").append(line);

  const show = () => {
    meter.value = read.size;
    words.textContent = `${finished} ${read.size}/${stories}`;
    for (const link of document.querySelectorAll("main a[href]")) {
      link.classList.toggle("read", read.has(fileOf(link.getAttribute("href"))));
    }
  };
  show();

  if (!document.body.classList.contains("reading")) return;
  let waiting;
  new IntersectionObserver(([end]) => {
    clearTimeout(waiting);
    if (end.isIntersecting) {
      waiting = setTimeout(() => {
        read.add(fileOf(location.pathname));
        try {
          localStorage.setItem(key, JSON.stringify([...read]));
        } catch {
          return; // the storage is full
        }
        show();
      }, MOMENT);
    }
  }).observe(line);
});
