import { patterns } from '../lexicon/index.ts';
import { type Errand, errands } from '../lexicon/neighbours.ts';
import { beside } from '../lexicon/offices.ts';
import {
  bodyBefore,
  handedOn,
  himOrHer,
  himOrHerInGerman,
  namedHotline,
  namedHouse,
  noNames,
  ourselves,
  personBefore,
  them,
  themInGerman,
} from '../lexicon/third-persons.ts';
import { clauseBefore } from './number-context.ts';
import type { Surroundings } from './ownership.ts';

/** As far as "him" may reach back, in letters. */
const farthestTold = 240;
const fewestWords = 3;
const mostBareWords = 1;

/**
 * Does the sentence send visitors to somebody else? It names an errand that is not this page's trade, or an office, or says "their".
 * Alone it proves nothing: a business has the number that is the only one of its page. Without a title, it cannot be told whose page it is.
 */
export function isNeighbours({ text, at, heading, title = '', url }: Surroundings): boolean {
  if (title.trim() === '') return false;
  const clause = clauseBefore(text, Math.max(0, at));
  if (ourselves.test(clause)) return false;
  if (them.test(clause) || themInGerman.test(clause)) return true;
  const isReferred = himOrHer.test(clause) || himOrHerInGerman.test(clause) || isBare(clause);
  const told = (isReferred ? text.slice(Math.max(0, at - farthestTold), at) : clause).replace(onTheWay, '');
  if (isBare(clause) && ourselves.test(told)) return false;
  const own = `${title} ${URL.parse(url)?.hostname ?? ''}`.toLowerCase();
  const names = namesIn(told).filter((name) => !own.includes(name.toLowerCase()));
  if (names.length > 0 && handedOn.test(told)) return true;
  if (names.length > 0 && bodyBefore.test(clause)) return true;
  if (isProse(told) && (namesHouse(told, own) || namesHotline(told, own))) return true;
  const said = [told, questionBefore(text, at, clause), heading];
  return errands.some((errand) => said.some((words) => errand.words.test(words)) && isAway(errand, own, names));
}

/** "Opposite the tourist office", which is the way. */
const onTheWay = new RegExp(
  `(?<!\\p{L})(${beside})\\s+(\\p{L}{1,4}[’']?\\s*){0,2}\\p{L}+(\\s+(de|of|du|der|des)?\\s*\\p{L}+)?`,
  'giu',
);

/** "In the Grand Hotel": where a business is. */
const standsIn =
  /(?<!\p{L})(in|inside|within|im|in der|dans|au sein de|en|w|у|в|nel|nella)\s+((the|le|la|l[’']|el)\s*)?$/iu;

/** "Power cut? Call ...": the question that the sentence answers. */
function questionBefore(text: string, at: number, clause: string): string {
  const before = text
    .slice(0, at)
    .slice(0, -clause.length || undefined)
    .trimEnd();
  return before.endsWith('?') ? (before.split(/[.!?\n](?=.)/u).at(-1) ?? '') : '';
}

/** "Reservations:" and "Tel." go on with what was said before. */
function isBare(clause: string): boolean {
  const words = clause.replace(patterns.leadsToNumber, ' ').match(/\p{L}{2,}/gu) ?? [];
  return words.length <= mostBareWords;
}

/** A sentence, and not a line of an address. */
function isProse(told: string): boolean {
  return (told.match(/(?<![\p{L}\d])\p{Ll}\p{L}+/gu) ?? []).length >= fewestWords;
}

/** A hotel, clinic or restaurant with a name that is not this page's. */
function namesHouse(told: string, own: string): boolean {
  return [...told.matchAll(namedHouse)].some(({ index, 0: house }) => {
    const before = /(?:(?<![\p{L}\d])\p{Lu}[\p{L}’'-]+\s+){1,4}$/u.exec(told.slice(0, index))?.[0] ?? '';
    const after =
      /^\s+(?:(?:de|del|de la|du|des|di|am|an der|im)\s+)?[«„“"]?(\p{Lu}[\p{L}’'-]+)/u.exec(
        told.slice(index + house.length),
      )?.[1] ?? '';
    if (standsIn.test(told.slice(0, index).slice(0, -before.length || undefined))) return false;
    const isNamed = /^\p{Lu}/u.test(house)
      ? before !== '' || after !== ''
      : after !== '' || before.trim().includes(' ');
    const words = `${before} ${after}`
      .toLowerCase()
      .split(/[\s«»„“"]+/)
      .filter((word) => word.length > 2 && !/^(the|our|der|die|das|dem|den)$/.test(word));
    const isTheirs = (word: string): boolean => !own.includes(word);
    return (
      isNamed && words.length > 0 && (isTheirs(house.toLowerCase()) ? words.some(isTheirs) : words.every(isTheirs))
    );
  });
}

function namesHotline(told: string, own: string): boolean {
  const name = namedHotline.exec(told)?.[1];
  return name !== undefined && !noNames.test(name) && !own.includes(name.toLowerCase());
}

/** A business in that trade sends visitors elsewhere only where it gives the full name. */
function isAway({ trade, named }: Errand, own: string, names: readonly string[]): boolean {
  if (trade.test(own)) return names.length >= 2 || names.some((name) => /\p{Lu}.*\p{Lu}|\P{L}/u.test(name));
  return !named || names.length > 0;
}

/** Words with a capital letter, or between quotation marks, that are not there because a sentence begins. */
function namesIn(clause: string): string[] {
  const quoted = [...clause.matchAll(/[«„“"]([^«»„“”"]{2,40})[»“”"]/gu)].flatMap(([, name]) => name ?? []);
  const words = [...clause.matchAll(/(?<![\p{L}\d])\p{Lu}[\p{L}\d&’'-]+/gu)].flatMap(({ index, 0: word }) => {
    const before = clause.slice(0, index).trimEnd();
    const begins = before === '' || /[.?!:\n\u2013\u2014]$/u.test(before);
    const isNone = begins || noNames.test(word) || personBefore.test(before);
    return isNone ? [] : [word];
  });
  return [...quoted, ...words];
}
