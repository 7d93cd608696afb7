/** The bar that lets simulated time run faster or jump. */

import { h, icon } from "/page/dom.js";

const SPEEDS = [1, 10, 60, 600];
const WHEN = new Intl.DateTimeFormat(undefined, { weekday: "short", hour: "2-digit", minute: "2-digit" });

/** Returns the bar; `change` sends what the clock port understands. */
export function clockCard(clock, change) {
  const now = Date.parse(clock.now ?? clock.time ?? "");
  return h(
    "section",
    { class: "clock-bar", "aria-label": "Simulated time" },
    h("span", { class: "clock-now" }, icon("clock"), Number.isNaN(now) ? "Time" : h("time", {}, WHEN.format(now))),
    h(
      "div",
      { class: "segments", role: "group", "aria-label": "Speed of time" },
      ...SPEEDS.map((speed) =>
        h("button", { type: "button", "aria-pressed": String(clock.speed === speed), onclick: () => change({ speed }) }, `${speed}×`),
      ),
    ),
    h("button", { type: "button", class: "act", onclick: () => change({ advance_s: 3600 }) }, "+1 h"),
  );
}
