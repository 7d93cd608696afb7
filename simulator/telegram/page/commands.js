/** The list of slash commands above the input. */

import { telegram } from "/page/api.js";
import { h } from "/page/dom.js";

export class CommandList {
  #element = document.getElementById("commands");
  #input;
  #choose;
  #commands = [];
  #offered = [];
  #active = -1;

  constructor(input, choose) {
    this.#input = input;
    this.#choose = choose;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", "commands");
    input.setAttribute("aria-expanded", "false");
  }

  get isOpen() {
    return !this.#element.hidden;
  }

  async load(store) {
    this.#commands = await telegram.commands(store.chatId, store.person.name).catch(() => []);
  }

  /** Offers what fits the beginning of a command. */
  offer(text) {
    const begun = /^\/(\w*)$/.exec(text);
    const fitting = begun ? this.#commands.filter((known) => known.command.startsWith(begun[1].toLowerCase())) : [];
    this.#offered = fitting;
    this.#active = fitting.length ? 0 : -1;
    this.#draw();
  }

  close() {
    this.#offered = [];
    this.#draw();
  }

  /** Moves or chooses; returns true if the key is used up. */
  onKey(event) {
    if (!this.isOpen) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.#active = (this.#active + step + this.#offered.length) % this.#offered.length;
      this.#draw();
    } else if (event.key === "Escape") {
      this.close();
    } else if (event.key === "Tab") {
      this.#choose(this.#offered[this.#active], false);
    } else if (event.key === "Enter" && !event.shiftKey) {
      this.#choose(this.#offered[this.#active], true);
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  #draw() {
    const isOpen = this.#offered.length > 0;
    this.#element.hidden = !isOpen;
    this.#input.setAttribute("aria-expanded", String(isOpen));
    this.#element.replaceChildren(...this.#offered.map((known, index) => this.#option(known, index)));
    if (!isOpen) {
      this.#input.removeAttribute("aria-activedescendant");
      return;
    }
    this.#input.setAttribute("aria-activedescendant", `command-${this.#active}`);
    this.#element.children[this.#active]?.scrollIntoView({ block: "nearest" });
  }

  #option(known, index) {
    return h(
      "div",
      {
        id: `command-${index}`,
        class: "command",
        role: "option",
        "aria-selected": String(index === this.#active),
        onpointerdown: (event) => {
          event.preventDefault();
          this.#choose(known, true);
        },
      },
      h("b", {}, `/${known.command}`),
      h("span", {}, known.description),
    );
  }
}
