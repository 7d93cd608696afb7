/** The list of messages of the open chat, kept in step without drawing it anew. */

import { dayName, h } from "/page/dom.js";
import { bubble } from "/page/bubbles.js";

const TOGETHER_S = 300; // messages of one sender within this time stand together
const NEAR_END_PX = 120;

export class Thread {
  #store;
  #actions;
  #scroller = document.getElementById("thread"); // grows from its end: 0 is the newest message
  #element = document.getElementById("messages");
  #toEnd = document.getElementById("to-end");
  #rows = new Map(); // message id -> { element, key }
  #shown = "";

  constructor(store, actions) {
    this.#store = store;
    this.#actions = { ...actions, show: (id) => this.show(id) };
    this.#scroller.addEventListener("scroll", () => this.#mark(), { passive: true });
    this.#toEnd.addEventListener("click", () => this.toEnd());
  }

  /** Draws what has changed; a chat or person that was not shown before is drawn whole. */
  draw() {
    const store = this.#store;
    const shown = `${store.person.name} ${store.chatId}`;
    const isNew = shown !== this.#shown;
    if (isNew) this.#clear(shown);
    const messages = store.visible(store.chatId);
    const kept = new Set(messages.map((message) => message.message_id));
    for (const [id, row] of this.#rows) if (!kept.has(id)) this.#remove(id, row.element, isNew);
    const isMine = this.#place(messages, isNew);
    this.#hint(messages);
    if (isNew || isMine) this.toEnd();
    this.#mark();
  }

  toEnd() {
    this.#scroller.scrollTo({ top: 0, behavior: "instant" });
  }

  show(id) {
    const row = this.#rows.get(id)?.element;
    row?.scrollIntoView({ block: "center", behavior: "smooth" });
    row?.classList.add("found");
    setTimeout(() => row?.classList.remove("found"), 1400);
  }

  #clear(shown) {
    this.#element.replaceChildren();
    this.#rows.clear();
    this.#shown = shown;
  }

  /** Puts every row where it belongs; returns whether a new one is the person's own. */
  #place(messages, isNew) {
    const isGroup = this.#store.chat?.type !== "private";
    let isMine = false;
    messages.forEach((message, index) => {
      const [before, after] = [messages[index - 1], messages[index + 1]];
      const place = { isGroup, isFirst: !together(before, message), isLast: !together(message, after) };
      const day = before && sameDay(before, message) ? "" : dayName(message.date);
      const key = `${message.seq} ${place.isFirst} ${place.isLast} ${day} ${this.#quoted(message)}`;
      const known = this.#rows.get(message.message_id);
      if (known?.key === key) return;
      const element = bubble(message, place, this.#store, this.#actions);
      if (day) element.prepend(h("p", { class: "day" }, h("span", {}, day)));
      element.classList.toggle("with-day", Boolean(day));
      if (known) {
        if (known.seq !== message.seq) element.classList.add("changed");
        known.element.replaceWith(element);
      } else {
        if (!isNew) element.classList.add("arriving");
        const next = messages.slice(index + 1).find((later) => this.#rows.has(later.message_id));
        this.#element.insertBefore(element, next ? this.#rows.get(next.message_id).element : null);
        isMine ||= message.from === this.#store.person.name;
      }
      this.#rows.set(message.message_id, { element, key, seq: message.seq });
    });
    return isMine;
  }

  #quoted(message) {
    return message.reply_to ? this.#store.messages.get(message.chat)?.get(message.reply_to)?.seq : "";
  }

  #remove(id, element, isAtOnce) {
    this.#rows.delete(id);
    if (isAtOnce || matchMedia("(prefers-reduced-motion: reduce)").matches) {
      element.remove();
      return;
    }
    element.style.height = `${element.offsetHeight}px`;
    element.setAttribute("aria-hidden", "true");
    requestAnimationFrame(() => element.classList.add("leaving"));
    setTimeout(() => element.remove(), 420);
  }

  #hint(messages) {
    this.#element.querySelector(".empty")?.remove();
    if (messages.length) return;
    const { bot, chat, person } = this.#store;
    const about = bot.descriptions[person.language_code] ?? bot.descriptions[""];
    this.#element.append(
      h(
        "div",
        { class: "empty" },
        h("img", { src: "/page/icon.svg", alt: "", width: "72", height: "72" }),
        h("h2", {}, chat?.type === "private" ? bot.name : (chat?.title ?? "")),
        h("p", {}, about ?? "Talk to the car as you would to a person who stands beside it."),
        chat?.type === "private" ? h("button", { type: "button", class: "primary", onclick: () => this.#actions.say("/start") }, "Start") : null,
      ),
    );
  }

  #mark() {
    this.#toEnd.hidden = this.#scroller.scrollTop > -NEAR_END_PX;
  }
}

function together(a, b) {
  return Boolean(a && b && a.from === b.from && !a.service && !b.service && b.date - a.date < TOGETHER_S && sameDay(a, b));
}

function sameDay(a, b) {
  return new Date(a.date * 1000).toDateString() === new Date(b.date * 1000).toDateString();
}
