import { folded, foldedWords, isCyrillic, isNear } from './folded.ts';
import type { Relation } from './relation.ts';
import { partsOf } from './trades.ts';

/** Legal forms, and words that join two names: a sign over the door has neither. */
const unsaid: ReadonlySet<string> = new Set(
  foldedWords(
    `llc ltd limited inc incorporated corp corporation plc co gmbh mbh ag ug kg ohg gbr ek sarl sas sasu eurl sa srl spa sl slu bv nv
     oy ab aps sro doo eood ood as lda тов ооо фоп ип чп пп ат прат зат зао оао пао ао тзов and und et та и й і`,
  ),
);

/** "sp. z o.o.", "e. K.", "s.r.o.": letters with full stops are one word. */
function joinedInitials(name: string): string {
  return name
    .replaceAll(/\bsp\.?\s*z\s*o\.?\s*o\.?(?!\p{L})/giu, ' ')
    .replaceAll(/(?<!\p{L})(?:\p{L}\.\s?){2,}/gu, (initials) => `${initials.replaceAll(/[.\s]/g, '')} `);
}

function wordsOf(name: string): string[] {
  const words = foldedWords(joinedInitials(name));
  const said = words.filter((word) => !unsaid.has(word));
  return said.length === 0 ? words : said;
}

const shortestWithin = 4;
/** "Coffee Lab" and "Coffee Lub" are none the less two names. */
const tellingWord = 7;
/** "Lab" tells more than "Dr". */
const shortestShared = 3;

/**
 * Two names of one business. Legal forms, quotation marks, case, punctuation and spaces do not count, nor what one of them adds: "Coffee
 * Lab" is "ТОВ «Coffee Lab»" and "Coffee Lab, specialty coffee", and "Hotel Lviv" is "Lviv Hotel". Nor does it count in which language
 * the trade is said: "Кав'ярня Ранок" is "Cafe Ranok".
 *
 * Unclear is what may be a translation ("Кав'ярня Ранок" and "Кофейня Утро"), the name of another branch ("Ранок на Подолі" and "Ранок на
 * Оболоні"), or of which only the trade is the same ("Cafe Ranok" and "Morning Cafe").
 */
export function relateNames(a: string, b: string): Relation {
  const [ours, theirs] = [wordsOf(a), wordsOf(b)];
  const [one, other] = [ours.join(''), theirs.join('')];
  if (one === '' || other === '') return 'unclear';
  if (one === other || isWithin(ours, theirs) || isWithin(theirs, ours)) return 'same';
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= shortestWithin && long.includes(short)) return 'same';
  const [mine, their] = [partsOf(ours), partsOf(theirs)];
  const isOneTrade = mine.trades.some((trade) => their.trades.includes(trade));
  if (isOneTrade && isAlike(mine.own, their.own)) return 'same';
  if (mayBeTranslated(a, b) || sharesWord(mine.own, their.own) || sharesTellingWord(ours, theirs)) return 'unclear';
  if (isNearlyAlike(mine.own, their.own)) return isOtherSpelling(mine.own, their.own) ? 'unclear' : 'different';
  return isOneTrade ? 'unclear' : 'different';
}

function mayBeTranslated(a: string, b: string): boolean {
  if (isForeign(a) || isForeign(b) || isCyrillic(a) !== isCyrillic(b)) return true;
  const language = cyrillicLanguage(a);
  return isCyrillic(a) && (language === null || language !== cyrillicLanguage(b));
}

/** By the letters and the legal forms that only one of them has; null where it may be either, or a third. */
function cyrillicLanguage(name: string): 'uk' | 'ru' | null {
  if (/[іїєґ]|['’ʼ](?=[яюєї])|(?<!\p{L})(?:тов|фоп|прат|кавярня|перукарня|крамниця)(?!\p{L})/iu.test(name)) return 'uk';
  return /[ыэёъ]|(?<!\p{L})(?:ооо|зао|оао|кофейня|парикмахерская|гостиница)(?!\p{L})/iu.test(name) ? 'ru' : null;
}

/** "Lviv Coffee Lab" and "Cafe Lviv" may share no more than a city. */
function isAlike(some: readonly string[], others: readonly string[]): boolean {
  return some.length > 0 && isWithin(some, others) && isWithin(others, some);
}

/** Each adds something to it that the other does not: two branches, or two ways to say what the business does. */
function sharesWord(some: readonly string[], others: readonly string[]): boolean {
  return some.some((word) => word.length >= shortestShared && others.includes(word));
}

/** Two names of one word, but for a letter. */
function isNearlyAlike([word, ...more]: readonly string[], [other, ...others]: readonly string[]): boolean {
  if (word === undefined || other === undefined || more.length + others.length > 0) return false;
  return isNear(word, other, shortestShared);
}

/** "Lviv" is "Lvov" from Russian, and "Odesa" is "Odessa"; "Lab" is no "Lub". */
function isOtherSpelling([word = '']: readonly string[], [other = '']: readonly string[]): boolean {
  const plain = (text: string): string => text.replaceAll(/[eio]/g, 'i');
  return word.length !== other.length || plain(word) === plain(other);
}

/** "Bao" and "Bao Bar": whole words, however short. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  return some.every((word) => all.includes(word));
}

/** Both add something to it: which of the two is the name, nobody can tell. */
function sharesTellingWord(some: readonly string[], others: readonly string[]): boolean {
  return some.some((word) => word.length >= tellingWord && others.some((other) => isNear(word, other)));
}

/** In a script that is not spelled in Latin letters here. */
function isForeign(name: string): boolean {
  return /[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(folded(name));
}
