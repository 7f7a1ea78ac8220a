import { describe, expect, it } from 'vitest';
import { aMessage } from '../../functions/probe-social/platform.ts';
import { assessThread } from '../../shared/evaluation/conversations/conversation.ts';
import type { Message } from '../../shared/model/conversation.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { coffeeLabHours } from './support/coffee-lab-hours.ts';

const monday = Date.parse('2026-11-16T07:00:00Z');
const frame = {
  ...{ checkId: 'vk/responses', staff: new Set<string>(), calendar: coffeeLabHours },
  now: toInstant(monday + 8 * 3_600_000),
};
const people = { Ann: 'Anna Koval', Анна: 'Анна Коваль', us: 'Coffee Lab', Ben: 'Ben Moroz' } as const;
type Line = readonly [by: keyof typeof people, text: string, addressees?: readonly string[]];

/** A thread below a post of ours, one line a minute. */
function stateOf(...lines: readonly Line[]): string {
  const messages = lines.map(
    ([by, text, addressees = []], i): Message =>
      aMessage({
        id: `m${i}`,
        author: { id: by, name: people[by], isBusiness: by === 'us' },
        ...{ text, addressees, createdAt: toInstant(monday + i * 60_000) },
      }),
  );
  const base = { id: 't', place: null, kind: 'comment', permalink: null, rating: null, replyRejected: false } as const;
  return assessThread({ ...base, messages }, frame).state;
}

const settled: readonly Line[] = [
  ['Ann', 'When will my order come?'],
  ['us', 'Tomorrow.'],
];
const решено: readonly Line[] = [
  ['Анна', 'Когда придёт мой заказ?'],
  ['us', 'Завтра.'],
];

describe('a question to another customer is not for the business to answer', () => {
  it.each([
    ...['@Anna Koval did yours arrive?', '@anna koval how long did it take?', 'Anna, did yours arrive?'],
    ...['Anna Koval: which one did you take?', 'Anna - is it any good?', '@Anna Koval where did you buy the cup?'],
    ...['Did yours arrive?', 'How was yours?', 'Has it arrived for you?', 'How much did you pay?'],
    ...['@Anna Koval it took me two weeks', 'Anna, try the other one'],
  ])('%s', (text) => expect(stateOf(...settled, ['Ben', text])).toBe('answered'));

  it.each([
    ...['@Анна Коваль а вам уже доставили?', 'Анна, вам уже доставили?', 'Анна, долго ждали?', '@Анна Коваль ну как?'],
    ...['Анна: какой размер?', 'Вам уже пришло?', 'Тебе ответили?', 'А тебе вернули?', 'Ты заказывала?'],
    ...['Анна, а где вы это нашли?', 'Анна, вам чи вже привезли?', 'Вам уже прийшло?', 'Тобі відповіли?'],
    ...['Анна, довго чекали?', '@Анна Коваль ну як вам?', 'Ти замовляла?', 'А тобі повернули?', 'Ви вже отримали?'],
    ...['Анна: який розмір?', 'Анна, а де ви це знайшли?', '@Анна Коваль смачно?', 'Вам доставили?'],
  ])('%s', (text) => expect(stateOf(...решено, ['Ben', text])).toBe('answered'));

  it('also where only the platform marks whom it addresses', () => {
    expect(stateOf(...решено, ['Ben', 'Анна, уже?', ['Анна']])).toBe('answered');
    expect(stateOf(...решено, ['Ben', 'Анна вы довольны?', ['Анна']])).toBe('answered');
  });

  it('and does not take away what she waits for', () => {
    expect(stateOf(['Ann', 'When will my order come?'], ['Ben', '@Anna Koval did yours come?'])).toBe('waiting');
  });
});

describe('somebody who addresses another customer waits all the same', () => {
  it.each([
    ...['@Anna Koval same here, where is my order?', '@Anna Koval and Coffee Lab: do you ship abroad?'],
    ...['Anna, nobody answers here', '@Anna Koval when will you open, finally?', '@Anna Koval mine never came'],
    ...['@Anna Koval @Coffee Lab is it vegan?', 'Anna, how much is it?', '@Anna Koval I want one, too'],
    ...['@Anna Koval still waiting for a refund', 'Anna, do you deliver to Lviv?'],
  ])('with a matter of the business: %s', (text) => expect(stateOf(...settled, ['Ben', text])).toBe('waiting'));

  it.each([
    ...['Анна, а мне не пришло', '@Анна Коваль тоже жду', 'Анна, та же проблема', 'Анна, сколько стоит?'],
    ...['@Анна Коваль не отвечают уже неделю', 'Анна, Coffee Lab работает завтра?', 'Анна, мой заказ потеряли'],
    ...['Анна, а мені не прийшло', '@Анна Коваль теж чекаю', 'Анна, та сама проблема', 'Анна, скільки коштує?'],
    ...['@Анна Коваль не відповідають тиждень', 'Анна, моє замовлення загубили', 'Анна, хочу замовити'],
  ])('with a matter of the business: %s', (text) => expect(stateOf(...решено, ['Ben', text])).toBe('waiting'));

  it.each([
    ...['Вам пришла моя оплата?', 'Вам пришло моё письмо?', 'Вам прийшла моя оплата?', 'Вам повернули мої документи?'],
    ...[
      'Has yours or mine been cancelled? My card was charged',
      'Where did you buy these chairs?',
      'Did you get our email?',
    ],
    ...['What did you get for the holidays?', 'Вы уже открылись?', 'Ви вже відкрилися?'],
  ])('with a question that may be for the business: %s', (text) =>
    expect(stateOf(...settled, ['Ben', text])).toBe('waiting'),
  );

  it.each<[string, Line]>([
    ['without her name', ['Ben', 'And how long does it take?']],
    ['by a word that happens to be her name', ['Ben', 'Anna is a nice name for a cake, is it not?']],
    ['with a handle that nobody in the thread has', ['Ben', '@coffee.lab.kyiv is it open?']],
    ['with the name of the business', ['Ben', 'Coffee Lab, did yours arrive?']],
    ['as herself', ['Ann', 'Anna, did yours arrive?']],
    ['a person of the business that the platform marks', ['Ben', 'Coffee Lab, уже?', ['Coffee Lab']]],
  ])('%s', (_, line) => expect(stateOf(...settled, line)).toBe('waiting'));
});
