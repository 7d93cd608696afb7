/** Who one is, and the conversations of that person. */

import { avatar, clockTime, h, swap } from "/page/dom.js";
import { mediaName } from "/page/media.js";
import { words } from "/page/signs.js";

export class Sidebar {
  #store;
  #people = document.getElementById("people");
  #conversations = document.getElementById("conversations");
  #onOpen;

  constructor(store, onOpen) {
    this.#store = store;
    this.#onOpen = onOpen;
    this.#people.addEventListener("keydown", (event) => this.#move(event));
  }

  draw() {
    const { chatId, conversations, people, person } = this.#store;
    const unread = people.map((known) => (known === person ? 0 : this.#store.unreadOf(known)));
    swap(this.#people, JSON.stringify([person.name, unread]), () => people.map((known) => this.#person(known)));
    const lines = conversations.map((chat) => [chat, this.#last(chat)?.seq, this.#store.unread(person, chat.id)]);
    swap(this.#conversations, JSON.stringify([person.name, chatId, lines]), () => conversations.map((chat) => this.#conversation(chat)));
    const waiting = conversations.reduce((sum, chat) => sum + (chat.id === chatId ? 0 : this.#store.unread(person, chat.id)), 0);
    document.title = `${waiting ? `(${waiting}) ` : ""}${this.#store.bot.name}`;
  }

  #person(person) {
    const isMe = person === this.#store.person;
    const unread = isMe ? 0 : this.#store.unreadOf(person);
    const about = person.name === "stranger" ? " (a stranger)" : "";
    return h(
      "button",
      {
        type: "button",
        class: "person",
        role: "radio",
        "data-person": person.name,
        "aria-checked": String(isMe),
        tabindex: isMe ? "0" : "-1",
        "aria-label": `${person.first_name}${about}${unread ? `, ${unread} unread` : ""}`,
        onclick: () => this.#store.become(person.name),
      },
      avatar(person.name),
      unread ? h("span", { class: "badge" }, unread > 99 ? "99" : String(unread)) : null,
      h("span", { class: "person-name" }, person.first_name),
      h("span", { class: "person-role" }, ROLES[person.name] ?? ""),
    );
  }

  #conversation(chat) {
    const store = this.#store;
    const last = this.#last(chat);
    const isOpen = chat.id === store.chatId;
    const unread = isOpen ? 0 : store.unread(store.person, chat.id);
    return h(
      "button",
      {
        type: "button",
        class: "conversation",
        "aria-current": isOpen ? "true" : "false",
        "data-chat": chat.id,
        onclick: () => {
          store.open(chat.id);
          this.#onOpen();
        },
      },
      avatar(chat.type === "private" ? "bot" : "family", "large"),
      h(
        "span",
        { class: "conversation-text" },
        h("span", { class: "conversation-title" }, h("b", {}, chat.type === "private" ? store.bot.name : chat.title), last ? h("time", {}, clockTime(last.date)) : null),
        h("span", { class: "conversation-last" }, chat.busy ? h("em", {}, "typing…") : words(this.#lastLine(chat, last))),
      ),
      unread ? h("span", { class: "badge", "aria-label": `${unread} unread` }, String(unread)) : null,
    );
  }

  #last(chat) {
    return this.#store.visible(chat.id).findLast((message) => !message.service);
  }

  #lastLine(chat, last) {
    if (!last) return "No messages yet";
    const text = last.text?.replace(/\s+/g, " ").slice(0, 90) || mediaName(last);
    if (last.from === this.#store.person.name) return `You: ${text}`;
    return chat.type === "private" ? text : `${this.#store.nameOf(last.from)}: ${text}`;
  }

  #move(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const { people, person } = this.#store;
    const next = people[(people.indexOf(person) + step + people.length) % people.length];
    this.#store.become(next.name);
    this.#people.querySelector(`[data-person="${next.name}"]`)?.focus();
  }
}

const ROLES = { anna: "owner", ben: "driver", mia: "guest", stranger: "stranger" };
