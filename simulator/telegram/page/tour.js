/** Things to try, for somebody who sees the page for the first time. */

import { h } from "/page/dom.js";

const FAMILY = -100200300;
const STEPS = [
  { title: "Ask about the battery", person: "anna", text: "How full is the battery?" },
  { title: "Warm the car up", person: "anna", text: "Warm it up to 22" },
  { title: "Unlock it, and say yes", person: "anna", text: "Unlock the car" },
  { title: "Ben asks for Saturday", person: "ben", chat: FAMILY, text: "May I have the car on Saturday 10 to 2?" },
  { title: "Mia asks in German", person: "mia", text: "Wie voll ist die Batterie?" },
  { title: "Get told when it drives off", person: "anna", text: "Tell me if the car leaves home" },
];

/** Draws the list; a step leads to its chat with the words written, not sent. */
export function drawTour(store, composer, onOpen) {
  const list = document.getElementById("tour");
  list.replaceChildren(
    h("h2", { class: "eyebrow" }, "Things to try"),
    ...STEPS.map((step) => {
      const lead = () => {
        button.classList.add("done");
        store.become(step.person);
        store.open(step.chat ?? store.person.id);
        onOpen();
        composer.write(step.text);
      };
      const button = h("button", { type: "button", class: "step", onclick: lead }, h("i", { "aria-hidden": "true" }), step.title);
      return button;
    }),
  );
}
