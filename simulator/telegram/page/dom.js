/** Builds elements; small enough to read at once. */

const SVG = "http://www.w3.org/2000/svg";

/** Makes an element: `h("button", { class: "x", onclick }, "text", child)`. */
export function h(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/** Makes an SVG element. */
export function s(tag, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return element;
}

const ICONS = {
  send: "M4 12l16-8-6 16-3-7z",
  microphone: "M12 15a3 3 0 0 0 3-3V6a3 3 0 0 0-6 0v6a3 3 0 0 0 3 3zm-6-3a6 6 0 0 0 12 0M12 18v3",
  attach: "M8 12.5l6-6a3.2 3.2 0 0 1 4.5 4.5l-8 8a5 5 0 0 1-7-7l7.5-7.5",
  back: "M15 5l-7 7 7 7",
  down: "M6 10l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
  car: "M4 16v-4l2-1 2-4h8l2 4 2 1v4zM7 16v2M17 16v2M6 11h12",
  play: "M8 5l11 7-11 7z",
  pause: "M8 5h3v14H8zM14 5h3v14h-3z",
  stop: "M7 7h10v10H7z",
  file: "M7 3h7l4 4v14H7zM14 3v5h4",
  pin: "M12 21s7-6 7-11.5a7 7 0 0 0-14 0C5 15 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  place: "M12 21s7-6 7-11.5a7 7 0 0 0-14 0C5 15 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  reply: "M10 7L4 12l6 5v-3.5c5 0 8 1.5 10 4.5 0-6-4-9-10-9z",
  edit: "M5 19l1-4L16 5l3 3L9 18zM14 7l3 3",
  bin: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  plug: "M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  unlock: "M6 11h12v9H6zM8.5 11V7a3.5 3.5 0 0 1 6.8-1.2",
  door: "M5 20V9l6-5h8v16zM5 12h14M15 15h2",
  road: "M8 20L10 4M16 20L14 4M12 6v2M12 11v2M12 16v2",
  home: "M4 11l8-7 8 7M6 10v10h12V10",
  battery: "M4 8h14v8H4zM18 11h2v2h-2M7 10v4M10 10v4",
  signal: "M5 18v-3M10 18v-6M15 18V9M20 18V5",
  people: "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19a6 6 0 0 1 12 0M16 11a2.5 2.5 0 1 0 0-5M17 14a5 5 0 0 1 4 5",
  heat: "M8 4c-3 4 3 5 0 9M13 4c-3 4 3 5 0 9M18 4c-3 4 3 5 0 9M5 18h15",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 3",
  key: "M14 10a4 4 0 1 0-4 4l1 1v2h2v2h3v-3l-3-3",
  window: "M4 18l3-11h13v11zM5 13h15",
  tyre: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM12 3v5.5M4.2 16.5l4.8-2.7M19.8 16.5L15 13.8",
  slash: "M14 5l-4 14",
  keyboard: "M4 7h16v10H4zM7 10h.01M11 10h.01M15 10h.01M8 14h8",
};

/** Makes a line icon; it is hidden from screen readers. */
export function icon(name) {
  return s(
    "svg",
    { viewBox: "0 0 24 24", class: `icon icon-${name}`, "aria-hidden": "true" },
    s("path", { d: ICONS[name] }),
  );
}

/** Draws a part anew only if what it shows has changed, and keeps the focus where it was. */
export function swap(element, key, make) {
  if (element.dataset.key === key) return;
  const focusable = () => [...element.querySelectorAll("button")];
  const focused = element.contains(document.activeElement) ? focusable().indexOf(document.activeElement) : -1;
  element.dataset.key = key;
  element.replaceChildren(...make());
  if (focused >= 0) focusable()[focused]?.focus();
}

/** Tells the time of day of Unix seconds in the reader's own way. */
export function clockTime(seconds) {
  return TIME.format(seconds * 1000);
}

/** Tells a day as people say it. */
export function dayName(seconds, now = Date.now()) {
  const day = new Date(seconds * 1000);
  const difference = Math.round((startOfDay(now) - startOfDay(day)) / 86_400_000);
  if (difference === 0) return "Today";
  if (difference === 1) return "Yesterday";
  return DAY.format(day);
}

const TIME = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat(undefined, { weekday: "long", day: "numeric", month: "long" });

function startOfDay(moment) {
  return new Date(moment).setHours(0, 0, 0, 0);
}

/** Makes the round picture of a person, a group or the bot. */
export function avatar(name, size = "medium") {
  const glyphs = { bot: icon("car"), family: icon("people") };
  const letter = { stranger: "S" }[name] ?? name.slice(0, 1).toUpperCase();
  const known = ["anna", "ben", "mia", "stranger", "bot", "family"].includes(name) ? name : "other";
  return h(
    "span",
    { class: `avatar avatar-${size} avatar-${known}`, "aria-hidden": "true" },
    glyphs[name] ?? letter,
  );
}
