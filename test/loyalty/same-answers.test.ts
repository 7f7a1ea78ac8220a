import { describe, expect, it } from 'vitest';
import { type MemoryStore, memoryStore } from '../social/support/memory-store.ts';
import { daysAgo, read } from './support.ts';
import { csv } from './written.ts';

type Cells = readonly (string | number)[];
const ago = (days: number, minute = 0): string => `${daysAgo(days, minute)}Z`;
const day = (days: number): string => daysAgo(days).slice(0, 10);

const poll = (store: MemoryStore, ...files: readonly (readonly Cells[])[]) =>
  read('surveys', { files: Object.fromEntries(files.map((rows, nth) => [`${nth}.csv`, csv(rows)])), store });
const idsIn = (store: MemoryStore): string[] => [...store.conversations.keys()].toSorted();
const textsIn = (store: MemoryStore): string[] =>
  [...store.conversations.values()].map(({ text }) => text).filter((text) => text !== '');

/** Two customers, and the file in which they stood first. */
const head = ['Timestamp', 'Would you recommend us?', 'Why?'];
const slow = [ago(9, 1), 3, 'Nobody called back'];
const fine = [ago(8, 2), 10, 'Great flat white'];
const first = [head, slow, fine];

describe('an answer without an id of its own', () => {
  it.each<[string, readonly Cells[]]>([
    ['the same file', first],
    ['a longer file', [head, slow, fine, [ago(1), 8, 'Good enough']]],
    ['the newest first', [head, fine, slow]],
    [
      'columns in another order',
      [
        ['Why?', 'Timestamp', 'Would you recommend us?'],
        ...[slow, fine].map(([at, score, why]) => [why ?? '', at ?? '', score ?? '']),
      ],
    ],
    [
      'another column with longer texts',
      [
        [...head, 'What should we improve?'],
        [...slow, 'Please do call customers back on the same day, all of them'],
        [...fine, ''],
      ],
    ],
    [
      'a column of staff',
      [
        [...head, 'Agent comment'],
        [...slow, 'Angry, called back on Monday, gave a voucher for two coffees'],
        [...fine, ''],
      ],
    ],
    [
      'the address of who answered',
      [
        [...head, 'Email'],
        [...slow, 'ann@mail.example'],
        [...fine, 'bob@mail.example'],
      ],
    ],
    ['headings in Ukrainian', [['Позначка часу', 'Чи порекомендуєте ви нас?', 'Чому?'], slow, fine]],
    ['headings in Russian', [['Отметка времени', 'Порекомендуете ли вы нас?', 'Почему?'], slow, fine]],
    ['a row that was pasted in twice', [head, slow, fine, slow]],
  ])('is known again in %s', async (_, later) => {
    const { store } = await poll(memoryStore(), first);
    const before = idsIn(store);
    const { measurements } = await poll(store, first, later);
    const added = later.length > first.length && later[3]?.[1] === 8 ? 1 : 0;
    expect(measurements?.['answers']).toBe(2 + added);
    await poll(store, later);
    expect(idsIn(store)).toEqual(expect.arrayContaining(before));
    expect(idsIn(store)).toHaveLength(2 + added);
    expect([...store.sayings.values()], 'counted once among themes').toHaveLength(2 + added);
  });

  it('of the same second and score is two answers where two customers gave it', async () => {
    const same = [head, [ago(3), 4, 'Cold coffee'], [ago(3), 4, 'Slow']];
    const { store, measurements } = await poll(memoryStore(), same, same);
    expect(measurements?.['answers']).toBe(2);
    expect(textsIn(store).toSorted()).toEqual(['Cold coffee', 'Slow']);
  });

  it('of a day without a time is known by who gave it, whatever else is added', async () => {
    const people = ['Date', 'Score', 'Email', 'Why?'];
    const rows = [
      [day(9), 3, 'ann@mail.example', 'Nobody called back'],
      [day(9), 3, 'bob@mail.example', 'Cold'],
    ];
    const { store } = await poll(memoryStore(), [people, ...rows]);
    const before = idsIn(store);
    const longer = [
      [...people, 'What should we improve?'],
      ...rows.map((row) => [...row, 'Everything, and soon, please']),
    ];
    const { measurements } = await poll(store, [people, ...rows], longer);
    expect([measurements?.['answers'], idsIn(store)]).toEqual([2, before]);
  });

  it('of a day without a time and a name is known by its words, and a question that was added later is empty in it', async () => {
    const { store } = await poll(memoryStore(), [
      ['Date', 'Score', 'Why?'],
      [day(9), 3, 'Nobody called back'],
    ]);
    const before = idsIn(store);
    const asked = ['Score', 'What should we improve, and how soon?', 'Date', 'Why?'];
    const later = [
      asked,
      [3, '', day(9), 'Nobody called back'],
      [9, 'Longer opening hours on Sundays', day(1), 'Nice'],
    ];
    await poll(store, later);
    expect(idsIn(store)).toEqual(expect.arrayContaining(before));
    expect(idsIn(store)).toHaveLength(2);
  });
});

it('has the exporter’s own id before all else', async () => {
  const rows = [
    ['Response ID', 'Timestamp', 'Score', 'Why?'],
    ['r-1', ago(5), 3, 'Nobody called back'],
    ['r-2', ago(5), 3, 'Nobody called back'],
  ];
  const { store, measurements } = await poll(
    memoryStore(),
    rows,
    rows.toReversed().toSorted((a) => (a[0] === 'Response ID' ? -1 : 0)),
  );
  expect([measurements?.['answers'], idsIn(store).length]).toEqual([2, 2]);
});

describe('what staff wrote beside an answer', () => {
  it.each([
    'Agent comment',
    'agentComment',
    'Employee’s feedback',
    'Internal note',
    'Comment by staff',
    'Manager reply',
    'Коментар менеджера',
    'Внутрішній коментар',
    'Комментарий оператора',
    'Внутренний комментарий',
  ])('is no customer’s word: %s', async (column) => {
    const note = 'Angry, called back on Monday, gave a voucher for two coffees';
    const { store } = await poll(memoryStore(), [
      ['Timestamp', 'Score', column, 'Comment'],
      [ago(3), 2, note, 'Rude'],
      [ago(2), 9, note, ''],
    ]);
    expect(textsIn(store)).toEqual(['Rude']);
    const alone = await poll(memoryStore(), [
      ['Timestamp', 'Score', column],
      [ago(3), 2, note],
      [ago(2), 9, `${note} again`],
    ]);
    expect(textsIn(alone.store)).toEqual([]);
  });

  it.each([
    'How could our staff improve?',
    'Comment on our managers',
    'Коментар про менеджера',
    'Почему вы так оценили оператора?',
  ])('is not taken for what customers wrote about staff: %s', async (column) => {
    const { store } = await poll(memoryStore(), [
      ['Timestamp', 'Score', column],
      [ago(3), 2, 'They were rude to me'],
    ]);
    expect(textsIn(store)).toEqual(['They were rude to me']);
  });
});
