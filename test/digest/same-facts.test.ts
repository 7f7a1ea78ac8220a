import { expect, test } from 'vitest';
import { ownTodo } from '../../functions/digest/trouble-words.ts';
import { saySameFacts } from '../../shared/probes/same-facts/statements.ts';

const nowhere = { pages: [], data: [], others: [] };
const onPage = { ...nowhere, pages: ['/contact'] };
const atGoogle = { ...nowhere, others: ['google'] } as const;

function found(others: number, ...places: readonly ('google' | 'file')[]) {
  const because = saySameFacts('same-facts/differ', {
    differences: [
      {
        fact: 'phone',
        days: '',
        versions: [
          { values: ['+380441234567'], places: { ...onPage, others: places } },
          { values: ['+380441234568'], places: atGoogle },
        ],
      },
      {
        fact: 'hours',
        days: '56',
        versions: [
          { values: ['09:00–21:00'], places: { ...onPage, others: places } },
          { values: [], places: atGoogle },
        ],
      },
    ],
    others,
    remarks: [],
  });
  const beyond = { kind: 'measurement', id: 'differences', bound: 0, side: 'at-most', unit: 'count' } as const;
  const finding = { ...beyond, value: 2 + others, because };
  return { probe: 'same-facts', about: { finding, light: 'yellow' }, touchpointIds: ['website'] } as const;
}

test.each([
  [
    'en',
    'Find out which is right and correct the others: the phone number (the page "/contact" and Google); the opening hours on Saturday and Sunday (the page "/contact" and Google); and 3 more.',
  ],
  [
    'uk',
    'З’ясуйте, що правильно, і виправте решту: телефон – сторінка «/contact» і Google; години роботи (субота і неділя) – сторінка «/contact» і Google; і ще 3.',
  ],
  [
    'ru',
    'Выясните, что верно, и исправьте остальное: телефон – страница «/contact» и Google; часы работы (суббота и воскресенье) – страница «/contact» и Google; и ещё 3.',
  ],
] as const)('the plan names which facts differ and where, and how many more do (%s)', (language, todo) => {
  expect(ownTodo(found(3), { language })).toBe(todo);
});

test.each([
  [
    'en',
    'Correct what differs from touchpoints.yaml: the phone number (Google); the opening hours on Saturday and Sunday (Google).',
  ],
  [
    'uk',
    'Виправте те, що відрізняється від touchpoints.yaml: телефон – Google; години роботи (субота і неділя) – Google.',
  ],
  [
    'ru',
    'Исправьте то, что отличается от touchpoints.yaml: телефон – Google; часы работы (суббота и воскресенье) – Google.',
  ],
] as const)('where the file says what is right, the plan names only what differs from it (%s)', (language, todo) => {
  expect(ownTodo(found(0, 'file'), { language })).toBe(todo);
});

test('of several websites, the facts of one would mislead: the plan says what to do at all of them', () => {
  expect(ownTodo({ ...found(0), touchpointIds: ['website', 'shop'] }, { language: 'en' })).toBeNull();
});
