import { lines, plain, sentences, subjects } from './patterns.ts';

/** How much of a text a machine would say, and how much only a person. */
export interface TextWeight {
  readonly robot: number;
  readonly person: number;
  /** The kind of sentence that weighed most for a machine; null where none did. */
  readonly reason: RobotReason | null;
  readonly isQuestion: boolean;
}

export type RobotReason =
  | 'acknowledgement'
  | 'absence'
  | 'written-by-machine'
  | 'ticket-moved'
  | 'notice'
  | 'challenge'
  | 'subscription';

/**
 * How a sentence counts for a machine. A thank-you or a promise alone is what people say, too; that they stand together, and that
 * nothing else is said, makes the machine.
 */
const weights = [
  { pattern: sentences.challenge, reason: 'challenge', robot: 4 },
  { pattern: sentences.byMachine, reason: 'written-by-machine', robot: 5 },
  { pattern: sentences.unread, reason: 'written-by-machine', robot: 3 },
  { pattern: sentences.ticketMoves, reason: 'ticket-moved', robot: 2 },
  { pattern: sentences.subscribed, reason: 'subscription', robot: 3 },
  { pattern: sentences.received, reason: 'acknowledgement', robot: 3 },
  { pattern: sentences.absent, reason: 'absence', robot: 2 },
  { pattern: sentences.notice, reason: 'notice', robot: 2 },
  { pattern: sentences.promise, reason: 'acknowledgement', robot: 2 },
  { pattern: sentences.insteadOf, reason: 'absence', robot: 2 },
  { pattern: sentences.thanks, reason: 'acknowledgement', robot: 1 },
  { pattern: sentences.meanwhile, reason: 'acknowledgement', robot: 1 },
] as const satisfies readonly { pattern: RegExp; reason: RobotReason; robot: number }[];

/** A machine states them; "I am away until Monday, could you send it then?" is a person's question. */
const statements: readonly RobotReason[] = ['acknowledgement', 'absence', 'notice', 'written-by-machine'];

/** Prices, times of day, sizes: what is said about the matter itself. */
const concrete =
  /[€$£₴₽]|\b\d+[.,:]\d{2}\b|\d\s?(?:%|kg|km|cm|mm|m²|euros?|eur|usd|pln|zł|hrn|uah|rub|kg|кг|км|см|грн|руб|р\.|uhr|h\b)|\b\d{1,2}:\d{2}\b/iu;

/** @param text what stands above the quote */
export function weighText(text: string): TextWeight {
  const parts = sentencesOf(text);
  const byReason = new Map<RobotReason, number>();
  let person = 0;
  let isQuestion = false;
  for (const part of parts) {
    const asks = isQuestionToReader(part);
    const all = weights.filter(({ pattern, reason }) => pattern.test(part) && !(asks && statements.includes(reason)));
    const [found] = all;
    for (const { reason, robot } of all) byReason.set(reason, (byReason.get(reason) ?? 0) + robot);
    if (sentences.courtesy.test(part.trim()) || found?.reason === 'challenge') continue;
    isQuestion ||= asks && found === undefined && wordsIn(part) >= 3;
    person += personWeight(part, asks, found?.reason ?? null);
  }
  const robot = [...byReason.values()].reduce((sum, each) => sum + each, 0);
  const [reason = null] = [...byReason].toSorted(([, a], [, b]) => b - a).map(([each]) => each);
  return { robot, person, reason, isQuestion };
}

/** A sentence of no machine weighs for a person; more when it asks, names a figure, or speaks of "me". */
function personWeight(part: string, asks: boolean, reason: RobotReason | null): number {
  const words = wordsIn(part);
  if (reason !== null) {
    // People away from their desks speak of themselves in the machine's words, too.
    const isPersonal = reason !== 'absence' && sentences.firstPerson.test(part) && words > 3;
    return Number(isPersonal) + Number(addsSomething(part));
  }
  if (words < 3 && !asks) return 0;
  return 1 + (asks ? 2 : 0) + (concrete.test(part) ? 1 : 0) + (sentences.firstPerson.test(part) ? 1 : 0);
}

/** "I am away this week: yes, please split the invoice", "I am away, but I have looked". */
function addsSomething(part: string): boolean {
  const afterColon = /\p{L}:\s+(\D{12,})$/u.exec(part)?.[1] ?? '';
  return sentences.contrast.test(part) || wordsIn(afterColon) >= 4;
}

function wordsIn(part: string): number {
  return part.match(/\p{L}[\p{L}'-]*/gu)?.length ?? 0;
}

function isQuestionToReader(part: string): boolean {
  return /[?？]\s*["'”»)]*\s*$/.test(part.trim());
}

/** Sentences and lines; a full stop within a number or an abbreviation ends none. */
function sentencesOf(text: string): readonly string[] {
  return (
    plain(text)
      // What somebody quotes, he does not say himself.
      .replace(/["“„«][^"“”„«»]{12,}["”“»]/gu, ' … ')
      .replace(/https?:\/\/\S+/g, ' link ')
      .replace(/([^\n.!?:])\n(?=\p{Ll})/gu, '$1 ')
      .split(/\n+|(?<=[!?？])\s+|(?<=[\p{L}\d]{3,}\.|\)\.)\s+(?=\p{Lu}|\d)/u)
      .map((part) => part.trim())
      .filter((part) => /[\p{L}\p{N}]/u.test(part))
  );
}

/** What the subject alone suggests; null where it says nothing. */
export function weighSubject(subject: string): { readonly robot: number; readonly reason: RobotReason } | null {
  const read = plain(subject).trim();
  if (subjects.received.test(read)) return { robot: 2, reason: 'acknowledgement' };
  if (subjects.absence.test(read)) return { robot: 2, reason: 'absence' };
  if (!subjects.reply.test(read) && !subjects.forward.test(read) && subjects.notice.test(read))
    return { robot: 2, reason: 'notice' };
  return null;
}

/** A letter shorter than this needs two such sentences, or one at its end: "please unsubscribe me" is a request. */
const lengthOfNewsletter = 500;
const lengthOfShortNewsletter = 200;

/** The foot of a mail to many: how one came to receive it, and how to stop that. */
export function hasFootOfNewsletter(text: string): boolean {
  const parts = sentencesOf(text);
  const found = parts.filter((part) => sentences.subscribed.test(part) && !sentences.firstPerson.test(part));
  const last = parts.at(-1);
  const isLast = parts.length > 3 && last !== undefined && found.includes(last);
  const isLastWord = isLast && (wordsIn(last) <= 8 || text.length >= lengthOfShortNewsletter);
  return found.length >= 2 || isLastWord || (found.length === 1 && text.length >= lengthOfNewsletter);
}

/** "PRESS RELEASE", or "For immediate release: ..." as a headline; "the press release that you sent" is a sentence. */
export function isPressRelease(text: string): boolean {
  const first = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 6);
  return first.some((line) => lines.pressRelease.test(plain(line)) && wordsIn(line) <= 8 && !isQuestionToReader(line));
}

/** Nobody who asks a business something sends it six links in a long letter, or ten in a shorter one. @param hidden links behind words of the HTML part */
export function isFullOfLinks(text: string, hidden: number): boolean {
  const links = Math.max(hidden, text.match(/https?:\/\//g)?.length ?? 0);
  return (text.length >= 1400 && links >= 6) || (text.length >= 700 && links >= 10);
}
