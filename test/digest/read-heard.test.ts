import { expect, it } from 'vitest';
import { readHeard } from '../../functions/digest/read-heard.ts';
import { memoryStore } from '../social/support/memory-store.ts';
import { aCheck } from '../support/a-check.ts';
import { aConversation } from '../support/a-week.ts';

const november = { from: '2026-11-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z', now: '2026-12-01T06:00:00.000Z' };

it('quotes no words that their author took back, and none of the business’s own, of programs and of spam', async () => {
  const text = 'Nobody answers the phone.';
  const known = [
    aConversation({ id: 'said', text }),
    aConversation({ id: 'deleted', text, state: 'gone', reason: 'not-found' }),
    aConversation({ id: 'ours', text, state: 'no-reply-needed', reason: 'own' }),
    aConversation({ id: 'program', text, state: 'no-reply-needed', reason: 'bot' }),
    aConversation({ id: 'spam', text, state: 'no-reply-needed', reason: 'spam' }),
    aConversation({ id: 'private', text, kind: 'message' }),
    aConversation({ id: 'survey', text, kind: 'survey', rating: 1 }),
  ];
  const checks = [aCheck({ id: 'facebook/responses' })];
  const source = { checks, statuses: [], watch: null };
  const { quotable } = await readHeard(source, known, { conversations: memoryStore() }, november);
  expect(quotable.map(({ id }) => id)).toEqual(['said']);
});
