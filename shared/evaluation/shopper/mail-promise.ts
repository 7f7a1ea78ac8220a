const mail = /e-?mail|(?<!\p{L})(?:пошт|почт|імейл|имейл|емейл|мейл)|(?<!\p{L})(?:листом|письмом)(?!\p{L})/u;
const answers =
  /\b(?:repl(?:y|ies|ied)|respond|response|answer(?:s|ed)?|get back|be in touch|follow up|notif(?:y|ied)|(?:contact|reach|e-?mail) you)\b|відпові|відпиш|напишемо|зв.яжемос|надішлемо|повідомимо|ответ|отпиш|напишем|свяжемся|пришл[её]м|сообщим|уведомим/u;
/** Of what is said, only this; "we are not there now, and answer by email" is a promise. */
const refusal =
  /\b(?:not|never|cannot|don.t|can.t|won.t|unable to)\s+(?:\p{L}+\s+)?(?:reply|respond|answer|e-?mail)|(?<!\p{L})не\s+(?:\p{L}+\s+)?(?:відповід|відповім|надсил|отвеча|ответ|присыл)/u;
/** The visitor is to write instead. */
const invitation = /\b(?:contact|e-?mail|write(?: to)?|reach|reply to) us\b|напишіть|пишіть|напишите|пишите/u;
/** By post, which brings parcels; and what a visitor agrees to, which promises nothing. */
const parcels = /нов\p{L}*\s+(?:пошт|почт)\p{L}*|почт\p{L}*\s+росс?и\p{L}*|(?:укр\s?|мист\s?)(?:пошт|почт)\p{L}*/gu;
const consent = /\b(?:agree|consent|privacy)|погодж|(?<!\p{L})згод(?!ом)|соглас|конфіденц|конфиденц/u;
const longestRead = 20_000;

/** Does a chat, in English, Ukrainian or Russian, say that what is asked in it is answered by mail? */
export function promisesMail(shown: string): boolean {
  const sentences = shown
    .slice(0, longestRead)
    .toLowerCase()
    .replace(parcels, ' ')
    .split(/[.!?…\n\r]+/);
  return sentences.some(
    (each) =>
      mail.test(each) && answers.test(each) && !refusal.test(each) && !invitation.test(each) && !consent.test(each),
  );
}
