/** In front of answers and forwards, as clients in several languages write it; with a number in Outlook and Lotus. */
const prefix =
  /^\s*(?:re|aw|sv|vs|antw|odp|r|rif|ref|отв|ответ|на|відп|відповідь|fwd?|wg|tr|пер|пересл|переслано)(?:\s?\[\d+\]|\^\d+)?\s*[::]\s*/iu;
const forward = /^\s*(?:fwd?|wg|tr|пер|пересл|переслано)\s*[::]/iu;
/** What ticket systems put in: `[#4711]`, `[Ticket: 4711]`, `(Заявка № 4711)`. */
const ticketMark =
  /[[(]\s*(?:(?:ticket|request|case|id|заявка|обращение|звернення|тікет|тикет)\s*(?:id)?\s*[:#№]?|[#№])\s*[\w-]*\d[\w-]*\s*[\])]/giu;

/** What a subject is about, the same for a question, its answers and what a ticket system makes of it. */
export function matterOf(subject: string): string {
  let rest = subject.replace(ticketMark, ' ').trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest.replace(prefix, '');
  }
  return rest.replace(/\s+/g, ' ').trim().toLowerCase();
}

export function isForward(subject: string): boolean {
  return forward.test(subject.replace(ticketMark, ' '));
}
