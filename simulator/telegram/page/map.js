/** Draws an invented street map around a place: the same place always has the same streets. */

import { s } from "/page/dom.js";

const BLOCK_M = 110; // distance of streets
const METRES_PER_DEGREE = 111_320;
const TURN = -0.21; // radians; a town that is not quite aligned with north looks real

/** Returns an SVG map; `metres` is its width in the world, `fence` a radius in metres. */
export function map(latitude, longitude, { width = 320, height = 180, metres = 620, fence = 0, heading = null } = {}) {
  const scale = width / metres;
  const [x, y] = [longitude * METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180), latitude * METRES_PER_DEGREE];
  const centre = { x: x * Math.cos(TURN) - y * Math.sin(TURN), y: x * Math.sin(TURN) + y * Math.cos(TURN) };
  const reach = (Math.hypot(width, height) / scale) * 0.62;
  const town = s("g", {
    transform: `translate(${width / 2} ${height / 2}) scale(${scale} ${-scale}) rotate(${(-TURN * 180) / Math.PI})`,
  });
  town.append(...blocks(centre, reach), river(centre, reach), ...streets(centre, reach));
  return s(
    "svg",
    { class: "map", viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: "xMidYMid slice", role: "img", "aria-label": `Map around ${latitude.toFixed(4)}, ${longitude.toFixed(4)}` },
    s("rect", { class: "map-ground", width, height }),
    town,
    fence ? s("circle", { class: "map-fence", cx: width / 2, cy: height / 2, r: fence * scale }) : null,
    pin(width / 2, height / 2, heading),
  );
}

function pin(x, y, heading) {
  const group = s("g", { class: "map-pin", transform: `translate(${x} ${y})` }, s("ellipse", { class: "map-shadow", rx: 7, ry: 3, cy: 1 }));
  if (heading === null) {
    group.append(
      s("path", { class: "map-marker", d: "M0 0C-5-9-13-13-13-22a13 13 0 0 1 26 0C13-13 5-9 0 0z" }),
      s("circle", { class: "map-dot", cy: -22, r: 5 }),
    );
  } else {
    group.append(
      s("circle", { class: "map-halo", r: 15 }),
      s("path", { class: "map-marker", d: "M0-11L8 9 0 5-8 9z", transform: `rotate(${heading})` }),
    );
  }
  return group;
}

function range(centre, reach) {
  const from = Math.floor((centre - reach) / BLOCK_M);
  return Array.from({ length: Math.ceil((2 * reach) / BLOCK_M) + 2 }, (_, index) => from + index);
}

/** Where the n-th street runs: near the grid, never on it. */
function line(n, salt) {
  return n * BLOCK_M + (hash(n, salt) - 0.5) * BLOCK_M * 0.42;
}

function isAvenue(n, salt) {
  return hash(n, salt + 7) > 0.74;
}

function streets(centre, reach) {
  const drawn = [];
  for (const [salt, isVertical] of [[1, true], [2, false]]) {
    for (const n of range(isVertical ? centre.x : centre.y, reach)) {
      const at = line(n, salt) - (isVertical ? centre.x : centre.y);
      const bend = (hash(n, salt + 3) - 0.5) * 40;
      const d = isVertical
        ? `M${at} ${-reach}Q${at + bend} 0 ${at} ${reach}`
        : `M${-reach} ${at}Q0 ${at + bend} ${reach} ${at}`;
      drawn.push({ d, kind: isAvenue(n, salt) ? "avenue" : "street" });
    }
  }
  const path = (kind, layer) =>
    drawn.filter((street) => street.kind === kind).map((street) => s("path", { class: `map-${kind} ${layer}`, d: street.d }));
  return [...path("street", "casing"), ...path("avenue", "casing"), ...path("street", "fill"), ...path("avenue", "fill")];
}

function blocks(centre, reach) {
  const shapes = [];
  for (const n of range(centre.x, reach)) {
    for (const m of range(centre.y, reach)) {
      const chance = hash(n * 31 + m, 11);
      const [x0, x1] = [line(n, 1) - centre.x, line(n + 1, 1) - centre.x];
      const [y0, y1] = [line(m, 2) - centre.y, line(m + 1, 2) - centre.y];
      if (chance < 0.16) {
        shapes.push(s("rect", { class: "map-park", x: x0, y: y0, width: Math.max(0, x1 - x0), height: Math.max(0, y1 - y0), rx: 14 }));
      } else {
        shapes.push(...houses(x0 + 12, y0 + 12, x1 - 12, y1 - 12, n * 57 + m));
      }
    }
  }
  return shapes;
}

function houses(x0, y0, x1, y1, seed) {
  const drawn = [];
  const [width, height] = [(x1 - x0) / 2, (y1 - y0) / 2];
  if (width < 12 || height < 12) return drawn;
  for (let index = 0; index < 4; index += 1) {
    if (hash(seed, index + 20) < 0.22) continue;
    drawn.push(
      s("rect", {
        class: "map-house",
        x: x0 + (index % 2) * width + 2,
        y: y0 + Math.floor(index / 2) * height + 2,
        width: width * (0.5 + 0.4 * hash(seed, index + 30)),
        height: height * (0.5 + 0.4 * hash(seed, index + 40)),
        rx: 2,
      }),
    );
  }
  return drawn;
}

function river(centre, reach) {
  const points = [];
  for (let step = -1.2; step <= 1.2; step += 0.15) {
    const y = centre.y + step * reach;
    const x = 420 * Math.sin(y / 1700) + 160 * Math.sin(y / 610) + Math.round(centre.x / 2600) * 2600;
    points.push(`${(x - centre.x).toFixed(1)} ${(y - centre.y).toFixed(1)}`);
  }
  return s("path", { class: "map-river", d: `M${points.join("L")}` });
}

function hash(n, salt) {
  let value = Math.imul(n ^ (salt * 374761393), 668265263);
  value = Math.imul(value ^ (value >>> 13), 1274126177);
  return ((value ^ (value >>> 16)) >>> 0) / 4294967296;
}
