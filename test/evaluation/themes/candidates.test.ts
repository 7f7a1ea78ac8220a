import { expect, it } from 'vitest';
import { candidatesIn } from '../../../shared/evaluation/themes/candidates.ts';
import type { Conversation } from '../../../shared/model/conversation.ts';
import { aSaying } from '../../support/a-saying.ts';
import { aConversation } from '../../support/a-week.ts';

let last = 0;
function review(text: string, rating: number, overrides: Partial<Conversation> = {}): Conversation {
  last += 1;
  return aConversation({ kind: 'review', id: `r${last}`, authorId: `a${last}`, text, rating, ...overrides });
}

it('finds words that several people use in complaints without a theme, as most of them write them', () => {
  const complaints = [
    review('Parking barrier was closed again.', 2),
    review('The parking barriers never open.', 1),
    review('Again the parking barrier!', 2),
    review('My parking barrier story: none.', 3),
  ];
  const { found, texts } = candidatesIn([...complaints, review('Lovely garden behind the house.', 5)]);
  expect(texts).toBe(4);
  expect(found[0]).toEqual({ words: 'parking barrier', people: 4 });
});

it('finds them in Ukrainian and Russian, whatever their endings', () => {
  const ukrainian = ['Гучна музика весь вечір.', 'Через гучну музику болить голова.', 'Знову гучна музика!'];
  const russian = ['Громкая музыка весь вечер.', 'От громкой музыки болит голова.', 'Опять громкая музыка!'];
  expect(candidatesIn(ukrainian.map((text) => review(text, 2))).found[0]).toEqual({ words: 'гучна музика', people: 3 });
  expect(candidatesIn(russian.map((text) => review(text, 2))).found[0]).toEqual({ words: 'громкая музыка', people: 3 });
});

it('leaves out what a theme knows, what happy customers say as often, and one person who says it three times', () => {
  const known = ['Nobody answers the phone.', 'Nobody answers the phone!', 'Nobody answers the phone, never.'];
  expect(candidatesIn(known.map((text) => review(text, 1)))).toEqual({ found: [], texts: 0 });
  const garden = (rating: number) => review('We sat in the winter garden.', rating);
  const both = [2, 2, 2, 5, 5, 5, 5].map(garden);
  expect(candidatesIn(both).found).toEqual([]);
  const loud = ['a', 'b', 'c'].map((id) => review('Parking barrier closed.', 1, { id, authorId: 'loud' }));
  expect(candidatesIn(loud)).toEqual({ found: [], texts: 3 });
});

it('misses nothing where a model has found a theme', () => {
  const startedAt = '2026-11-20T09:00:00.000Z';
  const german = ['Bedienung unmöglich!', 'Bedienung unmöglich.', 'Bedienung war unmöglich'].map((text) =>
    review(text, 1, { startedAt }),
  );
  const read = aSaying({ checkId: german[0]?.checkId ?? '', at: startedAt, complaints: ['rude'] });
  expect(candidatesIn(german, [{ ...read, readBy: 'bedrock/amazon.nova-lite-v1:0/1' }])).toEqual({
    found: [],
    texts: 0,
  });
  expect(candidatesIn(german, [read]).texts).toBe(3);
});

it('reads nothing of who asked to be forgotten', () => {
  const gone = [1, 2, 3].map(() => review('Parking barrier closed.', 1, { forgotten: true }));
  expect(candidatesIn(gone)).toEqual({ found: [], texts: 0 });
});
