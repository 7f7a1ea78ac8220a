import { describe, expect, it } from 'vitest';
import { compareFacts } from '../../shared/business-facts/compare.ts';
import { type Source, type Stated, stated } from '../../shared/business-facts/facts.ts';
import { addressWith } from '../../shared/business-facts/page-facts.ts';
import { readPhone } from '../../shared/business-facts/phones.ts';
import type { Day, Week } from '../../shared/business-facts/week.ts';

const page: Source = { kind: 'page', path: '/' };
const data: Source = { kind: 'data', path: '/' };
const google: Source = { kind: 'google', path: null };
const facebook: Source = { kind: 'facebook', path: null };

const h = (from: number, to: number): Day => [[from * 60, to * 60]];
const week = (workday: Day, saturday: Day = [], sunday: Day = []): Week => [
  ...Array.from({ length: 5 }, () => workday),
  saturday,
  sunday,
];
const open = (source: Source, ...weeks: Week[]): Stated => stated(source, { weeks });

function hoursOf(...all: Stated[]) {
  return compareFacts(all).differences.map(({ days, versions }) => ({
    days,
    says: versions.map(({ values, sources }) => `${sources.map(({ kind }) => kind).join('+')}: ${values.join(' ')}`),
  }));
}

describe('hours', () => {
  it('that all give alike agree', () => {
    const hours = week(h(9, 18), h(10, 16));
    expect(compareFacts([open(page, hours), open(data, hours), open(google, hours)])).toMatchObject({
      differences: [],
      agreed: [{ fact: 'hours' }],
    });
  });

  it('that differ on one day are told of that day, with who says what', () => {
    const ours = week(h(9, 18), h(10, 16));
    expect(hoursOf(open(page, ours), open(data, ours), open(google, week(h(9, 18), h(10, 18))))).toEqual([
      { days: [5], says: ['page+data: 10:00–16:00', 'google: 10:00–18:00'] },
    ]);
  });

  it('that differ alike on several days are one difference; a day without hours is one, too', () => {
    expect(hoursOf(open(page, week(h(9, 18))), open(google, week(h(9, 20), h(10, 15))))).toEqual([
      { days: [0, 1, 2, 3, 4], says: ['page: 09:00–18:00', 'google: 09:00–20:00'] },
      { days: [5], says: ['page: ', 'google: 10:00–15:00'] },
    ]);
  });

  it('are compared three ways', () => {
    expect(hoursOf(open(page, week(h(9, 18))), open(google, week(h(9, 20))), open(facebook, week(h(9, 20))))).toEqual([
      { days: [0, 1, 2, 3, 4], says: ['page: 09:00–18:00', 'google+facebook: 09:00–20:00'] },
    ]);
  });

  const lunch: Day = [
    [540, 780],
    [840, 1080],
  ];
  const allDay = h(0, 24);
  it.each<[string, Week, Week]>([
    ['a break and two shifts', week(lunch), week(lunch)],
    [
      'shifts that touch',
      week([
        [540, 780],
        [780, 1080],
      ]),
      week(h(9, 18)),
    ],
    ['a night in one piece and in two', week([], [[1080, 1560]], []), week([], h(18, 24), h(0, 2))],
    ['a night from Sunday into Monday', week([], [], [[1080, 1560]]), [h(0, 2), [], [], [], [], [], h(18, 24)]],
    ['round the clock', week(allDay, allDay, allDay), [[[0, 7 * 1440]], [], [], [], [], [], []]],
  ])('written in two ways are the same: %s', (_, a, b) => {
    expect(hoursOf(open(page, a), open(google, b))).toEqual([]);
    expect(compareFacts([open(page, a), open(google, b)]).agreed).toMatchObject([{ fact: 'hours' }]);
  });

  it('with and without a lunch break differ', () => {
    expect(hoursOf(open(page, week(lunch)), open(google, week(h(9, 18))))).toEqual([
      { days: [0, 1, 2, 3, 4], says: ['page: 09:00–13:00 14:00–18:00', 'google: 09:00–18:00'] },
    ]);
  });

  it('by appointment are not compared, nor a night beside such a day', () => {
    expect(hoursOf(open(page, week(h(9, 18), null, null)), open(google, week(h(9, 18), h(10, 15))))).toEqual([]);
    expect(hoursOf(open(page, week([], h(18, 24), null)), open(google, week([], [[1080, 1560]])))).toEqual([]);
  });

  it('of a source that gives several weeks differ from nobody', () => {
    const branches = open(data, week(h(9, 18)), week(h(10, 20)));
    expect(hoursOf(branches, open(google, week(h(8, 12))))).toEqual([]);
    expect(compareFacts([branches, open(google, week(h(10, 20)))]).agreed).toMatchObject([{ fact: 'hours' }]);
  });
});

describe('a business that a source calls closed', () => {
  it('contradicts those who give its hours, and its own hours are not compared', () => {
    const shut: Stated = { ...open(google, week(h(1, 2))), closed: 'for-now' };
    expect(compareFacts([open(page, week(h(9, 18))), shut]).differences).toEqual([
      {
        fact: 'closed',
        days: [],
        versions: [
          { values: ['for-now'], sources: [google] },
          { values: [], sources: [page] },
        ],
      },
    ]);
    expect(compareFacts([shut, stated(page, { names: ['Coffee Lab'] })]).differences).toEqual([]);
  });
});

describe('name, phone and address', () => {
  const phones = (...numbers: string[]) => numbers.map((each) => readPhone(each, 'UA'));

  it('differ with all values and their places', () => {
    const { differences } = compareFacts([
      stated(page, {
        phones: phones('+380441234567'),
        addresses: [addressWith('12 Reitarska Street', '01030', 'Kyiv')],
      }),
      stated(google, {
        names: ['Coffee Lub'],
        phones: phones('+380441234568'),
        addresses: [addressWith('вул. Рейтарська, 14', '01030', 'Київ')],
      }),
      stated(facebook, { names: ['Coffee Lab'] }),
    ]);
    expect(differences).toEqual([
      {
        fact: 'name',
        days: [],
        versions: [
          { values: ['Coffee Lub'], sources: [google] },
          { values: ['Coffee Lab'], sources: [facebook] },
        ],
      },
      {
        fact: 'phone',
        days: [],
        versions: [
          { values: ['+380441234567'], sources: [page] },
          { values: ['+380441234568'], sources: [google] },
        ],
      },
      {
        fact: 'address',
        days: [],
        versions: [
          { values: ['12 Reitarska Street, 01030 Kyiv'], sources: [page] },
          { values: ['вул. Рейтарська, 14, 01030 Київ'], sources: [google] },
        ],
      },
    ]);
  });

  it('in Latin letters may be the spelling and the translation of a name that another place has in Cyrillic', () => {
    const called = (source: Source, name: string): Stated => stated(source, { names: [name] });
    const two = [called(google, 'Ranok'), called(facebook, 'Morning')];
    expect(compareFacts(two).differences.map(({ fact }) => fact)).toEqual(['name']);
    expect(compareFacts([called(data, "Кав'ярня Ранок"), ...two])).toEqual({
      differences: [],
      agreed: [{ fact: 'name', sources: [data, google] }],
      uncompared: [{ fact: 'name', sources: [facebook] }],
    });
  });

  it('agree only where they really do: another name in Latin letters is left out, not counted among them', () => {
    const called = (source: Source, name: string): Stated => stated(source, { names: [name] });
    const all = [called(data, 'Coffee Lab'), called(google, 'Sushi Master'), called(facebook, 'Кава Лаб')];
    expect(compareFacts(all)).toEqual({
      differences: [],
      agreed: [{ fact: 'name', sources: [data, facebook] }],
      uncompared: [{ fact: 'name', sources: [google] }],
    });
  });

  it('with two extensions differ, also where a third place gives the number without one', () => {
    const all = [
      stated(page, { phones: phones('+380 44 123 45 67 доб. 5') }),
      stated(google, { phones: phones('+380 44 123 45 67') }),
      stated(facebook, { phones: phones('+380 44 123 45 67 доб. 6') }),
    ];
    for (const order of [all, all.toReversed(), [all[1], all[0], all[2]].filter((each) => each !== undefined)]) {
      const { differences, agreed } = compareFacts(order);
      expect(agreed).toEqual([]);
      expect(differences.flatMap(({ versions }) => versions.flatMap(({ values }) => values)).toSorted()).toEqual([
        '+380441234567;ext=5',
        '+380441234567;ext=6',
      ]);
    }
  });

  it('agree where a site gives both extensions, of which others give one each', () => {
    const [one, two] = ['+380 44 123 45 67 доб. 5', '+380 44 123 45 67 доб. 6'];
    const { differences, agreed } = compareFacts([
      stated(page, { phones: phones(one, two) }),
      stated(google, { phones: phones(one) }),
      stated(facebook, { phones: phones(two) }),
    ]);
    expect(differences).toEqual([]);
    expect(agreed).toEqual([{ fact: 'phone', sources: [page, google, facebook] }]);
  });

  it('show the extensions, where numbers differ in nothing else', () => {
    const { differences } = compareFacts([
      stated(page, { phones: phones('+380 44 123 45 67 доб. 5') }),
      stated(google, { phones: phones('044 123 45 67 ext. 7') }),
    ]);
    expect(differences[0]?.versions.map(({ values }) => values)).toEqual([
      ['+380441234567;ext=5'],
      ['+380441234567;ext=7'],
    ]);
  });

  it('show of several places only the numbers that all of them have', () => {
    const { differences } = compareFacts([
      stated(page, { phones: phones('+380 44 123 45 67 доб. 5', '067 111 22 33') }),
      stated(facebook, { phones: phones('044 123 45 67') }),
      stated(google, { phones: phones('044 123 45 68') }),
    ]);
    expect(differences[0]?.versions.map(({ values }) => values)).toEqual([['+380441234567'], ['+380441234568']]);
  });

  it('agree where a site with two numbers has one that Google has and one that Facebook has', () => {
    const one = stated(google, { phones: phones('044 123 45 67') });
    const other = stated(facebook, { phones: phones('067 111 22 33') });
    expect(
      compareFacts([one, other, stated(page, { phones: phones('+380671112233', '+380441234567') })]),
    ).toMatchObject({
      differences: [],
      agreed: [{ fact: 'phone' }],
    });
  });

  it('agree where each place shares a number with another one', () => {
    const all = [
      stated(page, { phones: phones('+380441234567', '+380441234560') }),
      stated(google, { phones: phones('+380441234567', '+380671112233') }),
      stated(facebook, { phones: phones('+380671112233') }),
    ];
    expect(compareFacts(all)).toMatchObject({ differences: [], agreed: [{ fact: 'phone' }] });
  });

  it('of a site with several branches are compared only where it can be told whose they are', () => {
    const branch = (path: string, street: string, hours: Week) =>
      stated({ kind: 'data', path }, { addresses: [addressWith(street, null, 'Kyiv')], weeks: [hours] });
    const all = [
      branch('/', '12 Reitarska Street', week(h(9, 18))),
      branch('/contact', '5 Bankova Street', week(h(9, 20))),
      stated(google, { addresses: [addressWith('7 Main Street', null, 'Kyiv')], weeks: [week(h(1, 2))] }),
    ];
    expect(compareFacts(all)).toEqual({ differences: [], agreed: [], uncompared: [] });
  });

  it('given by one source only are neither alike nor different', () => {
    expect(
      compareFacts([stated(page, { phones: phones('+380441234567') }), stated(google, { names: ['Coffee Lab'] })]),
    ).toEqual({
      differences: [],
      agreed: [],
      uncompared: [],
    });
    expect(compareFacts([])).toEqual({ differences: [], agreed: [], uncompared: [] });
  });
});
