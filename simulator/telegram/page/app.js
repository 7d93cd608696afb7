/** Starts the page and connects its parts. */

import { telegram } from "/page/api.js";
import { Cars } from "/page/cars.js";
import { Composer } from "/page/composer.js";
import { avatar, h, icon } from "/page/dom.js";
import { alertBox, miniApp, toast } from "/page/notices.js";
import { startToken } from "/page/richtext.js";
import { Sidebar } from "/page/sidebar.js";
import { words } from "/page/signs.js";
import { Store } from "/page/store.js";
import { Thread } from "/page/thread.js";
import { drawTour } from "/page/tour.js";

const BUSY = {
  typing: "typing",
  record_voice: "recording a voice note",
  upload_voice: "sending a voice note",
  upload_photo: "sending a picture",
  upload_document: "sending a file",
  find_location: "looking for the place",
};

const byId = (id) => document.getElementById(id);
const store = new Store();

const actions = {
  say: (text) => composer.say(text),
  start: (token) => {
    if (store.chat.type !== "private") store.open(store.person.id);
    composer.say(`/start ${token}`.trim());
  },
  reply: (message) => composer.reply(message),
  edit: (message) => composer.edit(message),
  async remove(message) {
    const removed = { from: store.person.name, message_id: message.message_id };
    await telegram.remove(message.chat, removed).catch((error) => toast(error.message));
  },
  press,
};
const composer = new Composer(store);
const thread = new Thread(store, actions);
const sidebar = new Sidebar(store, () => view("chat"));
const cars = new Cars(store);

async function press(message, button) {
  const from = store.person.name;
  try {
    if (button.web_app) {
      const { url } = await telegram.webApp(message.chat, { from, url: button.web_app });
      miniApp(url, store.bot.name);
    } else if (button.url) {
      actions.start(startToken(button.url, store.bot.username));
    } else if (button.copy_text) {
      await navigator.clipboard.writeText(button.copy_text.text);
      toast("Copied");
    } else {
      const { answer } = await telegram.tap(message.chat, { from, message_id: message.message_id, data: button.data });
      if (answer?.text) (answer.show_alert ? alertBox : toast)(answer.text, store.bot.name);
      if (answer === null) toast("The bot did not answer.");
    }
  } catch (error) {
    toast(error.message);
  }
}

function view(name) {
  document.body.dataset.view = name;
}

function drawHead() {
  const { chat, bot, person } = store;
  if (!chat) return;
  const isPrivate = chat.type === "private";
  const shownAvatar = isPrivate ? "bot" : "family";
  if (byId("chat-avatar").dataset.of !== shownAvatar) {
    byId("chat-avatar").dataset.of = shownAvatar;
    byId("chat-avatar").replaceChildren(avatar(shownAvatar));
  }
  byId("chat-title").textContent = isPrivate ? bot.name : chat.title;
  const members = isPrivate ? `bot · you are ${person.first_name}` : [...chat.people.map((name) => store.nameOf(name)), bot.name].join(", ");
  const busy = chat.busy ? `${isPrivate ? "" : `${bot.name} is `}${BUSY[chat.busy] ?? "busy"}` : "";
  byId("chat-about").replaceChildren(...(busy ? [h("span", { class: "busy" }, busy, h("i"), h("i"), h("i"))] : [members]));
}

function drawPinned() {
  const pinned = store.visible(store.chatId).find((message) => message.pinned);
  byId("pinned").hidden = !pinned;
  if (!pinned) return;
  byId("pinned").replaceChildren(
    h("button", { type: "button", onclick: () => thread.show(pinned.message_id) }, icon("pin"), h("span", {}, h("b", {}, "Pinned"), ...words(pinned.text ?? ""))),
  );
}

function draw() {
  sidebar.draw();
  drawHead();
  drawPinned();
  thread.draw();
  composer.draw();
}

/** Draws once a frame, however much has happened since the last. */
let isDue = false;
function drawSoon() {
  if (isDue) return;
  isDue = true;
  requestAnimationFrame(() => {
    isDue = false;
    draw();
  });
}

let quiet = 0;
function onChats() {
  drawSoon();
  clearTimeout(quiet);
  quiet = setTimeout(() => {
    for (const chat of store.chats.values()) chat.busy = "";
    drawSoon();
  }, 5200);
}

byId("back").append(icon("back"));
byId("show-cars").append(icon("car"));
byId("to-end").append(icon("down"));
byId("back").addEventListener("click", () => view("list"));
byId("show-cars").addEventListener("click", () => view(document.body.dataset.view === "cars" ? "chat" : "cars"));
byId("cars").addEventListener("close", () => view("chat"));

store.addEventListener("messages", ({ detail }) => {
  if (document.visibilityState === "visible" && detail.some(({ message }) => message.chat === store.chatId)) store.seen();
  drawSoon();
});
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && store.seen());
store.addEventListener("chats", onChats);
store.addEventListener("person", () => {
  drawSoon();
  cars.draw();
});
store.addEventListener("connection", ({ detail }) => {
  byId("offline").hidden = detail;
});

await store.start();
draw();
drawTour(store, composer, () => view("chat"));
document.body.classList.add("ready");
if (matchMedia("(min-width: 760px)").matches) composer.focus();
cars.start();
