/** Draws a car from above: what is open stands open, what is on glows. */

import { s } from "/page/dom.js";

const SHAPES = {
  1: { length: 190, roof: "M70 28h70q14 0 14 14v36q0 14-14 14H70q-16 0-16-14V42q0-14 16-14z", body: "#c9ccd2", top: "#2c3340" },
  3: { length: 196, roof: "M62 31h66q20 0 26 14v30q-6 14-26 14H62q-22 0-22-14V45q0-14 22-14z", body: "#e9edef", top: "#20262d" },
  5: { length: 206, roof: "M56 26h92q12 0 12 12v44q0 12-12 12H56q-12 0-12-12V38q0-12 12-12z", body: "#7f8d86", top: "#232a2b" },
};
const DOORS = {
  rear_left: [84, 19, 30, -1],
  driver: [122, 19, 32, -1],
  rear_right: [84, 101, 30, 1],
  passenger: [122, 101, 32, 1],
};

/** Returns the number of a Smart: 1, 3 or 5. */
export function modelNumber(car) {
  const told = /#\s*([135])/.exec(`${car.model ?? ""} ${car.name ?? ""}`);
  return told ? told[1] : { R: "1", A: "1", C: "3", Y: "5" }[car.vin?.[3]] ?? "1";
}

/** Returns the picture of a car as it stands. */
export function carArt(car) {
  const shape = SHAPES[modelNumber(car)];
  const [start, end] = [112 - shape.length / 2, 112 + shape.length / 2];
  const parts = [s("ellipse", { class: "art-shadow", cx: 112, cy: 112, rx: shape.length / 2, ry: 9 })];
  if (car.plugged) parts.push(...cable(car, start));
  if (car.speed > 0) parts.push(...wind(start));
  parts.push(...doors(car), body(shape, start, end), ...lids(car, shape, start, end), ...glass(car, shape, start, end));
  if (car.climate) parts.push(...warmth(car));
  return s("svg", { class: `car-art${car.locked ? "" : " unlocked"}`, viewBox: "-18 -12 262 144", role: "img", "aria-label": words(car) }, ...parts);
}

function body(shape, start, end) {
  return s("path", {
    class: "art-body",
    fill: shape.body,
    d: `M${start + 18} 18H${end - 34}q34 4 34 42t-34 42H${start + 18}q-18-2-18-42t18-42z`,
  });
}

function lids(car, shape, start, end) {
  return [
    s("path", { class: car.hood ? "art-line open" : "art-line", d: `M${end - 44} 30q26 6 26 30t-26 30` }),
    s("path", { class: car.trunk ? "art-line open" : "art-line", d: `M${start + 16} 30q-6 30 0 60` }),
    car.trunk ? s("path", { class: "art-open", d: `M${start + 4} 34l-14 6v40l14 6z` }) : null,
    car.hood ? s("path", { class: "art-open", d: `M${end - 10} 40l10 4v32l-10 4z` }) : null,
    s("path", { class: "art-lamp", d: `M${end - 14} 30q8 6 10 16l-6-1q-2-8-8-12zM${end - 14} 90q8-6 10-16l-6 1q-2 8-8 12z` }),
    s("path", { class: "art-tail", d: `M${start + 6} 28q-4 6-5 16l4 0q1-8 5-14zM${start + 6} 92q-4-6-5-16l4 0q1 8 5 14z` }),
  ];
}

function glass(car, shape, start, end) {
  const pane = (name) => (car.windows?.[name] ? "art-glass open" : "art-glass");
  return [
    s("path", { d: shape.roof, fill: shape.top, class: "art-roof" }),
    s("path", { class: "art-screen", d: `M${end - 52} 32q16 28 0 56l-16-6q8-22 0-44z` }),
    s("path", { class: "art-screen", d: `M${start + 26} 36q-6 24 0 48l12-5q-4-19 0-38z` }),
    s("path", { class: pane("driver"), d: "M122 24h28l-6 7h-22z" }),
    s("path", { class: pane("rear_left"), d: "M80 24h38v7H88z" }),
    s("path", { class: pane("passenger"), d: "M122 96h28l-6-7h-22z" }),
    s("path", { class: pane("rear_right"), d: "M80 96h38v-7H88z" }),
  ];
}

function doors(car) {
  return Object.entries(DOORS)
    .filter(([name]) => car.doors?.[name])
    .map(([, [x, y, length, side]]) =>
      s("path", { class: "art-door", d: `M${x + length} ${y}l-${length * 0.72} ${side * length * 0.62}l-3 ${-side * 4}l${length * 0.6} ${-side * length * 0.62}z` }),
    );
}

function cable(car, start) {
  return [
    s("path", { class: "art-cable", d: `M${start + 20} 18C${start + 10}-4 ${start - 6} 2 ${start - 18} -8` }),
    car.charging ? s("path", { class: "art-current", d: `M${start - 18} -8C${start - 6} 2 ${start + 10}-4 ${start + 20} 18` }) : null,
    s("circle", { class: car.charging ? "art-plug charging" : "art-plug", cx: start + 20, cy: 18, r: 4.5 }),
  ];
}

function wind(start) {
  return [30, 60, 90].map((y, index) => s("path", { class: `art-wind wind-${index}`, d: `M${start - 4} ${y}h-14` }));
}

function warmth(car) {
  const isCooling = car.outside_temperature_c > (car.target_temperature_c ?? 21);
  return [74, 100, 126].map((x, index) =>
    s("path", { class: `art-warm warm-${index}${isCooling ? " cool" : ""}`, d: `M${x} 74c-7-7 7-9 0-16s7-9 0-16` }),
  );
}

function words(car) {
  const open = Object.entries(car.doors ?? {}).filter(([, isOpen]) => isOpen).map(([name]) => name.replace("_", " "));
  return [
    `${car.name ?? "Car"} from above`,
    car.locked ? "locked" : "unlocked",
    car.charging ? "charging" : car.plugged ? "plugged in" : "",
    car.climate ? "climate on" : "",
    open.length ? `open: ${open.join(", ")}` : "",
  ].filter(Boolean).join(", ");
}
