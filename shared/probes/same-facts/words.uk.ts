import type { Format } from '../../model/format.ts';
import type { ProbeWords } from '../probe-words.ts';
import { nameDays } from './day-ranges.ts';
import { foundDifferences } from './found-differences.ts';
import { namePlaces } from './named-places.ts';
import type { sameFacts } from './spec.ts';
import type { FactDifference, FactName, FactPlaces, SameFactsStatements } from './statements.ts';
import { placesToCorrect, toCorrect } from './to-correct.ts';

const days = ['понеділок', 'вівторок', 'середа', 'четвер', 'п’ятниця', 'субота', 'неділя'];
const facts: Readonly<Record<FactName, string>> = {
  name: 'назва',
  phone: 'телефон',
  address: 'адреса',
  hours: 'години роботи',
  closed: 'чи працює заклад',
};
const closed: Readonly<Record<string, string>> = { 'for-now': 'тимчасово зачинено', 'for-good': 'зачинено назавжди' };
const nextTime = 'Touchlight спробує знову під час наступної перевірки.';
const whose = { google: 'профіль у Google', facebook: 'сторінку у Facebook' };
const guide = { google: 'docs/platforms/google-reviews.md', facebook: 'docs/platforms/facebook.md' };

export const uk: ProbeWords<typeof sameFacts, SameFactsStatements> = {
  name: 'Однакові дані всюди',
  good: 'дані про бізнес усюди однакові',
  bad: 'дані про бізнес у різних місцях не збігаються',
  measurement: {
    differences: (value) => `дані, що на сайті та в інших місцях різні: ${value}`,
  },
  says: {
    'same-facts/agree': ({ agreed, places, more = [], uncompared = [], remarks }, { list, whole, quote }) => [
      [
        `усюди, де Touchlight може порівняти, ${agreed.length === 1 && agreed[0] !== 'hours' ? 'збігається' : 'збігаються'} ${list(agreed.map((fact) => facts[fact]))}: ${list(named(places, quote))}`,
        ...more.map((each) => `${list(each.agreed.map((fact) => facts[fact]))}: ${list(named(each.places, quote))}`),
      ].join('; '),
      ...uncompared.map(
        (each) =>
          `Не вдалося порівняти: ${list(each.agreed.map((fact) => facts[fact]))} (${list(named(each.places, quote))}).`,
      ),
      ...remarks.map(whole),
    ],
    'same-facts/differ': ({ differences, others, remarks }, format) => [
      `${others > 0 ? `розбіжностей – ${differences.length + others}, ось перші ${differences.length}: ` : ''}${differences.map((each) => differ(each, format)).join('; ')}`,
      correct(differences),
      ...remarks.map(format.whole),
    ],
    'same-facts/nothing': ({ places, remarks }, { list, whole, quote }) => [
      named(places, quote).length === 0
        ? 'у жодному місці, яке Touchlight може прочитати, немає назви, телефону, адреси чи годин роботи'
        : `порівнювати нема чого: немає даних, які були б у двох місцях і які можна було б порівняти (прочитано: ${list(named(places, quote))})`,
      ...remarks.map(whole),
    ],
    'same-facts/unread': ({ unread, remarks }, { whole }) => [
      'невідомо, чи дані всюди однакові, бо прочитати вдалося не все',
      ...unread.map(whole),
      'У тому, що прочитано, розбіжностей немає.',
      ...remarks.map(whole),
    ],
    'same-facts/refused': ({ kind, why, secret, clue }, { quote, clause }) => {
      switch (why) {
        case 'access':
          return [
            `не вдалося прочитати ${whose[kind]}: доступ із секрету ${quote(secret)} не приймають (${clause(clue)})`,
            `Створіть доступ заново (${guide[kind]}) і збережіть під тією самою назвою.`,
          ];
        case 'permission':
          return [
            `не вдалося прочитати ${whose[kind]}: доступ із секрету ${quote(secret)} не дає такого права (${clause(clue)})`,
            kind === 'google'
              ? 'У Google Cloud Console увімкніть My Business Business Information API.'
              : 'Токену потрібен дозвіл pages_read_engagement.',
          ];
        case 'setup':
          return `не вдалося прочитати ${whose[kind]}: ${clause(clue)}`;
        case 'gone':
          return [
            `не вдалося знайти ${whose[kind]} (${clause(clue)})`,
            'Перевірте "page" цього місця в touchpoints.yaml.',
          ];
        case 'quota':
          return [
            `не вдалося прочитати ${whose[kind]}: нових запитів поки не приймають (${clause(clue)})`,
            nextTime,
            ...(kind === 'google'
              ? [
                  `Якщо це ще ніколи не вдавалося, Google досі не надав доступу до Business Profile API (${guide.google}).`,
                ]
              : []),
          ];
        case 'later':
          return [`не вдалося прочитати ${whose[kind]}: ${clause(clue)}`, nextTime];
      }
    },
    'same-facts/site-unread': ({ path, status }, { quote }) => [
      `${page(path, quote)} не вдалося прочитати звичайним запитом (${status === null ? 'немає відповіді' : `HTTP ${status}`})`,
      nextTime,
    ],
    'same-facts/needs-browser': ({ path }, { quote }) =>
      `${page(path, quote)} не порівняно: її вміст показує лише браузер, а ця перевірка читає без нього`,
  },
  trend: {},
  remedy:
    'З’ясуйте, яке значення правильне, і виправте решту: на сайті та в його структурованих даних, у Google через «Редагувати профіль», у Facebook у розділі «Інформація». Якщо відмінність навмисна, наприклад окремий номер для Google, не порівнюйте це місце (docs/same-facts.md).',
  trouble: {
    title: 'У різних місцях різні дані',
    has: (at) => `дані про бізнес${at} відрізняються від даних в інших місцях уже`,
    was: (at) => `дані про бізнес${at} відрізнялися від даних в інших місцях`,
    todo: 'З’ясуйте, що правильно, і виправте решту.',
    gain: 'Клієнти не стоятимуть перед зачиненими дверима і не дзвонитимуть на чужий номер.',
  },
  todoOf: (finding, { list, quote }) => {
    const found = foundDifferences(finding);
    if (found === null) return null;
    const { differences, others } = found;
    const { isToldByFile } = toCorrect(differences);
    const which = differences.map((difference) => {
      const { fact, days: on } = difference;
      const places = placesToCorrect(difference, isToldByFile).flatMap((some) => named(some, quote));
      return `${factOf(fact, on, list)} – ${list(places)}`;
    });
    const all = [...which, ...(others > 0 ? [`і ще ${others}`] : [])].join('; ');
    return isToldByFile
      ? `Виправте те, що відрізняється від touchpoints.yaml: ${all}.`
      : `З’ясуйте, що правильно, і виправте решту: ${all}.`;
  },
};

function page(path: string, quote: Format['quote']): string {
  return path === '/' ? 'головну сторінку сайту' : `сторінку ${quote(path)}`;
}

function named(places: FactPlaces, quote: Format['quote']): string[] {
  return namePlaces(places, {
    page: (path) => (path === '/' ? 'головна сторінка сайту' : `сторінка ${quote(path)}`),
    data: (path) => `структуровані дані ${path === '/' ? 'головної сторінки' : `сторінки ${quote(path)}`}`,
    ownData: { one: 'її структуровані дані', more: 'їхні структуровані дані' },
  });
}

function differ({ fact, days: on, versions }: FactDifference, { list, quote }: Format): string {
  const said = versions.map(
    ({ values, places }) => `${wordValue(fact, values, { list, quote })} (${list(named(places, quote))})`,
  );
  return `${fact === 'closed' ? 'заклад' : factOf(fact, on, list)}: ${said.join(', ')}`;
}

function factOf(fact: FactName, on: string, list: Format['list']): string {
  const range = (from: string, to: string): string => `${from} – ${to}`;
  const when = on.length === 0 ? '' : on.length === 7 ? ' (щодня)' : ` (${list(nameDays(on, days, range))})`;
  return `${facts[fact]}${when}`;
}

function wordValue(fact: FactName, values: readonly string[], { list, quote }: Pick<Format, 'list' | 'quote'>): string {
  if (fact === 'closed') return closed[values[0] ?? ''] ?? 'є години роботи';
  if (fact === 'hours') return values.length === 0 ? 'не вказано' : list(values);
  return fact === 'phone'
    ? list(values.map((value) => value.replace(';ext=', ' дод. ')))
    : list(values.map((value) => quote(value)));
}

function correct(differences: readonly FactDifference[]): string {
  const { kinds, isToldByFile } = toCorrect(differences);
  const where = [
    ...(kinds.has('google') ? ['у Google через «Редагувати профіль» (business.google.com)'] : []),
    ...(kinds.has('facebook') ? ['у Facebook у розділі «Інформація»'] : []),
    ...(kinds.has('page') ? ['на сайті'] : []),
    ...(kinds.has('data') ? ['у структурованих даних сайту (попросіть веброзробника)'] : []),
  ].join('; ');
  return isToldByFile
    ? `Правильне значення – у touchpoints.yaml, якщо воно не застаріло. Виправте те, що відрізняється: ${where}.`
    : `З’ясуйте, що правильно, і виправте решту: ${where}.`;
}
