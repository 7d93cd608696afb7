/** First sentences for a newcomer, by person and kind of chat. */

const PRIVATE = {
  anna: ["How full is the battery?", "Warm it up to 22", "Unlock the car", "Where is the car?", "What can you do?"],
  ben: ["Is the #3 locked?", "May I have the car on Saturday 10 to 2?", "Warm it up to 21", "/login"],
  mia: ["Wie voll ist die Batterie?", "Kann ich das Auto am Samstag von 10 bis 14 Uhr haben?", "Wo ist das Auto?"],
  stranger: ["/start", "Unlock the car", "Where is Anna's car?"],
};
const GROUP = {
  anna: ["Who has the car on Saturday?", "Is the car locked?", "Where is the car?"],
  ben: ["Who has the car on Saturday?", "May I have the car tomorrow evening?", "Is it charging?"],
  mia: ["Wer hat das Auto am Samstag?", "Ist das Auto abgeschlossen?"],
};

/** Returns the sentences to offer. */
export function suggestions(person, chat) {
  return (chat.type === "private" ? PRIVATE : GROUP)[person.name] ?? [];
}
