/**
 * Foreign text is whatever others wrote: pages, servers, customers, platforms, files. It is cleaned where it enters, by the
 * schemas of what is kept, so that nothing further on can be steered by it: neither the terminal, nor a sentence's reading
 * direction, nor the eye. This is the only place that knows which characters do that.
 *
 * - Control characters become spaces: terminals obey them (ESC, C1), and lines are forged with them.
 * - Overrides, embeddings and isolates of the reading direction go: no honest text needs them, and they turn round the
 *   sentence that quotes it. The marks U+200E, U+200F and U+061C stay where there are letters that run from right to left:
 *   phone numbers in Arabic and Hebrew need them, and they do no more than such letters do by themselves.
 * - What cannot be seen goes: it hides words in words. Joiners stay where they change how a script or an emoji is drawn.
 * - Marks that are written above and below letters stay, as many as any language stacks; without a letter they would
 *   strike through our own quotation mark.
 */
export function harmless(text: string): string {
  return replaceHarmful(text, (sign) => (isBreak.test(sign) ? ' ' : isHalf.test(sign) ? '\ufffd' : ''));
}

/** The same on one line, for sentences and tables. */
export function oneLine(text: string): string {
  return unplain.test(text) ? harmless(text).replaceAll(blanks, ' ').trim() : text;
}

/** The same line by line, for stack traces and whatever else has several. */
export function harmlessLines(text: string): string {
  return text.split('\n').map(harmless).join('\n');
}

/** With harmful characters spelled out (`\u{200b}`), for people who look for what is wrong with a text of their own. */
export function spelledOut(text: string): string {
  return replaceHarmful(text, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}

/** Each harmful character, with the UTF-16 index at which it stands. */
export function harmfulSigns(text: string): readonly { readonly at: number; readonly sign: string }[] {
  const found: { at: number; sign: string }[] = [];
  replaceHarmful(text, (sign, at) => {
    found.push({ at, sign });
    return '';
  });
  return found;
}

/** Cut to `limit` UTF-16 units, never within what a reader takes for one character; what was cut ends in `ending`. */
export function shorten(text: string, limit: number, ending = '...'): string {
  if (text.length <= limit) return text;
  const room = Math.max(0, limit - ending.length);
  const end = segment(text.slice(0, room + longestCluster)).containing(room)?.index ?? room;
  return `${text.slice(0, end).trimEnd()}${ending}`.slice(0, limit);
}

/** In quotation marks, as a sentence of ours cites it. */
export function quote(text: string, limit: number): string {
  return `"${shorten(oneLine(text), limit)}"`;
}

/** The first so many of what a reader takes for characters, as far as they fit into `limit` UTF-16 units. */
export function firstCharacters(text: string, count: number, limit: number): string {
  const all = Array.from(segment(text.slice(0, limit + longestCluster)), (each) => each.segment);
  return shorten(all.slice(0, count).join(''), limit, '');
}

let segmenter: Intl.Segmenter | undefined;

/** Made with the first text that is cut: it loads rules for ten milliseconds, and the command line starts without them. */
function segment(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/** Not so most text: what is stored is read again and again, and need not be searched with care each time. */
const unplain = /[^ -~]| {2}|^ | $/;
const blanks = /[\s\u2800]+/g;
/** Marks are bounded and an emoji has at most a dozen parts. */
const longestCluster = 64;
/** Hebrew with cantillation has five on one letter, Tibetan four. */
const mostMarks = 5;

/** Every other character is what it looks like, wherever it stands. */
const questionable = /[\p{C}\p{DI}\p{M}\p{Zl}\p{Zp}]/v;
/** Flags of England, Scotland and Wales are spelled in characters that hide everything else. */
const signs = /\p{RGI_Emoji_Tag_Sequence}|./gsv;
const isBreak = /^[\p{Cc}\p{Zl}\p{Zp}]$/v;
const isHalf = /^\p{Cs}$/v;
const isUnseen = /^[[\p{Cf}\p{DI}\p{NChar}]--[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]]$/v;
const isMark = /^\p{M}$/v;
const isDirectionMark = /^[\u200e\u200f\u061c]$/;
const isJoiner = /^[\u200c\u200d]$/;
const isSelector = /^[\ufe00-\ufe0f]$/;
const isHanSelector = /^[\u{e0100}-\u{e01ef}]$/u;
const isMongolianSelector = /^[\u180b-\u180f]$/;

const runsFromRight =
  /[\p{L}&&[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Rohg}\p{sc=Samr}\p{sc=Mand}]]/v;
const isJoined =
  /^[[\p{L}\p{M}]&&[\p{scx=Arab}\p{scx=Syrc}\p{scx=Mong}\p{scx=Nkoo}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]]$/v;
const endsEmoji = /^[\p{ExtPict}\p{EMod}\ufe0f]$/v;
const beginsEmoji = /^\p{ExtPict}$/v;
const takesSelector = /^[\p{L}\p{N}\p{S}\p{Emoji}]$/v;
const takesMark = /^[\p{L}\p{N}\p{S}\p{M}\p{Co}\p{Emoji}\u200c\u200d\u0600-\u0605\u06dd\u070f\u08e2\u{e007f}]$/v;
const isHan = /^\p{sc=Hani}$/v;
const isMongolian = /^\p{scx=Mong}$/v;

/** What stands before and behind a sign, as far as it decides. */
interface Place {
  readonly before: string;
  readonly after: string;
  /** Marks just before it. */
  readonly marks: number;
  readonly fromRight: boolean;
}

function replaceHarmful(text: string, replacementOf: (sign: string, at: number) => string): string {
  if (!questionable.test(text)) return text;
  const fromRight = runsFromRight.test(text);
  const all = text.match(signs) ?? [];
  let [result, before, marks, end] = ['', '', 0, 0];
  for (const [at, sign] of all.entries()) {
    const isHonest =
      !questionable.test(sign) || isHarmless(sign, { before, after: all[at + 1] ?? '', marks, fromRight });
    end += sign.length;
    const kept = isHonest ? sign : replacementOf(sign, end - sign.length);
    if (kept === '') continue;
    result += kept;
    marks = isHonest && isMark.test(sign) ? marks + 1 : 0;
    before = isHonest ? String.fromCodePoint(sign.codePointAt(sign.length > 4 ? sign.length - 2 : 0) ?? 0) : ' ';
  }
  return result;
}

/** By what it looks like where it stands: the same joiner makes one emoji of two, and hides between two letters. */
function isHarmless(sign: string, { before, after, marks, fromRight }: Place): boolean {
  if (sign.length > 2) return true; // a flag
  if (isBreak.test(sign) || isHalf.test(sign)) return false;
  if (isDirectionMark.test(sign)) return fromRight && before !== sign;
  if (isJoiner.test(sign)) {
    return isJoined.test(before) || (sign === '\u200d' && endsEmoji.test(before) && beginsEmoji.test(after));
  }
  if (isSelector.test(sign)) return takesSelector.test(before);
  if (isHanSelector.test(sign)) return isHan.test(before);
  if (isMongolianSelector.test(sign)) return isMongolian.test(before) && !isMongolianSelector.test(before);
  if (isUnseen.test(sign)) return false;
  return !isMark.test(sign) || (marks < mostMarks && takesMark.test(before));
}
