import { english } from './phrases/en.ts';
import type { Phrases } from './phrases/phrases.ts';
import { russian } from './phrases/ru.ts';
import { ukrainian } from './phrases/uk.ts';

// Nobody says in which language a customer writes, and two are mixed as often as not: all are read at once.
const languages = [english, ukrainian, russian];

interface Token {
  readonly word: string;
  readonly isCapitalised: boolean;
  /** What stands between the word before and this one. */
  readonly gap: string;
}

/** Words in lower case; letters drawn out ("thaaanks") are written once, invisible ones and apostrophes left out. */
function tokensOf(text: string): Token[] {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cf}'’ʼ`]/gu, '')
    .replace(/(\p{L})\1{2,}/gu, '$1');
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: found, index } of plain.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)) {
    tokens.push({
      word: found.toLowerCase().replaceAll('ё', 'е'),
      isCapitalised: /^\p{Lu}\p{Ll}+$/u.test(found),
      gap: plain.slice(end, index),
    });
    end = index + found.length;
  }
  return tokens;
}

const wordsOf = (text: string): string[] => tokensOf(text).map(({ word }) => word);

/** Phrases as words, by their first word. */
type Phrasebook = ReadonlyMap<string, readonly (readonly string[])[]>;

function phrasebook(of: Exclude<keyof Phrases, 'trade'>): Phrasebook {
  const book = new Map<string, string[][]>();
  for (const phrase of languages.flatMap((language) => language[of])) {
    const words = wordsOf(phrase);
    const [first] = words;
    if (first !== undefined) book.set(first, [...(book.get(first) ?? []), words]);
  }
  return book;
}

const books = {
  thanks: phrasebook('thanks'),
  beside: phrasebook('beside'),
  asks: phrasebook('asks'),
  withdraws: phrasebook('withdraws'),
  toShop: phrasebook('toShop'),
  toCustomer: phrasebook('toCustomer'),
  own: phrasebook('own'),
};

/** How many words the phrases of a book take that begin here. */
function lengthsAt(tokens: readonly Token[], start: number, book: Phrasebook): number[] {
  const phrases = book.get(tokens[start]?.word ?? '') ?? [];
  return phrases
    .filter((words) => words.every((word, index) => tokens[start + index]?.word === word))
    .map(({ length }) => length);
}

const links = /(?:https?:\/\/|\bt\.me\/|\bwa\.me\/|\bwww\.)\S*/giu;
const handles = /@[\p{L}\p{N}._-]+/gu;

/** Unicode's question marks; the Greek one is a semicolon after Greek letters. */
const questionMark = /[?¿؟՞፧\u037E⁇⁈⁉❓❔‽⸮⳺⳻꘏꛷﹖︖？]|\p{Script=Greek}\s*;/u;

/** Where a post says "write + to order", this is an order. */
const plus = /[+＋﹢➕✚]/u;

/** A question mark of any script outside links, a word that asks or orders, or the plus of an order. */
export function asks(text: string): boolean {
  return isMarked(text) || says(text, 'asks');
}

/** One of the book's phrases, outside links and handles. */
export function says(text: string, book: 'asks' | 'toShop' | 'toCustomer' | 'own'): boolean {
  const tokens = tokensOf(text.replace(links, ' ').replace(handles, ' '));
  return tokens.some((_, index) => lengthsAt(tokens, index, books[book]).length > 0);
}

/** "Anna, ...": a name, or a first name, and a mark after it. "Will you open?" names nobody. */
export function startsWithName(text: string, name: string): boolean {
  const words = wordsOf(name);
  const said = tokensOf(text);
  return [words, words.slice(0, 1)].some(
    (called) =>
      called.join('').length > 1 &&
      called.every((word, index) => said[index]?.word === word) &&
      /^\s*[,:!–—-]/u.test(said[called.length]?.gap ?? ''),
  );
}

function isMarked(text: string): boolean {
  const spoken = text.replace(links, ' ').replace(handles, ' ');
  return questionMark.test(spoken) || plus.test(spoken);
}

/** Neither letters nor digits: emoji, punctuation, marks. */
export function isWordless(text: string): boolean {
  return wordsOf(text).length === 0;
}

/** Nothing but "@ann @bob 😂": somebody shows it to a friend. */
export function isTaggedFriend(text: string): boolean {
  return text.includes('@') && isWordless(text.replace(handles, ' '));
}

/**
 * Thanks, and beside it nothing that opens a matter: every word belongs to a known phrase, or names who is thanked.
 * @param names people and pages that the message may address, as platforms show them
 */
export function isThanks(text: string, names: readonly string[]): boolean {
  if (isMarked(text)) return false;
  const tokens = withoutNames(tokensOf(withoutHandles(text, names)), names);
  const closed = closedAt(tokens, [books.thanks], [books.beside]);
  if (closed.has(tokens.length)) return true;
  return closed.has(tokens.length - 1) && isNameOfTheThanked(tokens);
}

/** "Never mind, found it": every word takes the question back, or stands beside that. */
export function isWithdrawal(text: string, names: readonly string[]): boolean {
  if (isMarked(text)) return false;
  const tokens = withoutNames(tokensOf(withoutHandles(text, names)), names);
  return closedAt(tokens, [books.withdraws], [books.beside, books.thanks]).has(tokens.length);
}

/** After how many words the text may end, with one of the `closing` phrases in it. */
function closedAt(
  tokens: readonly Token[],
  closing: readonly Phrasebook[],
  beside: readonly Phrasebook[],
): ReadonlySet<number> {
  // What can be reached word by word: the matter still unclosed, or closed by thanks.
  const open = new Set([0]);
  const closed = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    for (const length of closing.flatMap((book) => lengthsAt(tokens, at, book))) {
      if (open.has(at) || closed.has(at)) closed.add(at + length);
    }
    for (const length of beside.flatMap((book) => lengthsAt(tokens, at, book))) {
      if (open.has(at)) open.add(at + length);
      if (closed.has(at)) closed.add(at + length);
    }
  }
  return closed;
}

/** Names of people of the thread may have spaces: "@Coffee Lab". */
function withoutHandles(text: string, names: readonly string[]): string {
  let left = text;
  for (const name of names) {
    const handle = `@${name.replace(/^@/, '').toLowerCase()}`;
    const at = handle.length > 1 ? left.toLowerCase().indexOf(handle) : -1;
    if (at >= 0) left = `${left.slice(0, at)} ${left.slice(at + handle.length)}`;
  }
  return left.replace(handles, ' ');
}

/** "Thanks Bob": a name after it, in the same sentence. */
function isNameOfTheThanked(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  if (last === undefined || !last.isCapitalised || !/^[\s,]+$/u.test(last.gap)) return false;
  return lengthsAt(tokens, tokens.length - 1, books.asks).length === 0;
}

/** Whole names, and first names alone. */
function withoutNames(tokens: readonly Token[], names: readonly string[]): Token[] {
  const called = names
    .map(wordsOf)
    .flatMap((words) => [words, words.slice(0, 1)])
    .filter((words) => words.join('').length > 1);
  const left = [...tokens];
  for (const words of called) {
    const start = left.findIndex((_, index) => words.every((word, offset) => left[index + offset]?.word === word));
    if (start >= 0) left.splice(start, words.length);
  }
  return left;
}

const trades = languages.flatMap(({ trade }) => trade);

/** A link beside a word of the trade. A link alone is not spam: customers send links to what they mean. */
export function isSpam(text: string): boolean {
  if (text.search(links) < 0) return false;
  const spoken = text.toLowerCase();
  return trades.some((trade) => {
    const at = spoken.indexOf(trade);
    return at >= 0 && !/[\p{L}\p{N}]/u.test(spoken.charAt(at - 1));
  });
}
