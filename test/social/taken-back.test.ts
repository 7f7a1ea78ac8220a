import { describe, expect, it } from 'vitest';
import { aMessage } from '../../functions/probe-social/platform.ts';
import { assessThread } from '../../shared/evaluation/conversations/conversation.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { coffeeLabHours } from './support/coffee-lab-hours.ts';

const monday = Date.parse('2026-11-16T07:00:00Z');
const names = { Ann: 'Anna Koval', Ben: 'Ben Moroz', us: 'Coffee Lab' } as const;
type Line = readonly [by: keyof typeof names, text: string, addressees?: readonly string[]];

/** One line a minute below a post of ours. */
function assessed(...lines: readonly Line[]) {
  const messages = lines.map(([by, text, addressees = []], i) =>
    aMessage({
      id: `m${i}`,
      author: { id: by, name: names[by], isBusiness: by === 'us' },
      ...{ text, addressees, createdAt: toInstant(monday + i * 60_000) },
    }),
  );
  const base = { id: 't', place: null, kind: 'comment', permalink: null, rating: null, replyRejected: false } as const;
  const frame = {
    ...{ checkId: 'vk/responses', staff: new Set<string>(), calendar: coffeeLabHours },
    now: toInstant(monday + 8 * 3_600_000),
  };
  const { state, authorId } = assessThread({ ...base, messages }, frame);
  return state === 'waiting' ? `${authorId} waits` : state;
}

describe('a question that is taken back', () => {
  it.each([
    ...['Never mind', 'nvm, found it', 'Never mind, thanks!', 'Found it myself', 'I figured it out, thank you'],
    ...['Уже не надо', 'Спасибо, уже не нужно', 'Нашла', 'Уже разобрался, спасибо', 'Вопрос решён'],
    ...['Вже не треба', 'Вже не потрібно, дякую', 'Знайшла', 'Розібрався, дякую', 'Питання знято'],
  ])('waits no longer: %s', (text) =>
    expect(assessed(['Ann', 'Where is my parcel?'], ['Ann', text])).toBe('no-reply-needed'),
  );

  it.each([
    ...['Never mind, cancel my order', 'Found it broken', 'Never mind the price, is it vegan?', 'Not needed? Really?'],
    ...['Уже не надо, верните деньги', 'Нашла чужой заказ', 'Не надо так отвечать клиентам'],
    ...['Вже не треба, поверніть гроші', 'Знайшла чуже замовлення', 'Скасуйте, вже не треба'],
  ])('waits with one word more: %s', (text) =>
    expect(assessed(['Ann', 'Where is my parcel?'], ['Ann', text])).toBe('Ann waits'),
  );

  it('leaves what somebody else asked', () => {
    expect(assessed(['Ben', 'Do you deliver?'], ['Ann', 'Is it vegan?'], ['Ann', 'Never mind'])).toBe('Ben waits');
  });

  it('leaves what is asked after it', () => {
    expect(assessed(['Ann', 'Is it vegan?'], ['Ann', 'Never mind'], ['Ann', 'Do you deliver?'])).toBe('Ann waits');
  });
});

describe('an answer that names whom it is for', () => {
  const both: readonly Line[] = [
    ['Ann', 'Is it vegan?'],
    ['Ben', 'Do you deliver?'],
  ];
  it.each<[string, Line, string]>([
    ['by a handle', ['us', '@Ben Moroz yes'], 'Ann waits'],
    ['by a first name and a comma', ['us', 'Ben, yes, we do'], 'Ann waits'],
    ['by a whole name and a colon', ['us', 'Anna Koval: it is'], 'Ben waits'],
    ['by the mark of the platform', ['us', 'Ben yes', ['Ben']], 'Ann waits'],
    ['by both names', ['us', '@Anna Koval it is, and @Ben Moroz we do'], 'answered'],
    ['by nobody’s name', ['us', 'It is, and we do'], 'answered'],
    ['by the name of somebody who did not ask', ['us', '@Olha it is, and we do'], 'answered'],
    ['by a name within a sentence', ['us', 'As Ben says, it is'], 'answered'],
  ])('%s', (_, answer, expected) => expect(assessed(...both, answer)).toBe(expected));

  it('leaves nobody once each has been answered', () => {
    expect(assessed(...both, ['us', '@Ben Moroz yes'], ['us', '@Anna Koval yes'])).toBe('answered');
  });
});
