import { folded, foldedWords, isCyrillic, isNear } from './folded.ts';
import type { Relation } from './relation.ts';

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

/**
 * Two names of one business. Legal forms, quotation marks, case, punctuation and spaces do not count, nor what one of them adds: "Coffee
 * Lab" is "ТОВ «Coffee Lab»" and "Coffee Lab, specialty coffee", and "Hotel Lviv" is "Lviv Hotel". A name in another script may be a
 * translation, and so may be one that shares a longer word: "Клініка Здоров'я" and "Клиника Здоровье".
 */
export function relateNames(a: string, b: string): Relation {
  const [ours, theirs] = [wordsOf(a), wordsOf(b)];
  const [one, other] = [ours.join(''), theirs.join('')];
  if (one === '' || other === '') return 'unclear';
  if (one === other || isWithin(ours, theirs) || isWithin(theirs, ours)) return 'same';
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length >= shortestWithin && long.includes(short)) return 'same';
  if (isCyrillic(a) !== isCyrillic(b) || isForeign(a) || isForeign(b)) return 'unclear';
  return sharesTellingWord(ours, theirs) ? 'unclear' : 'different';
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
