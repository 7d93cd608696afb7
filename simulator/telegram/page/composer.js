/** Where one writes: text, commands, replies, voice notes, files and places. */

import { telegram } from "/page/api.js";
import { CommandList } from "/page/commands.js";
import { h, icon } from "/page/dom.js";
import { toast } from "/page/notices.js";
import { canRecord, record } from "/page/recorder.js";
import { words } from "/page/signs.js";
import { suggestions } from "/page/suggestions.js";

const HERE = { latitude: 48.13743, longitude: 11.57549 }; // Marienplatz, Munich

export class Composer {
  #store;
  #form = document.getElementById("composer");
  #chips = document.getElementById("chips");
  #answering = document.getElementById("answering");
  #replyKeyboard = document.getElementById("reply-keyboard");
  #input = h("textarea", { id: "input", rows: "1", maxlength: "4096", "aria-label": "Message", placeholder: "Message", enterkeyhint: "send" });
  #send = h("button", { type: "submit", class: "send", "aria-label": "Send" }, icon("send"));
  #microphone = h("button", { type: "button", class: "send microphone", "aria-label": "Record a voice note" }, icon("microphone"));
  #file = h("input", { type: "file", hidden: true, "aria-label": "File" });
  #menu = h("div", { class: "attach-menu", role: "menu", hidden: true });
  #commands;
  #about = null; // { kind: "reply" | "edit", message }
  #recording = null;
  #drafts = new Map();
  #where = "";

  constructor(store) {
    this.#store = store;
    this.#commands = new CommandList(this.#input, (command, isWhole) => this.#useCommand(command, isWhole));
    this.#build();
  }

  /** Draws what depends on chat and person; keeps what was being written in each. */
  draw() {
    const where = `${this.#store.person.name} ${this.#store.chatId}`;
    if (where !== this.#where) {
      this.#drafts.set(this.#where, this.#input.value);
      this.#where = where;
      this.#input.value = this.#drafts.get(where) ?? "";
      this.#answer(null);
      this.#commands.load(this.#store);
      this.#resize();
    }
    this.#drawChips();
    this.#drawKeyboard();
  }

  async say(text) {
    const { chatId, person } = this.#store;
    const about = this.#about;
    this.#answer(null);
    try {
      if (about?.kind === "edit") {
        await telegram.edit(chatId, { from: person.name, message_id: about.message.message_id, text });
      } else {
        const reply = about ? { reply_to: about.message.message_id } : {};
        await telegram.say(chatId, { from: person.name, text, ...reply });
      }
    } catch (error) {
      toast(error.message);
    }
  }

  reply(message) {
    this.#answer({ kind: "reply", message });
  }

  edit(message) {
    this.#answer({ kind: "edit", message });
    this.#input.value = message.text;
    this.#resize();
  }

  /** Puts words into the input, ready to be sent. */
  write(text) {
    this.draw();
    this.#input.value = text;
    this.#resize();
    this.#drawChips();
    this.focus();
  }

  focus() {
    this.#input.focus({ preventScroll: true });
  }

  #build() {
    const attach = h("button", { type: "button", class: "icon-button", "aria-label": "Attach", "aria-haspopup": "menu", onclick: () => this.#toggleMenu() }, icon("attach"));
    const slash = h("button", { type: "button", class: "icon-button slash", "aria-label": "Commands", onclick: () => this.#startCommand() }, icon("slash"));
    this.#form.append(attach, this.#menu, slash, this.#input, this.#file, this.#microphone, this.#send);
    this.#menu.append(
      this.#item("place", "My place", () => this.#sendPlace()),
      this.#item("microphone", "Voice note from a file", () => this.#pick("voice", "audio/*")),
      this.#item("file", "Picture or file", () => this.#pick("document", "")),
    );
    this.#form.addEventListener("submit", (event) => this.#submit(event));
    this.#input.addEventListener("input", () => this.#typed());
    this.#input.addEventListener("keydown", (event) => this.#onKey(event));
    this.#input.addEventListener("blur", () => this.#commands.close());
    this.#microphone.addEventListener("click", () => this.#record());
    document.addEventListener("pointerdown", (event) => {
      if (!this.#form.contains(event.target)) this.#menu.hidden = true;
    });
    this.#resize();
  }

  #item(name, label, act) {
    const run = () => {
      this.#menu.hidden = true;
      act();
    };
    return h("button", { type: "button", role: "menuitem", onclick: run }, icon(name), label);
  }

  #toggleMenu() {
    this.#menu.hidden = !this.#menu.hidden;
    if (!this.#menu.hidden) this.#menu.querySelector("button").focus();
  }

  #submit(event) {
    event?.preventDefault();
    const text = this.#input.value.trim();
    if (!text) return;
    this.#input.value = "";
    this.#commands.close();
    this.#resize();
    this.say(text);
  }

  #typed() {
    this.#commands.offer(this.#input.value);
    this.#resize();
    this.#drawChips();
  }

  #onKey(event) {
    if (event.isComposing || this.#commands.onKey(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === "Escape") {
      this.#answer(null);
      this.#menu.hidden = true;
    } else if (event.key === "ArrowUp" && !this.#input.value) {
      const own = this.#store.visible(this.#store.chatId).filter((m) => m.from === this.#store.person.name && m.text);
      if (own.length) {
        event.preventDefault();
        this.edit(own.at(-1));
      }
    }
  }

  #startCommand() {
    this.#input.value = "/";
    this.#commands.load(this.#store).then(() => this.#typed());
    this.focus();
  }

  #useCommand(known, isWhole) {
    this.#input.value = isWhole ? `/${known.command}` : `/${known.command} `;
    this.#commands.close();
    if (isWhole) this.#submit();
    this.#resize();
  }

  #resize() {
    this.#input.style.height = "auto";
    this.#input.style.height = `${Math.min(this.#input.scrollHeight, 180)}px`;
    this.#form.classList.toggle("writing", this.#input.value.trim() !== "");
  }

  #answer(about) {
    if (!about && this.#about?.kind === "edit") this.#input.value = "";
    this.#about = about;
    this.#answering.hidden = !about;
    this.#resize();
    if (!about) return;
    const close = h("button", { type: "button", class: "icon-button", "aria-label": "Cancel", onclick: () => this.#answer(null) }, icon("close"));
    const title = about.kind === "edit" ? "Edit message" : `Reply to ${this.#store.nameOf(about.message.from)}`;
    this.#answering.replaceChildren(icon(about.kind), h("span", {}, h("b", {}, title), h("span", {}, ...words(about.message.text ?? ""))), close);
    this.focus();
  }

  #drawChips() {
    const { chat, person } = this.#store;
    const said = this.#store.visible(this.#store.chatId).filter((message) => message.from === person.name).length;
    const isWanted = chat && said < 4 && !this.#input.value && !this.#keyboardRows().length;
    const offered = isWanted ? suggestions(person, chat) : [];
    const key = offered.join("|");
    if (this.#chips.dataset.key === key) return;
    this.#chips.dataset.key = key;
    this.#chips.replaceChildren(
      ...offered.map((text) => h("button", { type: "button", class: "chip", onclick: () => this.say(text) }, text)),
    );
  }

  /** The rows of the newest reply keyboard, unless it was removed since. */
  #keyboardRows() {
    const { chatId, person } = this.#store;
    const messages = this.#store.visible(chatId);
    const newest = messages.findLast((message) => message.keyboard);
    this.#input.placeholder = newest?.keyboard.placeholder ?? "Message";
    const isUsedUp = newest?.keyboard.one_time && messages.findLast((message) => message.from === person.name)?.message_id > newest.message_id;
    return isUsedUp ? [] : (newest?.keyboard.rows ?? []);
  }

  #drawKeyboard() {
    const rows = this.#keyboardRows();
    const key = JSON.stringify(rows);
    if (this.#replyKeyboard.dataset.key === key) return;
    this.#replyKeyboard.dataset.key = key;
    this.#replyKeyboard.hidden = !rows.length;
    this.#replyKeyboard.replaceChildren(
      ...rows.map((row) =>
        h("div", { class: "keys" }, ...row.map((text) => h("button", { type: "button", class: "key", onclick: () => this.say(text) }, h("span", {}, ...words(text))))),
      ),
    );
  }

  async #record() {
    if (this.#recording) return;
    if (!canRecord()) {
      this.#pick("voice", "audio/*");
      return;
    }
    try {
      this.#recording = await record();
    } catch {
      toast("No microphone here. You can send a sound file instead.");
      this.#pick("voice", "audio/*");
      return;
    }
    this.#showRecording(this.#recording);
  }

  #showRecording(recording) {
    const time = h("span", { class: "record-time" }, "0:00");
    const timer = setInterval(() => {
      const seconds = Math.floor(recording.seconds());
      time.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    }, 200);
    const end = async (isWanted) => {
      clearInterval(timer);
      bar.remove();
      this.#recording = null;
      if (!isWanted) return recording.cancel();
      const note = await recording.stop();
      return this.#sendFile("voice", note.blob, note.name, { duration: String(Math.max(1, Math.round(note.seconds))) });
    };
    const bar = h(
      "div",
      { class: "recording" },
      h("i", { class: "record-dot" }),
      time,
      h("span", { class: "record-hint" }, "Recording…"),
      h("button", { type: "button", class: "icon-button", "aria-label": "Discard", onclick: () => end(false) }, icon("bin")),
      h("button", { type: "button", class: "send", "aria-label": "Send voice note", onclick: () => end(true) }, icon("send")),
    );
    this.#form.append(bar);
    bar.querySelector(".send").focus();
  }

  #pick(kind, accept) {
    this.#file.accept = accept;
    this.#file.value = "";
    this.#file.onchange = () => {
      const [chosen] = this.#file.files;
      if (!chosen) return;
      const isPicture = kind === "document" && /^image\/(png|jpeg)$/.test(chosen.type);
      this.#sendFile(isPicture ? "photo" : kind, chosen, chosen.name, kind === "voice" ? { duration: "3" } : {});
    };
    this.#file.click();
  }

  async #sendFile(kind, blob, name, extra) {
    const { chatId, person } = this.#store;
    await telegram.sendFile(chatId, person.name, kind, blob, name, extra).catch((error) => toast(error.message));
  }

  async #sendPlace() {
    const { chatId, person } = this.#store;
    await telegram.say(chatId, { from: person.name, location: HERE }).catch((error) => toast(error.message));
  }
}
