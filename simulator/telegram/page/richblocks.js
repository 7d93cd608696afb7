/** Draws the blocks of a rich message; nothing is ever read as HTML. */

import { h } from "/page/dom.js";
import { photo } from "/page/media.js";
import { link, spoiler } from "/page/richtext.js";
import { words } from "/page/signs.js";

const MARKS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  marked: "mark",
  subscript: "sub",
  superscript: "sup",
};
const SIDES = new Set(["left", "center", "right"]);

/** Returns the element for all blocks of a message; `actions` as for plain text. */
export function richBlocks(rich, actions) {
  return h("div", { class: "blocks", dir: rich.is_rtl ? "rtl" : "auto" }, ...rich.blocks.map((block) => drawn(block, actions)));
}

function drawn(block, actions) {
  switch (block.type) {
    case "paragraph":
      return h("p", {}, line(block.text, actions));
    case "heading":
      return h(`h${Math.min(Math.max(block.size, 1), 6)}`, {}, line(block.text, actions));
    case "footer":
      return h("footer", {}, line(block.text, actions));
    case "divider":
      return h("hr");
    case "pre":
      return h("pre", {}, line(block.text, actions));
    case "list":
      return list(block, actions);
    case "blockquote":
      return h("blockquote", {}, ...block.blocks.map((inner) => drawn(inner, actions)));
    case "details":
      return details(block, actions);
    case "table":
      return table(block, actions);
    case "photo":
      return h("figure", {}, photo(block.photo.at(-1)), block.caption ? h("figcaption", {}, line(block.caption.text, actions)) : null);
    default:
      return h("p", { class: "unknown-block" }, `(${block.type})`);
  }
}

function list(block, actions) {
  const items = block.items.map((item) =>
    h("li", {}, h("span", { class: "label" }, item.label), h("div", {}, ...item.blocks.map((inner) => drawn(inner, actions)))),
  );
  return h("ul", {}, ...items);
}

function details(block, actions) {
  const inner = h("div", {}, ...block.blocks.map((part) => drawn(part, actions)));
  return h("details", { open: Boolean(block.is_open) }, h("summary", {}, line(block.summary, actions)), inner);
}

/** A wide table moves sideways within its message, so that the chat never does. */
function table(block, actions) {
  const rows = block.cells.map((cells) => h("tr", {}, ...cells.map((cell) => tableCell(cell, actions))));
  const kind = [block.is_bordered && "bordered", block.is_striped && "striped"].filter(Boolean).join(" ");
  const drawnTable = h("table", { class: kind }, block.caption ? h("caption", {}, line(block.caption, actions)) : null, ...rows);
  return h("div", { class: "table", tabindex: "0", role: "region", "aria-label": "Table" }, drawnTable);
}

function tableCell(cell, actions) {
  const side = SIDES.has(cell.align) ? cell.align : "left";
  const spans = { colspan: cell.colspan, rowspan: cell.rowspan };
  return h(cell.is_header ? "th" : "td", { class: `to-${side}`, dir: "auto", ...spans }, line(cell.text ?? "", actions));
}

function line(text, actions) {
  if (typeof text === "string") return words(text);
  if (Array.isArray(text)) return text.flatMap((part) => line(part, actions));
  const inner = line(text.text ?? "", actions);
  switch (text.type) {
    case "spoiler":
      return [spoiler(inner)];
    case "url":
      return [link(text.url.includes(":") ? text.url : `http://${text.url}`, inner, actions)];
    case "email_address":
      return [link(`mailto:${text.email_address}`, inner, actions)];
    case "bot_command":
      return [h("button", { type: "button", class: "link", onclick: () => actions.say?.(text.bot_command) }, ...inner)];
    case "mention":
    case "hashtag":
    case "phone_number":
      return [h("span", { class: "link" }, ...inner)];
    default:
      return [h(MARKS[text.type] ?? "span", {}, ...inner)];
  }
}
