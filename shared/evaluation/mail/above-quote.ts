import { lines, plain } from './patterns.ts';

/** Longer texts are cut: who writes more than this above the quote is no riddle. */
const readCharacters = 20_000;

/**
 * What the writer wrote: without quotes, signature, disclaimer and the line that introduces the quote. Reads answers above, below
 * and between the lines of the quote, in the shapes of Gmail, Outlook, Apple Mail, Thunderbird, Yandex and mail.ru.
 */
export function aboveQuote(text: string): string {
  return withoutSignature(ownLines(text)).join('\n').trim();
}

/** What this mail itself says, down to its foot: without quoted and forwarded mails only. */
export function withoutQuotes(text: string): string {
  return ownLines(text).join('\n').trim();
}

function ownLines(text: string): readonly string[] {
  const all = plain(text.slice(0, readCharacters).replace(/\r\n?/g, '\n')).split('\n');
  const kept: string[] = [];
  for (let at = 0; at < all.length; at++) {
    const line = all[at] ?? '';
    const intro = introLength(all, at);
    if (intro > 0) {
      // Quoted line by line, the answer may stand below; otherwise all the rest is quote.
      if (!isQuotedFrom(all, at + intro)) break;
      at += intro - 1;
      continue;
    }
    if (isQuoted(line) || isReplyMarker(line)) {
      if (isReplyMarker(line) && hasText(kept)) break;
      continue;
    }
    if (startsForeign(all, at)) break;
    kept.push(line);
  }
  return kept;
}

function hasText(kept: readonly string[]): boolean {
  return kept.some((line) => line.trim() !== '');
}

function isQuoted(line: string): boolean {
  return /^\s*>/.test(line);
}

/** "##- Please type your reply above this line -##", in any language: ticket systems put it above their own texts, too. */
function isReplyMarker(line: string): boolean {
  return /^\s*##-.*-##\s*$/.test(line) || /^\W*(?:please )?(?:type your )?reply above this line\W*$/i.test(line);
}

/** "On Mon, 3 Nov 2025, Ann wrote:" on one to three lines, or Yandex's `03.11.2025, 14:00, "Ann" <…>:`. */
function introLength(all: readonly string[], at: number): number {
  const first = all[at] ?? '';
  if (first.trim() === '' || isQuoted(first)) return 0;
  if (/^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? .{0,120}<?\s?\S+@\S+>?\s*:?\s*$/.test(first.trim())) return 1;
  // Prose that stands right above belongs to no introduction.
  const longest = lines.onDate.test(first) || /^\W*\d|\d{4}/.test(first) ? 3 : 1;
  for (let length = 1; length <= longest; length++) {
    const part = all.slice(at, at + length);
    if (part.some((line) => line.trim() === '' || isQuoted(line))) return 0;
    const joined = part.join(' ').trim();
    if (joined.length > 320) return 0;
    // Whatever the language: a date with a time, an address, a colon.
    if (/\d{4}/.test(joined) && /\d{1,2}[:.]\d{2}/.test(joined) && /<\s?(?:mailto:)?\S+@.*:\s*$/.test(joined))
      return length;
    const isDated = /\d{1,4}[./:-]\d{1,2}|\d{4}/.test(joined);
    const isSigned = /\S+@\S+|^.{0,80}$/.test(joined);
    if (lines.wrote.test(joined) && ((isDated && (lines.onDate.test(joined) || isSigned)) || /<\S+@\S+>/.test(joined)))
      return length;
  }
  return 0;
}

/** Whether the next lines with text are quoted with ">". */
function isQuotedFrom(all: readonly string[], at: number): boolean {
  const next = all.slice(at).find((line) => line.trim() !== '');
  return next !== undefined && isQuoted(next);
}

/** From here on others speak: a forwarded mail, Outlook's block of From, Sent, To and Subject. */
function startsForeign(all: readonly string[], at: number): boolean {
  const line = all[at] ?? '';
  if (lines.original.test(line)) return true;
  if (!lines.block.test(line)) return false;
  const next = all.slice(at, at + 6);
  const labels = next.filter((each) => lines.block.test(each));
  return labels.length >= 3 && next.some((each) => /\S@\S/.test(each) || /\d{1,2}[:.]\d{2}/.test(each));
}

function withoutSignature(kept: readonly string[]): readonly string[] {
  const end = kept.findIndex(
    (line, at) =>
      hasText(kept.slice(0, at)) &&
      (/^--\s*$/.test(line) || /^_{10,}\s*$/.test(line) || lines.sentFrom.test(line) || lines.disclaimer.test(line)),
  );
  return end === -1 ? kept : kept.slice(0, end);
}
