import type { Format } from '../../model/format.ts';
import type { ProbeWords } from '../probe-words.ts';
import { nameDays } from './day-ranges.ts';
import { foundDifferences } from './found-differences.ts';
import { namePlaces } from './named-places.ts';
import type { sameFacts } from './spec.ts';
import type { FactDifference, FactName, FactPlaces, SameFactsStatements } from './statements.ts';
import { placesToCorrect, toCorrect } from './to-correct.ts';

const days = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'];
const facts: Readonly<Record<FactName, string>> = {
  name: 'название',
  phone: 'телефон',
  address: 'адрес',
  hours: 'часы работы',
  closed: 'работает ли заведение',
};
const closed: Readonly<Record<string, string>> = { 'for-now': 'временно закрыто', 'for-good': 'закрыто навсегда' };
const nextTime = 'Touchlight попробует снова при следующей проверке.';
const whose = { google: 'профиль в Google', facebook: 'страницу в Facebook' };
const guide = { google: 'docs/platforms/google-reviews.md', facebook: 'docs/platforms/facebook.md' };

export const ru: ProbeWords<typeof sameFacts, SameFactsStatements> = {
  name: 'Одинаковые данные везде',
  good: 'данные о бизнесе везде одинаковы',
  bad: 'данные о бизнесе в разных местах не совпадают',
  measurement: {
    differences: (value) => `данные, которые на сайте и в других местах различаются: ${value}`,
  },
  says: {
    'same-facts/agree': ({ agreed, places, more = [], uncompared = [], remarks }, { list, whole, quote }) => [
      [
        `везде, где Touchlight может сравнить, ${agreed.length === 1 && agreed[0] !== 'hours' ? 'совпадает' : 'совпадают'} ${list(agreed.map((fact) => facts[fact]))}: ${list(named(places, quote))}`,
        ...more.map((each) => `${list(each.agreed.map((fact) => facts[fact]))}: ${list(named(each.places, quote))}`),
      ].join('; '),
      ...uncompared.map(
        (each) =>
          `Не удалось сравнить: ${list(each.agreed.map((fact) => facts[fact]))} (${list(named(each.places, quote))}).`,
      ),
      ...remarks.map(whole),
    ],
    'same-facts/differ': ({ differences, others, remarks }, format) => [
      `${others > 0 ? `расхождений – ${differences.length + others}, вот первые ${differences.length}: ` : ''}${differences.map((each) => differ(each, format)).join('; ')}`,
      correct(differences),
      ...remarks.map(format.whole),
    ],
    'same-facts/nothing': ({ places, remarks }, { list, whole, quote }) => [
      named(places, quote).length === 0
        ? 'ни в одном месте, которое Touchlight может прочитать, нет названия, телефона, адреса или часов работы'
        : `сравнивать нечего: нет данных, которые были бы в двух местах и которые можно было бы сравнить (прочитано: ${list(named(places, quote))})`,
      ...remarks.map(whole),
    ],
    'same-facts/unread': ({ unread, remarks }, { whole }) => [
      'неизвестно, везде ли данные одинаковы, потому что прочитать удалось не всё',
      ...unread.map(whole),
      'В том, что прочитано, расхождений нет.',
      ...remarks.map(whole),
    ],
    'same-facts/refused': ({ kind, why, secret, clue }, { quote, clause }) => {
      switch (why) {
        case 'access':
          return [
            `не удалось прочитать ${whose[kind]}: доступ из секрета ${quote(secret)} не принимают (${clause(clue)})`,
            `Создайте доступ заново (${guide[kind]}) и сохраните под тем же именем.`,
          ];
        case 'permission':
          return [
            `не удалось прочитать ${whose[kind]}: доступ из секрета ${quote(secret)} не даёт такого права (${clause(clue)})`,
            kind === 'google'
              ? 'В Google Cloud Console включите My Business Business Information API.'
              : 'Токену нужно разрешение pages_read_engagement.',
          ];
        case 'setup':
          return `не удалось прочитать ${whose[kind]}: ${clause(clue)}`;
        case 'gone':
          return [
            `не удалось найти ${whose[kind]} (${clause(clue)})`,
            'Проверьте "page" этого места в touchpoints.yaml.',
          ];
        case 'quota':
          return [
            `не удалось прочитать ${whose[kind]}: новых запросов пока не принимают (${clause(clue)})`,
            nextTime,
            ...(kind === 'google'
              ? [
                  `Если это ещё ни разу не удавалось, Google пока не предоставил доступ к Business Profile API (${guide.google}).`,
                ]
              : []),
          ];
        case 'later':
          return [`не удалось прочитать ${whose[kind]}: ${clause(clue)}`, nextTime];
      }
    },
    'same-facts/site-unread': ({ path, status }, { quote }) => [
      `${page(path, quote)} не удалось прочитать обычным запросом (${status === null ? 'нет ответа' : `HTTP ${status}`})`,
      nextTime,
    ],
    'same-facts/needs-browser': ({ path }, { quote }) =>
      `${page(path, quote)} сравнить не удалось: её содержимое показывает только браузер, а эта проверка читает без него`,
  },
  trend: {},
  remedy:
    'Выясните, какое значение верное, и исправьте остальные: на сайте и в его структурированных данных, в Google через «Изменить профиль», в Facebook в разделе «Информация». Если различие намеренное, например отдельный номер для Google, не сравнивайте это место (docs/same-facts.md).',
  trouble: {
    title: 'В разных местах разные данные',
    has: (at) => `данные о бизнесе${at} отличаются от данных в других местах уже`,
    was: (at) => `данные о бизнесе${at} отличались от данных в других местах`,
    todo: 'Выясните, что верно, и исправьте остальное.',
    gain: 'Клиенты не окажутся перед закрытой дверью и не позвонят по чужому номеру.',
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
    const all = [...which, ...(others > 0 ? [`и ещё ${others}`] : [])].join('; ');
    return isToldByFile
      ? `Исправьте то, что отличается от touchpoints.yaml: ${all}.`
      : `Выясните, что верно, и исправьте остальное: ${all}.`;
  },
};

function page(path: string, quote: Format['quote']): string {
  return path === '/' ? 'главную страницу сайта' : `страницу ${quote(path)}`;
}

function named(places: FactPlaces, quote: Format['quote']): string[] {
  return namePlaces(places, {
    page: (path) => (path === '/' ? 'главная страница сайта' : `страница ${quote(path)}`),
    data: (path) => `структурированные данные ${path === '/' ? 'главной страницы' : `страницы ${quote(path)}`}`,
    ownData: { one: 'её структурированные данные', more: 'их структурированные данные' },
  });
}

function differ({ fact, days: on, versions }: FactDifference, { list, quote }: Format): string {
  const said = versions.map(
    ({ values, places }) => `${wordValue(fact, values, { list, quote })} (${list(named(places, quote))})`,
  );
  return `${fact === 'closed' ? 'заведение' : factOf(fact, on, list)}: ${said.join(', ')}`;
}

function factOf(fact: FactName, on: string, list: Format['list']): string {
  const range = (from: string, to: string): string => `${from} – ${to}`;
  const when = on.length === 0 ? '' : on.length === 7 ? ' (ежедневно)' : ` (${list(nameDays(on, days, range))})`;
  return `${facts[fact]}${when}`;
}

function wordValue(fact: FactName, values: readonly string[], { list, quote }: Pick<Format, 'list' | 'quote'>): string {
  if (fact === 'closed') return closed[values[0] ?? ''] ?? 'есть часы работы';
  if (fact === 'hours') return values.length === 0 ? 'не указаны' : list(values);
  return fact === 'phone'
    ? list(values.map((value) => value.replace(';ext=', ' доб. ')))
    : list(values.map((value) => quote(value)));
}

function correct(differences: readonly FactDifference[]): string {
  const { kinds, isToldByFile } = toCorrect(differences);
  const where = [
    ...(kinds.has('google') ? ['в Google через «Изменить профиль» (business.google.com)'] : []),
    ...(kinds.has('facebook') ? ['в Facebook в разделе «Информация»'] : []),
    ...(kinds.has('page') ? ['на сайте'] : []),
    ...(kinds.has('data') ? ['в структурированных данных сайта (попросите веб-разработчика)'] : []),
  ].join('; ');
  return isToldByFile
    ? `Верное значение – в touchpoints.yaml, если оно не устарело. Исправьте то, что отличается: ${where}.`
    : `Выясните, что верно, и исправьте остальное: ${where}.`;
}
