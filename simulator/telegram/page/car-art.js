/** Draws a car from above: what is open stands open, what is on glows. */

import { s } from "/page/dom.js";

const SHAPES = {
  1: { from: 20, to: 204, nose: 30, cabin: [50, 158], roof: [68, 128], paint: "#7fa6c9", top: "#232b36" },
  3: { from: 16, to: 208, nose: 36, cabin: [40, 156], roof: [66, 124], paint: "#e6eaec", top: "#1d232b" },
  5: { from: 12, to: 210, nose: 24, cabin: [34, 162], roof: [50, 136], paint: "#8b9a92", top: "#252d2c" },
};
const NIGHT = "#4a5560"; // the paint of the Australian car
const SILL = { left: 19, right: 101 };
const HINGES = { driver: [147, "left"], passenger: [147, "right"], rear_left: [110, "left"], rear_right: [110, "right"] };
const DOOR_LENGTH = 33;

/** Returns the number of a Smart: 1, 3 or 5. */
export function modelNumber(car) {
  const told = /#\s*([135])/.exec(`${car.model ?? ""} ${car.name ?? ""}`);
  return told ? told[1] : { R: "1", A: "1", C: "3", Y: "5" }[car.vin?.[3]] ?? "1";
}

/** Returns the picture of a car as it stands, its nose to the right. */
export function carArt(car) {
  const shape = { ...SHAPES[modelNumber(car)] };
  if (car.region === "INTL") shape.paint = NIGHT;
  const parts = [s("ellipse", { class: "art-shadow", cx: 112, cy: 108, rx: 96, ry: 12 })];
  if (car.plugged) parts.push(...cable(car, shape.from));
  if (car.speed > 0) parts.push(...wind(shape.from));
  parts.push(...doors(car), ...body(shape), ...lids(car, shape), ...cabin(car, shape));
  if (car.climate) parts.push(...warmth(car));
  return s("svg", { class: `car-art${car.locked ? "" : " unlocked"}`, viewBox: "-18 -14 262 142", role: "img", "aria-label": words(car) }, ...parts);
}

function body({ from, to, nose, paint }) {
  const outline =
    `M${from + 22} 17C${from + 70} 15 ${to - 70} 15 ${to - nose - 8} 18Q${to} 22 ${to} 60` +
    `T${to - nose - 8} 102C${to - 70} 105 ${from + 70} 105 ${from + 22} 103Q${from} 100 ${from} 60T${from + 22} 17z`;
  return [
    s("path", { class: "art-mirror", d: "M143 17l3-8 7 1 1 8zM143 103l3 8 7-1 1-8z", fill: paint }),
    s("path", { class: "art-body", fill: paint, d: outline }),
    s("path", { class: "art-edge", d: `M${from + 16} 26C${from + 70} 20 ${to - 70} 20 ${to - nose - 8} 25` }),
    s("path", { class: "art-shade", d: `M${from + 10} 90Q${from + 14} 100 ${from + 24} 101C${from + 70} 104 ${to - 70} 104 ${to - nose - 8} 101Q${to - 8} 98 ${to - 3} 80Q${to - 12} 94 ${to - nose - 14} 95C${to - 70} 98 ${from + 70} 98 ${from + 26} 96z` }),
  ];
}

function lids(car, { from, to, nose, cabin: [rear, front] }) {
  return [
    s("path", { class: "art-line", d: `M${front + 6} 28Q${to - 18} 30 ${to - 10} 60T${front + 6} 92` }),
    s("path", { class: "art-line", d: `M${rear - 4} 30Q${from + 8} 60 ${rear - 4} 90` }),
    car.hood ? s("path", { class: "art-open", d: `M${front + 12} 34Q${to - 22} 36 ${to - 15} 60T${front + 12} 86z` }) : null,
    car.trunk ? s("path", { class: "art-open", d: `M${from + 2} 32h-11q-6 28 0 56h11q-5-28 0-56z` }) : null,
    s("path", { class: "art-lamp", d: `M${to - nose + 6} 24q14 6 18 20q-7-8-19-13zM${to - nose + 6} 96q14-6 18-20q-7 8-19 13z` }),
    s("path", { class: "art-tail", d: `M${from + 9} 25q-7 10-8 24l4 0q1-12 8-22zM${from + 9} 95q-7-10-8-24l4 0q1 12 8 22z` }),
  ];
}

/** The glass house, a roof on it, and the panes of the four doors. */
function cabin(car, { cabin: [rear, front], roof: [back, fore], top }) {
  const middle = 110;
  const pane = (name) => (car.windows?.[name] ? "art-pane open" : "art-pane");
  return [
    s("path", { class: "art-glass", d: `M${rear + 10} 27Q${middle} 22 ${front - 14} 29Q${front + 4} 60 ${front - 14} 91Q${middle} 98 ${rear + 10} 93Q${rear - 6} 60 ${rear + 10} 27z` }),
    s("path", { class: pane("rear_left"), d: `M${back + 2} 26.5Q${middle - 16} 24.5 ${middle - 3} 24.8V32H${back + 4}z` }),
    s("path", { class: pane("driver"), d: `M${middle + 3} 24.8Q${fore + 8} 26 ${front - 20} 28.5L${fore + 2} 33l-${fore - middle - 1} -1z` }),
    s("path", { class: pane("rear_right"), d: `M${back + 2} 93.5Q${middle - 16} 95.5 ${middle - 3} 95.2V88H${back + 4}z` }),
    s("path", { class: pane("passenger"), d: `M${middle + 3} 95.2Q${fore + 8} 94 ${front - 20} 91.5L${fore + 2} 87l-${fore - middle - 1} 1z` }),
    s("path", { class: "art-roof", fill: top, d: `M${back + 6} 32Q${middle - 10} 29 ${fore - 2} 33Q${fore + 9} 60 ${fore - 2} 87Q${middle - 10} 91 ${back + 6} 88Q${back - 7} 60 ${back + 6} 32z` }),
    s("path", { class: "art-gleam", d: `M${back + 10} 38Q${middle - 10} 35 ${fore - 6} 39Q${fore - 1} 48 ${fore} 54Q${middle - 10} 46 ${back + 3} 52Q${back + 5} 44 ${back + 10} 38z` }),
    s("path", { class: "art-gleam", d: `M${front - 12} 36Q${front - 1} 60 ${front - 12} 84l-5-2Q${front - 8} 60 ${front - 17} 38z` }),
  ];
}

function doors(car) {
  return Object.entries(HINGES)
    .filter(([name]) => car.doors?.[name])
    .map(([, [x, side]]) => {
      const turn = side === "left" ? 58 : -58;
      return s("rect", { class: "art-door", x: -DOOR_LENGTH, y: -3, width: DOOR_LENGTH, height: 6, rx: 2.5, transform: `translate(${x} ${SILL[side]}) rotate(${turn})` });
    });
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
