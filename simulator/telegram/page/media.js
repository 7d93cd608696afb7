/** Draws what a message carries besides text: pictures, voice, files, places. */

import { telegram } from "/page/api.js";
import { h, icon, s } from "/page/dom.js";
import { map } from "/page/map.js";

const BARS = 38;

/** Returns the element for a message's media, null if it has none. */
export function mediaOf(message) {
  if (message.photo) return photo(message.photo);
  if (message.voice ?? message.audio) return voice(message.voice ?? message.audio, message.voice ? "" : message.audio.title);
  if (message.document) return file(message.document);
  if (message.location) return place(message);
  return null;
}

/** Says in words what a message carries, for lists and screen readers. */
export function mediaName(message) {
  if (message.photo) return "🖼 Picture";
  if (message.voice) return "🎙 Voice note";
  if (message.audio) return "🎵 Sound";
  if (message.document) return `📎 ${message.document.file_name ?? "File"}`;
  if (message.venue) return `📍 ${message.venue.title}`;
  return message.location ? "📍 Place" : "";
}

/** Draws a picture that opens by itself. */
export function photo(picture) {
  const url = telegram.fileUrl(picture.file_id);
  return h(
    "a",
    { class: "photo", href: url, target: "_blank", rel: "noreferrer" },
    h("img", { src: url, width: picture.width, height: picture.height, alt: "Picture", loading: "lazy" }),
  );
}

function file(document) {
  return h(
    "a",
    { class: "file", href: telegram.fileUrl(document.file_id), download: document.file_name ?? "file" },
    h("span", { class: "file-icon" }, icon("file")),
    h("span", {}, h("b", {}, document.file_name ?? "File"), h("small", {}, bytes(document.file_size))),
  );
}

function place(message) {
  const { latitude, longitude, horizontal_accuracy: fence = 0 } = message.location;
  const name = message.venue
    ? [h("b", {}, message.venue.title), h("small", {}, message.venue.address)]
    : [h("b", {}, message.location.live_period ? "Live place" : "Place"), h("small", {}, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`)];
  return h("div", { class: "place" }, map(latitude, longitude, { fence }), h("div", { class: "place-name" }, ...name));
}

function voice(note, title) {
  const audio = new Audio();
  audio.preload = "none";
  audio.src = telegram.fileUrl(note.file_id);
  const bars = s("svg", { viewBox: `0 0 ${BARS * 4} 28`, class: "wave", "aria-hidden": "true" }, ...wave(note.file_id));
  const time = h("small", { class: "voice-time" }, duration(note.duration ?? 0));
  const button = h("button", { type: "button", class: "play", "aria-label": "Play voice note" }, icon("play"));
  const show = (isPlaying) => {
    button.replaceChildren(icon(isPlaying ? "pause" : "play"));
    button.setAttribute("aria-label", isPlaying ? "Pause voice note" : "Play voice note");
  };
  const progress = () => {
    const total = Number.isFinite(audio.duration) && audio.duration > 0 ? audio.duration : note.duration || 1;
    const heard = (audio.currentTime / total) * BARS;
    [...bars.children].forEach((bar, index) => bar.classList.toggle("heard", index < heard));
    time.textContent = duration(audio.paused && !audio.currentTime ? (note.duration ?? total) : audio.currentTime);
  };
  button.addEventListener("click", () => (audio.paused ? audio.play().catch(() => show(false)) : audio.pause()));
  audio.addEventListener("play", () => show(true));
  audio.addEventListener("pause", () => show(false));
  audio.addEventListener("timeupdate", progress);
  audio.addEventListener("ended", () => {
    audio.currentTime = 0;
    progress();
  });
  return h("div", { class: "voice" }, button, h("div", {}, title ? h("b", {}, title) : null, bars, time));
}

function wave(fileId) {
  return Array.from({ length: BARS }, (_, index) => {
    const code = fileId.charCodeAt((index * 7 + 9) % fileId.length);
    const height = 5 + ((code * (index + 3)) % 20) * (0.55 + 0.45 * Math.sin((index / BARS) * Math.PI));
    return s("rect", { x: index * 4, y: 14 - height / 2, width: 2.4, height, rx: 1.2 });
  });
}

function duration(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

function bytes(size = 0) {
  return size < 1024 ? `${size} B` : size < 1024 ** 2 ? `${(size / 1024).toFixed(1)} KB` : `${(size / 1024 ** 2).toFixed(1)} MB`;
}
