/** The panel of physical cars: what a person beside them would see and do. */

import { cloud, RefusedError } from "/page/api.js";
import { carCard } from "/page/car-card.js";
import { clockCard } from "/page/clock-card.js";
import { carArt } from "/page/car-art.js";
import { h, icon, swap } from "/page/dom.js";
import { toast } from "/page/notices.js";

const LOOK_MS = 1000;

export class Cars {
  #store;
  #panel = document.getElementById("cars");
  #cars = [];
  #accounts = [];
  #clock = { speed: 1 };
  #chosen = "";
  #chooser = "";
  #homes = new Map(); // vin -> where the page first saw the car
  #parts = {};

  constructor(store) {
    this.#store = store;
  }

  /** Begins to look at the cars; without a cloud beside the page the panel stays away. */
  async start() {
    try {
      await this.#look();
    } catch (error) {
      if (error instanceof RefusedError && error.status === 404) return;
    }
    this.#accounts = await cloud.accounts().catch(() => []);
    this.#build();
    document.body.classList.add("has-cars");
    this.draw();
    for (;;) {
      await new Promise((done) => setTimeout(done, LOOK_MS));
      if (document.visibilityState === "visible") await this.refresh();
    }
  }

  async refresh() {
    try {
      await this.#look();
      this.draw();
    } catch {
      // the next look comes soon; the page says by itself that it lost the connection
    }
  }

  draw() {
    if (!this.#cars.length || !this.#parts.cars) return;
    const mine = this.#ordered();
    const isNewPerson = this.#chooser !== this.#store.person.name;
    if (isNewPerson || !mine.some((car) => car.vin === this.#chosen)) this.#chosen = mine[0].vin;
    this.#chooser = this.#store.person.name;
    swap(this.#parts.picker, JSON.stringify([this.#chosen, mine.map((car) => [car.vin, Math.round(car.soc), car.locked, car.plugged])]), () =>
      mine.map((car) => this.#tab(car)),
    );
    const car = mine.find((known) => known.vin === this.#chosen);
    swap(this.#parts.cars, JSON.stringify(shown(car)), () => [carCard(car, this.#actions(car))]);
    swap(this.#parts.clock, JSON.stringify([this.#clock.speed, Math.floor(simulated(this.#clock) / 60)]), () => [
      clockCard(this.#clock, (change) => this.#do(() => cloud.setClock(change))),
    ]);
  }

  async #look() {
    [this.#cars, this.#clock] = await Promise.all([cloud.cars(), cloud.clock()]);
    for (const car of this.#cars) {
      if (!this.#homes.has(car.vin)) this.#homes.set(car.vin, [car.latitude, car.longitude]);
    }
  }

  #build() {
    const close = h("button", { type: "button", class: "icon-button only-overlay", "aria-label": "Close", onclick: () => this.#panel.dispatchEvent(new Event("close")) }, icon("close"));
    this.#parts = {
      clock: h("div", {}),
      picker: h("div", { class: "car-tabs", role: "tablist", "aria-label": "Cars" }),
      cars: h("div", {}),
      accounts: h("div", {}),
    };
    this.#panel.hidden = false;
    document.getElementById("show-cars").hidden = false;
    this.#panel.append(
      h("header", { class: "cars-head" }, h("div", {}, h("h2", {}, "The cars"), h("p", {}, "As somebody beside them sees them")), close),
      this.#parts.clock,
      this.#parts.picker,
      this.#parts.cars,
      this.#parts.accounts,
    );
    if (this.#accounts.length) this.#parts.accounts.append(this.#accountCard());
  }

  /** The person's own cars first. */
  #ordered() {
    const own = this.#accounts.filter((account) => account.email.startsWith(this.#store.person.name)).flatMap((account) => account.vins);
    return [...this.#cars].sort((a, b) => Number(own.includes(b.vin)) - Number(own.includes(a.vin)));
  }

  #tab(car) {
    return h(
      "button",
      {
        type: "button",
        role: "tab",
        class: "car-tab",
        "aria-selected": String(car.vin === this.#chosen),
        "aria-label": `${car.name ?? car.model}, ${Math.round(car.soc)} percent`,
        onclick: () => {
          this.#chosen = car.vin;
          this.draw();
        },
      },
      carArt({ ...car, climate: false, speed: 0 }),
      h("span", {}, car.name ?? car.model),
      h("small", {}, `${Math.round(car.soc)} %`),
    );
  }

  #actions(car) {
    return {
      change: (change) => this.#do(() => cloud.change(car.vin, change)),
      driveTo: (to, kmh) => this.#do(() => cloud.drive(car.vin, to, kmh)),
      home: this.#homes.get(car.vin),
      askToShare: () =>
        this.#do(async () => {
          await cloud.askToShare({ vin: car.vin, name: "Nina" });
          toast("Nina asked for the car on Smart's sharing platform.");
        }),
    };
  }

  async #do(act) {
    try {
      await act();
    } catch (error) {
      toast(error.message);
    }
    await this.refresh();
  }

  #accountCard() {
    const rows = this.#accounts.map((account) =>
      h(
        "li",
        {},
        h("span", { class: "region" }, account.region),
        h("span", {}, copyable(account.email), copyable(account.password)),
      ),
    );
    return h("section", { class: "panel-card accounts" }, h("h3", {}, icon("key"), "Demo accounts"), h("p", {}, "For trying /login. Press to copy."), h("ul", {}, ...rows));
  }
}

function copyable(text) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast("Copied");
    } catch {
      toast(text);
    }
  };
  return h("button", { type: "button", class: "copyable", title: "Copy", onclick: copy }, text);
}

function shown(car) {
  const rounded = { soc: 1, latitude: 4, longitude: 4, interior_temperature_c: 1, outside_temperature_c: 1, power_kw: 1, battery12v: 1 };
  const { updated_at: _updated, ...rest } = car;
  for (const [name, digits] of Object.entries(rounded)) {
    if (typeof rest[name] === "number") rest[name] = Number(rest[name].toFixed(digits));
  }
  return rest;
}

function simulated(clock) {
  return Date.parse(clock.now ?? clock.time ?? "") / 1000 || 0;
}
