/** What the page knows: people, chats, messages; kept up to date by one long poll. */

import { telegram } from "/page/api.js";

const WAIT_S = 25;
const RETRY_MS = 1500;

/** Notifies of "messages", "chats", "person" and "connection"; `detail` says what changed. */
export class Store extends EventTarget {
  people = [];
  bot = { name: "Smart Companion", username: "", descriptions: {} };
  person = null;
  chatId = 0;
  chats = new Map();
  messages = new Map(); // chat id -> Map of message id -> message
  #after = 0;
  #run = null;
  #read = new Map(); // "person chat" -> newest message id seen

  async start() {
    [this.people, this.bot] = await Promise.all([telegram.people(), telegram.bot()]);
    this.person = this.people.find((person) => person.name === remembered("person")) ?? this.people[0];
    this.chatId = this.person.id;
    await this.#update(0);
    for (const person of this.people) this.#chatsOf(person).forEach((chat) => this.#see(person, chat.id));
    this.#listen();
  }

  get chat() {
    return this.chats.get(this.chatId);
  }

  /** The chats of the current person, private first. */
  get conversations() {
    return this.#chatsOf(this.person);
  }

  /** The messages of a chat that the current person may see, in order. */
  visible(chatId) {
    return [...(this.messages.get(chatId)?.values() ?? [])].filter(
      (message) => !message.deleted && (!message.visible_to || message.visible_to.includes(this.person.name)),
    );
  }

  become(name) {
    const person = this.people.find((known) => known.name === name);
    if (!person || person === this.person) return;
    const wasPrivate = this.chat?.type === "private";
    this.person = person;
    remember("person", name);
    if (wasPrivate || !this.chat?.people.includes(name)) this.chatId = person.id;
    this.seen();
    this.#tell("person");
  }

  open(chatId) {
    this.chatId = chatId;
    this.seen();
    this.#tell("person");
  }

  /** Notes that the current person has seen the open chat. */
  seen() {
    this.#see(this.person, this.chatId);
    this.#tell("chats");
  }

  unread(person, chatId) {
    const seen = this.#read.get(`${person.name} ${chatId}`) ?? 0;
    let count = 0;
    for (const message of this.messages.get(chatId)?.values() ?? []) {
      const isFor = !message.visible_to || message.visible_to.includes(person.name);
      if (message.message_id > seen && message.from !== person.name && !message.deleted && isFor) count += 1;
    }
    return count;
  }

  unreadOf(person) {
    return this.#chatsOf(person).reduce((sum, chat) => sum + this.unread(person, chat.id), 0);
  }

  nameOf(from) {
    if (from === "bot") return this.bot.name;
    return this.people.find((person) => person.name === from)?.first_name ?? from;
  }

  #chatsOf(person) {
    return [...this.chats.values()].filter((chat) => chat.people.includes(person.name) && !chat.moved_to);
  }

  #see(person, chatId) {
    const ids = [...(this.messages.get(chatId)?.keys() ?? [])];
    this.#read.set(`${person.name} ${chatId}`, Math.max(0, ...ids));
  }

  async #listen() {
    for (;;) {
      try {
        await this.#update(WAIT_S);
        this.#tell("connection", true);
      } catch {
        this.#tell("connection", false);
        await new Promise((done) => setTimeout(done, RETRY_MS));
      }
    }
  }

  async #update(wait) {
    const news = await telegram.changes(this.#after, wait);
    if (news.run !== this.#run) this.messages.clear();
    this.#run = news.run;
    this.#after = news.sequence;
    this.chats = new Map(news.chats.map((chat) => [chat.id, chat]));
    if (this.chat?.moved_to) this.chatId = this.chat.moved_to;
    const changed = news.messages.map((message) => this.#keep(message));
    if (changed.length) this.#tell("messages", changed);
    this.#tell("chats");
  }

  #keep(message) {
    if (!this.messages.has(message.chat)) this.messages.set(message.chat, new Map());
    const known = this.messages.get(message.chat);
    const before = known.get(message.message_id);
    known.set(message.message_id, message);
    return { message, before };
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function remembered(key) {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // a browser without storage forgets who one was; nothing else depends on it
  }
}
