/** Records a voice note with what the browser offers. */

const FORMATS = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];

/** Says whether this browser can record here. */
export function canRecord() {
  return Boolean(navigator.mediaDevices?.getUserMedia && globalThis.MediaRecorder);
}

/** Starts recording; `stop()` gives the note, `cancel()` throws it away. */
export async function record() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const mimeType = FORMATS.find((format) => MediaRecorder.isTypeSupported(format));
  const recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
  const parts = [];
  const began = performance.now();
  recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
  recorder.start();
  const finish = () =>
    new Promise((done) => {
      recorder.addEventListener("stop", done, { once: true });
      recorder.stop();
      stream.getTracks().forEach((track) => track.stop());
    });
  return {
    seconds: () => (performance.now() - began) / 1000,
    cancel: finish,
    async stop() {
      const seconds = (performance.now() - began) / 1000;
      await finish();
      const type = (recorder.mimeType || "audio/webm").split(";")[0];
      const suffix = { "audio/ogg": "ogg", "audio/mp4": "m4a" }[type] ?? "webm";
      return { blob: new Blob(parts, { type }), name: `voice.${suffix}`, seconds };
    },
  };
}
