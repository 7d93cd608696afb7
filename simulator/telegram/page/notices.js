/** Toasts, alerts and the window of a Mini App. */

import { h, icon } from "/page/dom.js";
import { words } from "/page/signs.js";

const SHOWN_MS = 3200;

/** Shows a short text over the chat. */
export function toast(text) {
  const shown = h("div", { class: "toast", role: "status" }, ...words(text));
  document.getElementById("toasts").append(shown);
  setTimeout(() => {
    shown.classList.add("leaving");
    shown.addEventListener("animationend", () => shown.remove(), { once: true });
    setTimeout(() => shown.remove(), 500);
  }, SHOWN_MS);
}

/** Shows a text that needs an OK. */
export function alertBox(text, title) {
  const ok = h("button", { type: "submit", class: "primary", autofocus: true }, "OK");
  open(h("dialog", { class: "alert", "aria-label": title }, h("form", { method: "dialog" }, h("p", {}, ...words(text)), ok)));
}

/** Opens a Mini App in a window of its own. */
export function miniApp(url, title) {
  const close = h("button", { type: "submit", class: "icon-button", "aria-label": "Close" }, icon("close"));
  open(
    h(
      "dialog",
      { class: "mini-app", "aria-label": title },
      h("form", { method: "dialog" }, h("strong", {}, title), close),
      h("iframe", { src: url, title, referrerpolicy: "no-referrer" }),
    ),
  );
}

function open(dialog) {
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.showModal();
}
