/* The wheel and the paging keys of a vertical page lead on from right to left, where browsers do nothing or move up and
   down. Without this script the scroll bar, the arrow keys and a finger do. */
"use strict";
{
  const move = (distance) => scrollBy({ left: -distance, behavior: "instant" });
  const busy = (element) => element.closest("a, button, input, summary, textarea");

  addEventListener("wheel", (event) => {
    if (event.ctrlKey || event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) return;
    move(event.deltaY * [1, 30, innerWidth][event.deltaMode]);
    event.preventDefault();
  }, { passive: false });

  addEventListener("keydown", (event) => {
    const page = innerWidth * 0.9;
    const whole = document.documentElement.scrollWidth;
    const distance = { PageDown: page, PageUp: -page, " ": event.shiftKey ? -page : page, Home: -whole, End: whole }[event.key];
    if (!distance || event.altKey || event.ctrlKey || event.metaKey || (event.key === " " && busy(event.target))) return;
    move(distance);
    event.preventDefault();
  });
}
