import type { Format } from '../../model/format.ts';
import type { ProbeWords } from '../probe-words.ts';
import { nameDays } from './day-ranges.ts';
import { foundDifferences } from './found-differences.ts';
import { namePlaces } from './named-places.ts';
import type { sameFacts } from './spec.ts';
import type { FactDifference, FactName, FactPlaces, SameFactsStatements } from './statements.ts';
import { placesToCorrect, toCorrect } from './to-correct.ts';

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const facts: Readonly<Record<FactName, string>> = {
  name: 'the name',
  phone: 'the phone number',
  address: 'the address',
  hours: 'the opening hours',
  closed: 'whether the business is open',
};
const closed: Readonly<Record<string, string>> = { 'for-now': 'temporarily closed', 'for-good': 'permanently closed' };
const nextTime = 'Touchlight will try again at the next run.';
const whose = { google: 'the Google profile', facebook: 'the Facebook page' };
const guide = { google: 'docs/platforms/google-reviews.md', facebook: 'docs/platforms/facebook.md' };

export const en: ProbeWords<typeof sameFacts, SameFactsStatements> = {
  name: 'The same facts everywhere',
  good: 'the same facts are given everywhere',
  bad: 'different facts are given in different places',
  measurement: {
    differences: (value) => `facts that differ between the website and other places: ${value}`,
  },
  says: {
    'same-facts/agree': ({ agreed, places, more = [], uncompared = [], remarks }, { list, whole, quote }) => [
      [
        `${list(agreed.map((fact) => facts[fact]))} ${agreed.length === 1 && agreed[0] !== 'hours' ? 'is' : 'are'} the same wherever Touchlight can compare: ${list(named(places, quote))}`,
        ...more.map((each) => `${list(each.agreed.map((fact) => facts[fact]))}: ${list(named(each.places, quote))}`),
      ].join('; '),
      ...uncompared.map(
        (each) =>
          `Could not be compared: ${list(each.agreed.map((fact) => facts[fact]))} (${list(named(each.places, quote))}).`,
      ),
      ...remarks.map(whole),
    ],
    'same-facts/differ': ({ differences, others, remarks }, format) => [
      `${others > 0 ? `of the ${differences.length + others} facts that differ, the first ${differences.length} are: ` : ''}${differences.map((each) => differ(each, format)).join('; ')}`,
      correct(differences),
      ...remarks.map(format.whole),
    ],
    'same-facts/nothing': ({ places, remarks }, { list, whole, quote }) => [
      named(places, quote).length === 0
        ? 'no place that Touchlight can read gives a name, phone number, address or opening hours of the business'
        : `there is nothing to compare: no fact is given in two places that Touchlight can read and compare (${list(named(places, quote))})`,
      ...remarks.map(whole),
    ],
    'same-facts/unread': ({ unread, remarks }, { whole }) => [
      'it is unclear whether the same facts are given everywhere, because not everything could be read',
      ...unread.map(whole),
      'No differences were found in what could be read.',
      ...remarks.map(whole),
    ],
    'same-facts/refused': ({ kind, why, secret, clue }, { quote, clause }) => {
      switch (why) {
        case 'access':
          return [
            `${whose[kind]} could not be read: the access in the secret ${quote(secret)} is not accepted (${clause(clue)})`,
            `Create new credentials (${guide[kind]}) and store them under the same name.`,
          ];
        case 'permission':
          return [
            `${whose[kind]} could not be read: the access in the secret ${quote(secret)} may not read it (${clause(clue)})`,
            kind === 'google'
              ? 'In the Google Cloud console, enable the My Business Business Information API.'
              : 'The token needs the permission pages_read_engagement.',
          ];
        case 'setup':
          return `${whose[kind]} could not be read: ${clause(clue)}`;
        case 'gone':
          return [
            `${whose[kind]} was not found (${clause(clue)})`,
            'Check "page" of that touchpoint in touchpoints.yaml.',
          ];
        case 'quota':
          return [
            `${whose[kind]} could not be read: no more requests are accepted for now (${clause(clue)})`,
            nextTime,
            ...(kind === 'google'
              ? [
                  `If this has never worked, Google has not yet granted access to the Business Profile APIs (${guide.google}).`,
                ]
              : []),
          ];
        case 'later':
          return [`${whose[kind]} could not be read: ${clause(clue)}`, nextTime];
      }
    },
    'same-facts/site-unread': ({ path, status }, { quote }) => [
      `${page(path, quote)} could not be read with a plain request (${status === null ? 'no answer' : `HTTP ${status}`})`,
      nextTime,
    ],
    'same-facts/needs-browser': ({ path }, { quote }) =>
      `${page(path, quote)} could not be compared: only a browser can show what it says, and this check reads without one`,
  },
  trend: {},
  remedy:
    'Find out which of the values is right, and correct the others: on the website and in its structured data, on Google under "Edit profile", on Facebook under "About". If a difference is intended, such as a separate phone number for Google, leave that place out (docs/same-facts.md).',
  trouble: {
    title: 'Different facts in different places',
    has: (at) => `facts about the business${at} have differed from those in other places`,
    was: (at) => `facts about the business${at} differed from those in other places`,
    todo: 'Find out which is right and correct the others.',
    gain: 'Customers no longer find the door closed or call a wrong number.',
  },
  todoOf: (finding, { list, quote }) => {
    const found = foundDifferences(finding);
    if (found === null) return null;
    const { differences, others } = found;
    const { isToldByFile } = toCorrect(differences);
    const which = differences.map((difference) => {
      const { fact, days: on } = difference;
      const places = placesToCorrect(difference, isToldByFile).flatMap((some) => named(some, quote));
      return `${factOf(fact, on, list)} (${list(places)})`;
    });
    const all = [...which, ...(others > 0 ? [`and ${others} more`] : [])].join('; ');
    return isToldByFile
      ? `Correct what differs from touchpoints.yaml: ${all}.`
      : `Find out which is right and correct the others: ${all}.`;
  },
};

function page(path: string, quote: Format['quote']): string {
  return path === '/' ? 'the home page' : `the page ${quote(path)}`;
}

function named(places: FactPlaces, quote: Format['quote']): string[] {
  return namePlaces(places, {
    page: (path) => page(path, quote),
    data: (path) => `the structured data of ${page(path, quote)}`,
    ownData: { one: 'its structured data', more: 'their structured data' },
  });
}

function differ({ fact, days: on, versions }: FactDifference, { list, quote }: Format): string {
  const said = versions.map(({ values, places }) => {
    const names = named(places, quote);
    return `${list(names)} ${names.length === 1 ? 'says' : 'say'} ${wordValue(fact, values, { list, quote })}`;
  });
  return `${fact === 'closed' ? 'open or closed' : factOf(fact, on, list)}: ${said.join(', ')}`;
}

function factOf(fact: FactName, on: string, list: Format['list']): string {
  const range = (from: string, to: string): string => `${from} to ${to}`;
  const when = on.length === 0 ? '' : on.length === 7 ? ' every day' : ` on ${list(nameDays(on, days, range))}`;
  return `${facts[fact]}${when}`;
}

function wordValue(fact: FactName, values: readonly string[], { list, quote }: Pick<Format, 'list' | 'quote'>): string {
  if (fact === 'closed') return closed[values[0] ?? ''] ?? 'it has opening hours';
  if (fact === 'hours') return values.length === 0 ? 'none' : list(values);
  return fact === 'phone'
    ? list(values.map((value) => value.replace(';ext=', ' ext. ')))
    : list(values.map((value) => quote(value)));
}

function correct(differences: readonly FactDifference[]): string {
  const { kinds, isToldByFile } = toCorrect(differences);
  const where = [
    ...(kinds.has('google') ? ['on Google under "Edit profile" (business.google.com)'] : []),
    ...(kinds.has('facebook') ? ['on Facebook under "About"'] : []),
    ...(kinds.has('page') ? ['on the website'] : []),
    ...(kinds.has('data') ? ["in the website's structured data (ask your web developer)"] : []),
  ].join('; ');
  return isToldByFile
    ? `touchpoints.yaml says what is right, unless it is out of date. Correct what differs from it: ${where}.`
    : `Find out which is right, and correct the others: ${where}.`;
}
