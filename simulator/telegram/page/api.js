/** Talks to the control ports of the stand-ins. */

/** A request that was refused; the message is the server's reason. */
export class RefusedError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function ask(path, options = {}) {
  const answer = await fetch(path, { cache: "no-store", ...options });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new RefusedError(body.error ?? body.message ?? `${answer.status}`, answer.status);
  }
  return body;
}

const sent = (method, body) => ({
  method,
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

const chat = (id, what) => `/sim/telegram/chats/${id}/${what}`;

/** What people do in Telegram. */
export const telegram = {
  people: () => ask("/sim/telegram/people"),
  bot: () => ask("/sim/telegram/bot"),
  changes: (after, wait) => ask(`/sim/telegram/changes?after=${after}&wait=${wait}`),
  commands: (id, from) => ask(`/sim/telegram/commands?chat=${id}&from=${from}`),
  say: (id, message) => ask(chat(id, "messages"), sent("POST", message)),
  edit: (id, edit) => ask(chat(id, "edits"), sent("POST", edit)),
  remove: (id, message) => ask(chat(id, "deletions"), sent("POST", message)),
  tap: (id, tap) => ask(chat(id, "taps"), sent("POST", tap)),
  webApp: (id, opened) => ask(chat(id, "webapp"), sent("POST", opened)),
  sendFile(id, from, kind, blob, name, extra = {}) {
    const form = new FormData();
    form.append("from", from);
    for (const [key, value] of Object.entries(extra)) form.append(key, value);
    form.append(kind, blob, name);
    return ask(chat(id, "messages"), { method: "POST", body: form });
  },
  fileUrl: (fileId) => `/sim/telegram/files/${fileId}`,
};

/** The physical cars, and time. */
export const cloud = {
  cars: () => ask("/sim/cloud/cars"),
  accounts: () => ask("/sim/cloud/accounts"),
  clock: () => ask("/sim/cloud/clock"),
  setClock: (change) => ask("/sim/cloud/clock", sent("POST", change)),
  change: (vin, change) => ask(`/sim/cloud/cars/${vin}`, sent("PATCH", change)),
  drive: (vin, to, kmh) => ask(`/sim/cloud/cars/${vin}/drive`, sent("POST", { to, kmh })),
  askToShare: (request) => ask("/sim/cloud/sharing/requests", sent("POST", request)),
};
