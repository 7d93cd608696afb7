/** Turns text with Telegram's entities into elements; nothing is ever read as HTML. */

import { h } from "/page/dom.js";
import { words as signed } from "/page/signs.js";

const TAGS = {
  bold: "b",
  italic: "i",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
};

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]); // these end their line themselves

/** Returns the nodes of a text; `actions` has `say(text)` and `start(token)`. */
export function richText(text, entities = [], actions = {}) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nodes(text, sorted, 0, text.length, actions);
}

function nodes(text, entities, from, to, actions) {
  const result = [];
  let position = from;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const end = entity.offset + entity.length;
    if (entity.offset < position || end > to) continue;
    result.push(...signed(text.slice(position, entity.offset)));
    const inner = entities.slice(index + 1).filter((e) => e.offset >= entity.offset && e.offset + e.length <= end);
    result.push(wrapped(entity, text.slice(entity.offset, end), nodes(text, inner, entity.offset, end, actions), actions));
    position = BLOCKS.has(entity.type) && text[end] === "\n" ? end + 1 : end;
  }
  result.push(...signed(text.slice(position, to)));
  return result.filter((node) => node !== "");
}

function wrapped(entity, words, children, actions) {
  switch (entity.type) {
    case "spoiler":
      return spoiler(children);
    case "expandable_blockquote":
      return expandable(children);
    case "bot_command":
      return h("button", { type: "button", class: "link", onclick: () => actions.say?.(words) }, children);
    case "text_link":
      return link(entity.url, children, actions);
    case "url":
      return link(words.includes("://") ? words : `http://${words}`, children, actions);
    case "email":
      return h("a", { href: `mailto:${words}` }, children);
    case "mention":
    case "hashtag":
      return h("span", { class: "link" }, children);
    default:
      return h(TAGS[entity.type] ?? "span", {}, children);
  }
}

/** Makes a link; one that starts our bot does so in this chat, and an odd one is no link. */
export function link(url, children, actions) {
  const token = startToken(url, actions.botUsername);
  if (token !== null) {
    return h("button", { type: "button", class: "link", onclick: () => actions.start?.(token) }, children);
  }
  const isSafe = /^(https?|mailto|tg|geo):/i.test(url);
  return isSafe ? h("a", { href: url, target: "_blank", rel: "noreferrer noopener" }, children) : h("span", {}, children);
}

/** Returns the token of a link that starts our bot, null for any other link. */
export function startToken(url, botUsername) {
  const match = /^(?:https?:\/\/)?t\.me\/(\w+)(?:\?start=([\w-]*))?$/.exec(url);
  return match && match[1].toLowerCase() === botUsername?.toLowerCase() ? (match[2] ?? "") : null;
}

/** Shows the first lines of a long quote, and all of it once it is pressed. */
function expandable(children) {
  const quote = h("blockquote", { class: "expandable", role: "button", tabindex: "0", "aria-expanded": "false" }, children);
  const toggle = () => quote.setAttribute("aria-expanded", String(quote.getAttribute("aria-expanded") === "false"));
  quote.addEventListener("click", toggle);
  quote.addEventListener("keydown", (event) => event.key === "Enter" && toggle());
  return quote;
}

/** Hides words until they are pressed. */
export function spoiler(children) {
  const hidden = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": "Hidden text, press to show" }, children);
  const show = () => {
    hidden.classList.add("shown");
    hidden.removeAttribute("aria-label");
  };
  hidden.addEventListener("click", show);
  hidden.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && show());
  return hidden;
}
