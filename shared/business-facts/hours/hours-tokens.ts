import type { HoursWords } from './hours-words.ts';

/** What a text about opening hours is made of. */
export type Token =
  | {
      readonly kind: 'time';
      readonly minutes: number;
      readonly half: 'am' | 'pm' | null;
      /** "9", without minutes. */
      readonly isBare: boolean;
      /** "02:00" and "14:00": nobody writes them so by a clock of 12 hours. */
      readonly isOf24: boolean;
    }
  | { readonly kind: 'days'; readonly days: readonly number[]; readonly isOne: boolean }
  | {
      readonly kind:
        | 'to'
        | 'and'
        | 'closed'
        | 'except'
        | 'including'
        | 'appointment'
        | 'lunch'
        | 'all-day'
        | 'season'
        | 'holiday'
        | 'part'
        | 'end';
    }
  | { readonly kind: 'unknown'; readonly word: string };

const week = [0, 1, 2, 3, 4, 5, 6];
/** "9 am", "9a.m.", and "9a", which is no Spanish "9 a 14". */
const half = '(?:(?:\\s*(?=[ap]\\.?m))?([ap](?:\\.?m\\.?)?)(?!\\p{L}))?';
/** "12h 13h45" are two of them. */
const time = new RegExp(`(\\d{1,2})(?:\\s?[:.h]\\s?(\\d{2})(?!\\s?[:.h]\\s?\\d))?${half}`, 'iuy');
/** "0900" */
const timeOfFourDigits = new RegExp(`([01]\\d|2[0-4])([0-5]\\d)(?!\\d)${half}`, 'iuy');
const dayAndNight = /24\s*(?:h|год|ч)?\s*[/×x]\s*7|7\s*[/×x]\s*24|24\s*h?\s*\/\s*24/iuy;

const noHours = /:\s*[-\u2010-\u2015]+\s*(?=$|[\n,;|]|\p{L})/uy;

/** @returns null where a number is no time of day */
export function tokenize(text: string, words: HoursWords): readonly Token[] | null {
  const known = matchers(words);
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const next =
      readNoHours(text, at, tokens.at(-1)) ?? readSign(text, at) ?? readWord(text, at, known) ?? readTime(text, at);
    if (next === null) return null;
    if (next.token !== null) tokens.push(next.token);
    at = next.end;
  }
  return tokens;
}

interface Read {
  /** Null for what means nothing. */
  readonly token: Token | null;
  readonly end: number;
}

/** "Tuesday: - Wednesday: 9-18": where the hours of the day should be, there is a line. */
function readNoHours(text: string, at: number, before: Token | undefined): Read | null {
  noHours.lastIndex = at;
  const end = at + (noHours.exec(text)?.[0].length ?? 0);
  return before?.kind === 'days' && end > at ? { token: { kind: 'closed' }, end } : null;
}

function readSign(text: string, at: number): Read | null {
  const [letter = ''] = text.slice(at);
  if (/[-\u2010-\u2015\u2212~]/.test(letter)) return { token: { kind: 'to' }, end: at + 1 };
  if (/[;\n|•·]/.test(letter)) return { token: { kind: 'end' }, end: at + 1 };
  if (/[,/&+]/.test(letter)) return { token: { kind: 'and' }, end: at + 1 };
  return /[\p{L}\d]/u.test(letter) ? null : { token: null, end: at + 1 };
}

type Matcher = readonly [pattern: RegExp, token: Token | null];

function matchers(words: HoursWords): readonly Matcher[] {
  const whole = (source: string): RegExp => new RegExp(`(?:${source})(?![\\p{L}])`, 'iuy');
  const plain = (['season', 'holiday', 'appointment', 'lunch', 'except', 'including', 'and', 'to'] as const).map(
    (kind): Matcher => [whole(words[kind]), { kind }],
  );
  return [
    [dayAndNight, { kind: 'all-day' }],
    [whole(words.allDay), { kind: 'all-day' }],
    [whole(words.everyDay), { kind: 'days', days: week, isOne: false }],
    // Of the whole week, and what is said of single days holds against it.
    [whole(words.otherDays), { kind: 'days', days: week, isOne: false }],
    [whole(words.workdays), { kind: 'days', days: week.slice(0, 5), isOne: false }],
    // "Sat, Sun - days off": in some languages the weekend is called by the same words, which the end of the phrase tells apart.
    [whole(words.closed), { kind: 'closed' }],
    [whole(words.weekend), { kind: 'days', days: week.slice(5), isOne: false }],
    ...words.days.map((day, index): Matcher => [whole(day), { kind: 'days', days: [index], isOne: true }]),
    [
      /(?:noon|mittag|mediodía|midi|mezzogiorno)(?!\p{L})/iuy,
      { kind: 'time', minutes: 720, half: 'pm', isBare: false, isOf24: false },
    ],
    [
      /(?:midnight|mitternacht|medianoche|minuit|mezzanotte)(?!\p{L})/iuy,
      { kind: 'time', minutes: 1440, half: 'am', isBare: false, isOf24: false },
    ],
    ...plain,
    [whole(words.partOfDay), { kind: 'part' }],
    [whole(words.filler), null],
  ];
}

/** The longest that fits, because "so" begins "sonntags" and "paz" begins "pazartesi". */
function readWord(text: string, at: number, known: readonly Matcher[]): Read | null {
  let best: Read | null = null;
  for (const [pattern, token] of known) {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    if (length > 0 && at + length > (best?.end ?? at)) best = { token, end: at + length };
  }
  if (best !== null) return best;
  const [word] = /^\p{L}[\p{L}'’-]*/u.exec(text.slice(at)) ?? [];
  return word === undefined ? null : { token: { kind: 'unknown', word }, end: at + word.length };
}

function readTime(text: string, at: number): Read | null {
  time.lastIndex = at;
  timeOfFourDigits.lastIndex = at;
  const match = timeOfFourDigits.exec(text) ?? time.exec(text);
  if (match === null) return null;
  const [whole, hours = '', minutes, mark] = match;
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  const isClock = Number(hours) <= 24 && Number(minutes ?? 0) < 60 && total <= 1440;
  if (!isClock || (mark !== undefined && Number(hours) > 12) || /\d/.test(text[at + whole.length] ?? '')) return null;
  const isBare = minutes === undefined && mark === undefined;
  const said = mark === undefined ? null : /^a/i.test(mark) ? 'am' : 'pm';
  const isOf24 = mark === undefined && (hours.startsWith('0') || Number(hours) > 12);
  return { token: { kind: 'time', minutes: total, half: said, isBare, isOf24 }, end: at + whole.length };
}
