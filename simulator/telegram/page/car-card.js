/** One car: its picture, its state, and what a person can do to it. */

import { carArt } from "/page/car-art.js";
import { h, icon } from "/page/dom.js";
import { map } from "/page/map.js";

const AWAY_DEGREES = 0.027; // 3 km to the north
const TOWN_KMH = 50;
const LOW_12V = 45; // percent
const LOW_TYRE = 200; // kPa
const FULL_TYRE = 245;

/** Returns the card; `actions` has `change`, `driveTo`, `askToShare` and `home`. */
export function carCard(car, actions) {
  return h(
    "section",
    { class: "panel-card car-card", "data-vin": car.vin },
    h("div", { class: "car-name" }, h("h3", {}, car.name ?? car.model), h("span", { class: "region" }, car.region), h("span", { class: "vin" }, car.vin)),
    carArt(car),
    battery(car),
    facts(car),
    controls(car, actions),
    h("div", { class: "car-place" }, map(car.latitude, car.longitude, { width: 320, height: 120, metres: 760, heading: car.heading ?? 0 }), h("span", {}, where(car))),
  );
}

function battery(car) {
  const level = Math.round(car.soc);
  const kind = level <= 15 ? "low" : car.charging ? "charging" : "";
  const said = car.charging ? `${kilowatts(car)}${left(car)}` : car.plugged ? "plugged in, not charging" : `${Math.round(car.range_km ?? 0)} km`;
  return h(
    "div",
    { class: "battery" },
    h("div", { class: "battery-words" }, h("b", {}, `${level} %`), h("span", {}, said)),
    h(
      "div",
      { class: `battery-bar ${kind}`, role: "meter", "aria-label": "Battery", "aria-valuenow": level, "aria-valuemin": 0, "aria-valuemax": 100 },
      h("i", { style: `width:${level}%` }),
      car.charge_limit ? h("em", { style: `left:${car.charge_limit}%`, title: `Limit ${car.charge_limit} %` }) : null,
    ),
  );
}

function facts(car) {
  const open = (group) => Object.values(group ?? {}).filter(Boolean).length;
  const list = [
    [car.locked ? "lock" : "unlock", car.locked ? "Locked" : "Unlocked", !car.locked],
    ["door", openWords("door", open(car.doors)), open(car.doors) > 0],
    ["window", openWords("window", open(car.windows)), open(car.windows) > 0],
    ["heat", car.climate ? `Climate ${degrees(car.target_temperature_c)}` : "Climate off", false],
    ["home", `${degrees(car.interior_temperature_c)} in, ${degrees(car.outside_temperature_c)} out`, false],
    ["battery", `12 V battery ${Math.round(level12v(car))} %`, level12v(car) < LOW_12V],
    ["signal", car.online === false ? "Offline" : "Online", car.online === false],
    ["road", car.speed > 0 ? `${Math.round(car.speed)} km/h` : `${Math.round(car.odometer_km ?? 0).toLocaleString()} km`, false],
  ];
  return h("ul", { class: "facts" }, ...list.map(([name, text, isNotable]) => h("li", { class: isNotable ? "notable" : "" }, icon(name), text)));
}

function controls(car, { change, driveTo, askToShare, home }) {
  const charger = car.plugged ? (car.charger ?? (car.charger_kw > 22 ? "dc" : "ac")) : "off";
  const isWindowOpen = Boolean(car.windows?.passenger);
  const isTyreLow = car.tyres?.rear_left < LOW_TYRE;
  const is12vLow = level12v(car) < LOW_12V;
  const away = [car.latitude + AWAY_DEGREES, car.longitude];
  return h(
    "div",
    { class: "controls" },
    group("Charger", [
      ["Unplugged", charger === "off", () => change({ plugged: false })],
      ["AC 11 kW", charger === "ac", () => change({ plugged: true, charger_kw: 11 })],
      ["DC 150 kW", charger === "dc", () => change({ plugged: true, charger_kw: 150 })],
    ], car.speed > 0),
    h(
      "div",
      { class: "acts" },
      act("door", car.doors?.driver ? "Close driver door" : "Open driver door", () => change({ doors: { driver: !car.doors?.driver } }), car.doors?.driver),
      act("window", isWindowOpen ? "Close the window" : "Open a window", () => change({ windows: { passenger: !isWindowOpen } }), isWindowOpen),
      act("key", car.locked ? "Unlock by key" : "Lock by key", () => change({ locked: !car.locked })),
      act("tyre", isTyreLow ? "Pump up the tyre" : "Tyre loses air", () => change({ tyres: { rear_left: isTyreLow ? FULL_TYRE : 170 } }), isTyreLow),
      act("road", "Drive 3 km away", () => driveTo(away, TOWN_KMH)),
      act("home", "Drive home", () => driveTo(home, TOWN_KMH)),
      act("battery", is12vLow ? "12 V fine again" : "12 V battery low", () => change({ battery12v: is12vLow ? 90 : 30 }), is12vLow),
      act("signal", car.online === false ? "Back online" : "Lose signal", () => change({ online: car.online === false }), car.online === false),
      act("people", "Nina asks for it on Smart's platform", askToShare, false, "wide"),
    ),
  );
}

function group(label, options, isOff) {
  return h(
    "div",
    { class: "segments", role: "group", "aria-label": label },
    ...options.map(([text, isOn, run]) => h("button", { type: "button", "aria-pressed": String(isOn), disabled: isOff, onclick: run }, text)),
  );
}

function act(name, label, run, isOn = false, extra = "") {
  return h("button", { type: "button", class: `act ${extra}${isOn ? " on" : ""}`, onclick: run }, icon(name), label);
}

/** The level of the 12 V battery in percent; the port also tells volts. */
function level12v(car) {
  return car.battery12v_percent ?? car.battery12v ?? 100;
}

function openWords(what, count) {
  if (!count) return `${what === "door" ? "Doors" : "Windows"} closed`;
  return `${count} ${what}${count > 1 ? "s" : ""} open`;
}

function kilowatts(car) {
  return `charging, ${(car.power_kw ?? car.charger_kw ?? 0).toFixed(1)} kW`;
}

function left(car) {
  const minutes = car.minutes_to_full;
  if (!minutes) return "";
  return minutes >= 60 ? `, ${Math.floor(minutes / 60)} h ${Math.round(minutes % 60)} min left` : `, ${Math.round(minutes)} min left`;
}

function degrees(value) {
  return typeof value === "number" ? `${value.toFixed(value % 1 ? 1 : 0)} °C` : "unknown";
}

function where(car) {
  return `${car.latitude.toFixed(4)}, ${car.longitude.toFixed(4)}`;
}
