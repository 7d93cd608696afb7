/** Draws one message with its buttons. */

import { avatar, clockTime, h, icon } from "/page/dom.js";
import { mediaName, mediaOf } from "/page/media.js";
import { richBlocks } from "/page/richblocks.js";
import { richText, startToken } from "/page/richtext.js";
import { words } from "/page/signs.js";

/** Draws a message; `place` says how it stands among its neighbours, `actions` what one can do. */
export function bubble(message, place, store, actions) {
  if (message.service) return service(message, store);
  const isMine = message.from === store.person.name;
  const row = h("article", {
    class: ["row", isMine ? "mine" : "theirs", place.isFirst && "first", place.isLast && "last"].filter(Boolean).join(" "),
    "data-id": message.message_id,
    "aria-label": `${isMine ? "You" : store.nameOf(message.from)}, ${clockTime(message.date)}`,
  });
  if (place.isGroup && !isMine) row.append(place.isLast ? avatar(message.from, "small") : h("span", { class: "avatar-gap" }));
  const body = h("div", { class: "stack" }, card(message, place, store, actions, isMine));
  if (message.buttons) body.append(keyboard(message, store, actions));
  row.append(body);
  return row;
}

function card(message, place, store, actions, isMine) {
  const media = message.rich ? null : mediaOf(message); // its pictures stand among its blocks
  const shown = h("div", { class: `bubble${media ? " with-media" : ""}${isLoud(message) ? " loud" : ""}` });
  if (place.isGroup && place.isFirst && !isMine) {
    shown.append(h("b", { class: `name name-${message.from}` }, store.nameOf(message.from)));
  }
  if (message.visible_to) shown.append(h("p", { class: "only-you" }, "Only you can see this"));
  if (message.reply_to) shown.append(quote(message, store, actions) ?? "");
  if (media) shown.append(media);
  const meta = h("span", { class: "meta" }, message.edited ? "edited " : "", h("time", {}, clockTime(message.date)));
  const reach = { ...actions, botUsername: store.bot.username };
  if (message.rich) {
    shown.append(richBlocks(message.rich, reach), meta);
  } else if (message.text) {
    const told = richText(message.text, message.entities, reach);
    shown.append(h("div", { class: "text" }, ...told, meta));
  } else {
    shown.append(meta);
  }
  if (message.reactions) shown.append(h("span", { class: "reactions" }, ...message.reactions.flatMap(words)));
  shown.append(tools(message, isMine, actions));
  return shown;
}

/** A single emoji or two stand larger. */
function isLoud(message) {
  return /^(\p{Extended_Pictographic}\uFE0F?){1,2}$/u.test(message.text ?? "");
}

function tools(message, isMine, actions) {
  const tool = (name, label, act) =>
    h("button", { type: "button", class: "tool", "aria-label": label, title: label, onclick: act }, icon(name));
  return h(
    "span",
    { class: "tools" },
    tool("reply", "Reply", () => actions.reply(message)),
    isMine && message.text ? tool("edit", "Edit", () => actions.edit(message)) : null,
    isMine ? tool("bin", "Delete", () => actions.remove(message)) : null,
  );
}

function quote(message, store, actions) {
  const original = store.messages.get(message.chat)?.get(message.reply_to);
  if (!original || original.deleted) return null;
  return h(
    "button",
    { type: "button", class: "quote", onclick: () => actions.show(original.message_id) },
    h("b", {}, store.nameOf(original.from)),
    h("span", {}, ...words(original.text || mediaName(original))),
  );
}

function keyboard(message, store, actions) {
  const rows = message.buttons.map((row) =>
    h("div", { class: "keys" }, ...row.map((button) => key(message, button, store, actions))),
  );
  return h("div", { class: "keyboard", role: "group", "aria-label": "Buttons of this message" }, ...rows);
}

function key(message, button, store, actions) {
  const label = [h("span", {}, ...words(button.text))];
  if (button.url && startToken(button.url, store.bot.username) === null) {
    return h("a", { class: "key", href: button.url, target: "_blank", rel: "noreferrer noopener" }, ...label, h("i", { class: "corner" }, "↗"));
  }
  const press = async (event) => {
    const pressed = event.currentTarget;
    if (pressed.classList.contains("waiting")) return;
    pressed.classList.add("waiting");
    pressed.setAttribute("aria-busy", "true");
    try {
      await actions.press(message, button);
    } finally {
      pressed.classList.remove("waiting");
      pressed.removeAttribute("aria-busy");
    }
  };
  return h("button", { type: "button", class: "key", onclick: press }, ...label);
}

function service(message, store) {
  const told = {
    migrate_to_chat_id: "The group became a supergroup",
    migrate_from_chat_id: "This supergroup was a group before",
  };
  const [kind] = Object.keys(message.service);
  return h("p", { class: "service", "data-id": message.message_id }, told[kind] ?? `${store.nameOf(message.from)}: ${kind}`);
}
