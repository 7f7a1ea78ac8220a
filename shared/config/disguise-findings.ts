import { contains, isSpace, remedy, retype } from './disguise-words.ts';
import { type Disguise, disguisesOfAscii, mixedIn, unseenIn } from './disguises.ts';
import { namedFormPattern } from './named-forms.ts';
import type { YamlDocument } from './yaml-document.ts';
import type { YamlScalar } from './yaml-places.ts';

/** A character that is not what it seems, in one text of the file. */
export interface DisguisedText {
  readonly scalar: YamlScalar;
  readonly disguise: Disguise;
  /** How many more there are in the same text. */
  readonly others: number;
}

/** Texts that people read and type as they like; everything else is compared sign by sign. */
function isProse({ path, part }: YamlScalar): boolean {
  const [area, , , check, setting, detail] = path;
  if (part === 'key') return setting === 'fill' && path.length === 6;
  if (area === 'business' || area === 'title') return path.length === 1;
  if (area === 'sections') return ['title', 'ask', 'label', 'unit'].includes(String(path.at(-1)));
  if (area === 'maintenance') return path.at(-1) === 'why';
  if (area === 'plan') return path.at(-1) === 'what' || path.at(-1) === 'who';
  if (check === 'contacts') return setting === 'expect' && ['phone', 'whatsapp', 'viber'].includes(String(detail));
  return /^form(:|$)/.test(String(check)) && (setting === 'confirmation' || setting === 'fill');
}

/** What takes letters of any alphabet and is looked up by them: addresses, paths, accounts, names of forms. */
function takesAnyLetters({ path, part, text }: YamlScalar): boolean {
  const key = path.findLast((each) => typeof each === 'string');
  if (part === 'key') return new RegExp(namedFormPattern).test(text);
  return ['url', 'pages', 'page', 'staff', 'api', 'reportsUrl', 'telegram', 'messenger'].includes(String(key));
}

/** Those that do harm, because a program compares the text: keys, addresses, ids and the like. */
export function harmfulDisguises({ scalars }: YamlDocument): readonly DisguisedText[] {
  return scalars
    .filter((scalar) => !isProse(scalar))
    .flatMap((scalar) => {
      const unseen = unseenIn(scalar.text, 'exact');
      const all = unseen.length > 0 || !takesAnyLetters(scalar) ? unseen : lettersOfOthers(scalar);
      return first(scalar, all);
    });
}

/** Those that may be meant, because people read the text: a name, a reason, a label. */
export function questionableDisguises({ scalars }: YamlDocument): readonly DisguisedText[] {
  return scalars.filter(isProse).flatMap((scalar) => {
    const unseen = unseenIn(scalar.text, 'prose');
    return first(scalar, unseen.length > 0 ? unseen : mixedIn(scalar.text));
  });
}

/**
 * What disguises a text that is at fault and that looks as if it were written in ASCII; null where nothing does.
 */
export function disguiseAtFault(scalar: YamlScalar): DisguisedText | null {
  if (isProse(scalar)) return null;
  const isShift = scalar.path[0] === 'hours' && scalar.path[1] !== 'holidays' && scalar.part === 'value';
  const all = disguisesOfAscii(scalar.text)
    .filter(({ as }) => !isShift || as !== '-')
    // A quotation mark before an address is no part of it.
    .filter(({ at }) => at === 0 || !takesAnyLetters(scalar));
  return first(scalar, all)[0] ?? null;
}

/** Controls of the reading direction that stand in no text, so in a comment: what is seen is in another order than what counts. */
export function turnedComments(text: string, { scalars }: YamlDocument): readonly DisguisedText[] {
  const within = (at: number): boolean => scalars.some(({ offset, end }) => offset <= at && at < end);
  return [...text.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)]
    .filter(({ index }) => !within(index))
    .slice(0, 1)
    .map(({ index, 0: sign }) => ({
      scalar: { path: [], part: 'value', text: sign, offset: index, end: index + 1 },
      disguise: { at: 0, sign, as: null },
      others: 0,
    }));
}

function first(scalar: YamlScalar, all: readonly Disguise[]): readonly DisguisedText[] {
  const [disguise, ...others] = all;
  return disguise === undefined ? [] : [{ scalar, disguise, others: others.length }];
}

/** Mixed words, and a host's name that could be one of ASCII ("сосо.example"); where its last part is Cyrillic, so is the rest. */
function lettersOfOthers({ text }: YamlScalar): readonly Disguise[] {
  const mixed = mixedIn(text);
  const host = /^https?:\/\/(?<host>[^/?#:]+)/i.exec(text)?.groups?.['host'] ?? '';
  if (mixed.length > 0 || !/\.[a-z\d-]+$/i.test(host)) return mixed;
  const begin = text.indexOf(host);
  return disguisesOfAscii(host).map((each) => ({ ...each, at: each.at + begin }));
}

/** `"web\u{200b}site" contains U+200B ZERO WIDTH SPACE, which cannot be seen; delete it` */
export function harmSentence({ scalar, disguise, others }: DisguisedText): string {
  const { text } = scalar;
  return `${contains(text, disguise, others)}; ${remedy(disguise, others, text)}`;
}

/** The same for a text that may be meant so, with what becomes of it. */
export function doubtSentence({ scalar, disguise, others }: DisguisedText): string {
  const said = contains(scalar.text, disguise, others);
  if (disguise.as !== null) return `${said}. If that is not meant, ${retype(disguise, others)}.`;
  const remedy = isSpace(disguise) ? 'type a plain space' : 'delete it';
  return `${said}. If that is not meant, ${remedy}.`;
}
