/** Small drawings in place of emoji, for machines without an emoji font; others keep their own. */

import { s } from "/page/dom.js";

const GREEN = "#1fa97f";
const RED = "#e5534b";
const BLUE = "#3f8fe0";
const GREY = "#8a979d";
const AMBER = "#f0a52b";

const stroke = (d, colour, width = 2) => ["path", { d, fill: "none", stroke: colour, "stroke-width": width, "stroke-linecap": "round", "stroke-linejoin": "round" }];
const shape = (d, fill) => ["path", { d, fill }];
const disc = (cx, cy, r, fill) => ["circle", { cx, cy, r, fill }];
const cell = (level, colour) => [stroke("M3 8h15v8H3zM20.5 11v2", GREY), shape(`M5 10h${level}v4H5z`, colour)];
const bell = (colour) => shape("M12 3a6 6 0 0 0-6 6v4l-2 3h16l-2-3V9a6 6 0 0 0-6-6zM10 18a2 2 0 0 0 4 0z", colour);
const padlock = (shackle) => [stroke(shackle, GREY), shape("M5 11h14v9H5z", AMBER), disc(12, 15, 1.6, "#7a4d0a")];
const car = shape("M3 16v-4l2-1 2.5-4h9L19 11l2 1v4z", RED);
const key = [stroke("M11 13l9-9M17 7l2.5 2.5", AMBER), stroke("M8 20a4 4 0 1 0 0-8 4 4 0 0 0 0 8z", AMBER)];

const SIGNS = {
  "🔋": cell(10, GREEN),
  "📊": [shape("M4 12h4v8H4z", BLUE), shape("M10 5h4v15h-4z", GREEN), shape("M16 9h4v11h-4z", AMBER)],
  "💶": [shape("M3 7h18v11H3z", "#9fd0b5"), disc(12, 12.5, 3, GREEN), stroke("M5 9h2M17 16h2", GREEN, 1.4)],
  "📌": [shape("M8 3h8l-1 6 3 3H6l3-3z", RED), stroke("M12 12v9", GREY)],
  "🗺": [shape("M3 6l6-2v14l-6 2z", "#a9d3a0"), shape("M9 4l6 2v14l-6-2z", "#cfe6c9"), shape("M15 6l6-2v14l-6 2z", "#a9d3a0")],
  "📲": [shape("M8 2h9v20H8z", GREY), shape("M9.5 4.5h6v13h-6z", "#e9eef0"), stroke("M2 12h7M6 9l3 3-3 3", BLUE)],
  "👥": [disc(9, 9, 3.5, BLUE), shape("M2 19a7 7 0 0 1 14 0z", BLUE), disc(16.5, 10, 2.8, GREY), shape("M17 19a8 8 0 0 0-2-5.2 5.5 5.5 0 0 1 7 5.2z", GREY)],
  "📄": [shape("M6 3h8l4 4v14H6z", "#e9eef0"), stroke("M9 11h6M9 14h6M9 17h4", GREY, 1.6)],
  "🌤": [disc(9, 8, 4.5, AMBER), shape("M8 20a4 4 0 0 1 0-8 5 5 0 0 1 9-1 4.5 4.5 0 0 1 0 9z", "#a9bccb")],
  "🧹": [stroke("M14 3l-3 9", "#a8703d", 2.4), shape("M7 12h9l2 9H5z", AMBER)],
  "⬇": [shape("M4 4h16v16H4z", BLUE), stroke("M12 7v9M8 12l4 4 4-4", "#fff", 2.2)],
  "⏱": [disc(12, 13, 8, "#e9eef0"), stroke("M12 13V9M10 3h4M12 21a8 8 0 1 0 0-16 8 8 0 0 0 0 16z", "#5f6f78", 1.8)],
  "🔢": [shape("M4 4h16v16H4z", BLUE), stroke("M8 9h2v6M13 9h3l-3 6h3", "#fff", 1.8)],
  "🔊": [shape("M3 9h4l6-5v16l-6-5H3z", "#5f6f78"), stroke("M16 8a5 5 0 0 1 0 8M18.5 5a9 9 0 0 1 0 14", BLUE)],
  "🪫": cell(3, RED),
  "🔌": [shape("M8 3h2v5h4V3h2v5h2v4a6 6 0 0 1-5 6v3h-2v-3a6 6 0 0 1-5-6V8h2z", "#5f6f78")],
  "⚡": [shape("M13 2L4 14h6l-1 8 9-12h-6z", AMBER)],
  "📍": [shape("M12 22s7-7 7-13a7 7 0 0 0-14 0c0 6 7 13 7 13z", RED), disc(12, 9, 2.6, "#fff")],
  "🔑": key,
  "🔁": [stroke("M5 11a6 6 0 0 1 6-6h6M14 2l3 3-3 3M19 13a6 6 0 0 1-6 6H7M10 22l-3-3 3-3", BLUE, 2.2)],
  "✅": [shape("M4 4h16v16H4z", GREEN), stroke("M8 12l3 3 5-6", "#fff", 2.4)],
  "📅": [shape("M4 5h16v15H4z", "#e9eef0"), shape("M4 5h16v5H4z", RED), disc(9, 14.5, 1.4, GREY), disc(15, 14.5, 1.4, GREY)],
  "⚠": [shape("M12 3l10 18H2z", AMBER), stroke("M12 10v4M12 17.5v.1", "#5a3b00", 2.2)],
  "🌡": [stroke("M12 4v10", GREY, 6), stroke("M12 8v6", RED, 2.4), disc(12, 17.5, 4, RED)],
  "🛞": [disc(12, 12, 9, "#3a464c"), disc(12, 12, 4.5, "#c3ccd1"), disc(12, 12, 1.6, "#3a464c")],
  "☁": [shape("M7 19a4.5 4.5 0 0 1 0-9 6 6 0 0 1 11-1 5 5 0 0 1 0 10z", "#a9bccb")],
  "🔔": [bell(AMBER)],
  "🔕": [bell(GREY), stroke("M4 4l16 16", RED)],
  "🔓": padlock("M8 11V7a4 4 0 0 1 7.5-2"),
  "🔒": padlock("M8 11V8a4 4 0 0 1 8 0v3"),
  "🕒": [disc(12, 12, 9, "#e9eef0"), stroke("M12 12V7M12 12h4M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z", "#5f6f78", 1.8)],
  "🚪": [shape("M6 3h12v18H6z", "#a8703d"), disc(15, 12, 1.3, "#ffe0a3")],
  "🪟": [shape("M4 4h16v16H4z", "#9fd0ee"), stroke("M4 4h16v16H4zM12 4v16M4 12h16", "#8b6a49", 1.8)],
  "👋": [shape("M8 21c-3-1-5-4-5-7l2-1 3 2V6a1.5 1.5 0 0 1 3 0V4a1.5 1.5 0 0 1 3 0v2a1.5 1.5 0 0 1 3 0v3a1.5 1.5 0 0 1 3 0v6c0 4-3 6-6 6z", "#f4c06a")],
  "🙂": [disc(12, 12, 9, "#ffd35c"), disc(9, 10, 1.3, "#5a3b00"), disc(15, 10, 1.3, "#5a3b00"), stroke("M8 14a4.5 4.5 0 0 0 8 0", "#5a3b00", 1.6)],
  "👍": [shape("M9 10l3-7c2 0 3 1 3 3v3h4c2 0 2 2 1 4l-2 6c0 1-1 2-2 2H9zM3 10h4v11H3z", "#f4c06a")],
  "🛣": [shape("M8 3h8l5 18H3z", "#69767c"), stroke("M12 5v2M12 11v3M12 18v3", "#fff")],
  "🧭": [disc(12, 12, 9, "#e9eef0"), shape("M16 8l-2.5 6L8 16l2.5-6z", RED)],
  "🩺": [stroke("M6 3v5a4 4 0 0 0 8 0V3M10 12v3a5 5 0 0 0 9 2v-4", "#5f6f78"), disc(19, 11, 2.4, GREEN)],
  "🚗": [car, disc(7.5, 17, 2.2, "#333c40"), disc(16.5, 17, 2.2, "#333c40"), shape("M8.5 8.5h7l1.5 3h-10z", "#cfe5f2")],
  "🔗": [stroke("M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1", BLUE)],
  "🌙": [shape("M20 15A9 9 0 1 1 10 3a7 7 0 0 0 10 12z", "#f2c94c")],
  "🔧": [stroke("M5 19l8-8M20 6a4.5 4.5 0 0 1-6 6M18 4a4.5 4.5 0 0 0-6 6", "#7d8b92", 3)],
  "🤝": [shape("M2 8l5-2 5 2 5-2 5 2v7l-4 1-5 4-3-1-5-3-3-1z", "#f4c06a"), stroke("M8 12l4-4 5 5", "#b9822f", 1.6)],
  "⏳": [shape("M6 3h12v3l-5 6 5 6v3H6v-3l5-6-5-6z", "#c99a5b"), shape("M9 6h6l-3 4zM12 14l4 5H8z", "#ffe9c2")],
  "📨": [shape("M3 6h18v13H3z", "#cfe0ee"), stroke("M3 7l9 7 9-7", BLUE)],
  "🔄": [stroke("M5 11a7 7 0 0 1 12-4l2 2M19 5v4h-4M19 13a7 7 0 0 1-12 4l-2-2M5 19v-4h4", BLUE)],
  "🚨": [shape("M7 17v-5a5 5 0 0 1 10 0v5z", RED), shape("M5 18h14v3H5z", "#5f6f78"), stroke("M12 2v2M4 6l2 1.5M20 6l-2 1.5", AMBER)],
  "🔥": [shape("M12 2c1 4 6 6 6 12a6 6 0 0 1-12 0c0-3 2-4 2-7 2 1 3 2 3 4 1-2 2-5 1-9z", "#f2762e"), shape("M12 21a3.5 3.5 0 0 1-3.5-3.5c0-2 2-3 3-5 1 2 4 3 4 5A3.5 3.5 0 0 1 12 21z", "#ffd166")],
  "❄": [stroke("M12 3v18M4.2 7.5l15.6 9M19.8 7.5l-15.6 9", "#5bb3ee")],
  "🖼": [shape("M3 5h18v14H3z", "#9fd0ee"), shape("M3 19l6-7 4 4 3-3 5 6z", GREEN), disc(16, 9, 1.8, "#ffe08a")],
  "🎙": [shape("M9 3h6v11H9z", "#7d8b92"), stroke("M6 11a6 6 0 0 0 12 0M12 17v4M8 21h8", "#5f6f78", 1.8)],
  "⌨": [shape("M2 6h20v12H2z", "#c3ccd1"), stroke("M5 9.5h.1M9 9.5h.1M13 9.5h.1M17 9.5h2M5 12.5h2M11 12.5h.1M15 12.5h.1M19 12.5h.1M8 15.5h8", "#5f6f78", 1.8)],
  "🎵": [stroke("M9 17V5l10-2v12", BLUE), disc(7, 17, 2.6, BLUE), disc(17, 15, 2.6, BLUE)],
  "📎": [stroke("M8 12l6-6a3 3 0 0 1 4.5 4.5l-8 8a5 5 0 0 1-7-7l8-8", "#7d8b92")],
};

const PATTERN = new RegExp(`(${Object.keys(SIGNS).join("|")})\uFE0F?`, "u");

/** Returns the nodes of a text: as it is, or with drawings where the machine has no emoji. */
export function words(text) {
  if (HAS_EMOJI || !PATTERN.test(text)) return [text];
  const parts = text.split(PATTERN);
  return parts.map((part) => (SIGNS[part] ? drawing(part) : part)).filter((part) => part !== "");
}

function drawing(emoji) {
  return s("svg", { class: "sign", viewBox: "0 0 24 24", role: "img", "aria-label": emoji }, ...SIGNS[emoji].map(([tag, properties]) => s(tag, properties)));
}

/** An emoji font paints in colour; without one the browser draws an empty box. */
function hasEmoji() {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 24;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.font = "20px sans-serif";
  context.fillText("🔋🔴", 0, 20);
  const { data } = context.getImageData(0, 0, 24, 24);
  for (let index = 0; index < data.length; index += 4) {
    if (data[index] !== data[index + 1] || data[index] !== data[index + 2]) return true;
  }
  return false;
}

const HAS_EMOJI = hasEmoji();
