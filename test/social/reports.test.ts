import { describe, expect, it } from 'vitest';
import { aMessage } from '../../functions/probe-social/platform.ts';
import { assessThread } from '../../shared/evaluation/conversations/conversation.ts';
import type { ConversationKind } from '../../shared/model/conversation.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { coffeeLabHours } from './support/coffee-lab-hours.ts';

const monday = Date.parse('2026-11-16T07:00:00Z');
const names = { Ann: 'Anna Koval', Ben: 'Ben Moroz', us: 'Coffee Lab' } as const;
type Line = readonly [by: keyof typeof names, minute: number, text: string];

/** The state, and since which minute somebody waits. */
function standing(kind: ConversationKind, lines: readonly Line[]): string {
  const messages = lines.map(([by, minute, text], i) =>
    aMessage({
      id: `m${i}`,
      author: { id: by, name: names[by], isBusiness: by === 'us' },
      ...{ text, createdAt: toInstant(monday + minute * 60_000) },
    }),
  );
  const base = { id: 't', place: null, kind, permalink: null, rating: null, replyRejected: false } as const;
  const frame = {
    ...{ checkId: 'facebook/responses', staff: new Set<string>(), calendar: coffeeLabHours },
    now: toInstant(monday + 40 * 86_400_000),
  };
  const { state, waitingSince } = assessThread({ ...base, messages }, frame);
  return state === 'waiting' && waitingSince !== null
    ? `waiting since ${(Date.parse(waitingSince) - monday) / 60_000}`
    : state;
}

const day = 1440;
const asked: readonly Line[] = [
  ['Ann', 0, 'Do you have decaf?'],
  ['us', 30, 'Yes, we do.'],
];

/** What other people reported of helpdesks and monitors, and what a shop owner expects. */
const reports: readonly (readonly [
  source: string,
  kind: ConversationKind,
  expected: string,
  lines: readonly Line[],
])[] = [
  [
    'https://github.com/chatwoot/chatwoot/pull/13181: a bot answered, and the question of two weeks ago was never answered by a person',
    'message',
    'waiting since 0',
    [
      ['Ann', 0, 'Do you hire?'],
      ['us', 0.05, 'We are away.'],
      ['Ann', 14 * day, 'Hello, any news?'],
      ['us', 14 * day + 0.05, 'We are away.'],
    ],
  ],
  [
    'https://github.com/chatwoot/chatwoot/pull/13181: a person answers at last',
    'message',
    'answered',
    [
      ['Ann', 0, 'Do you hire?'],
      ['us', 0.05, 'We are away.'],
      ['Ann', 14 * day, 'Hello, any news?'],
      ['us', 14 * day + 600, 'Yes, come on Monday.'],
    ],
  ],
  [
    'https://github.com/freescout-help-desk/freescout/issues/5225: a second message does not move the beginning',
    'message',
    'waiting since 0',
    [
      ['Ann', 0, 'Where is my order?'],
      ['Ann', 30, 'Number 4711'],
    ],
  ],
  [
    'https://github.com/codetree/feedback/issues/100: "ok good idea" needs nothing',
    'comment',
    'answered',
    [...asked, ['Ann', 60, 'ok good idea @coffeelab']],
  ],
  [
    'https://github.com/codetree/feedback/issues/100: nor do thanks with their reason',
    'comment',
    'answered',
    [...asked, ['Ann', 60, 'thanks for the tip @coffeelab']],
  ],
  [
    'https://github.com/chatwoot/chatwoot/issues/1205: a thumb is an end',
    'message',
    'answered',
    [...asked, ['Ann', 60, '👍']],
  ],
  [
    'https://github.com/chatwoot/chatwoot/issues/938: who writes again after the end waits again',
    'message',
    'waiting since 60',
    [...asked, ['Ann', 60, 'One more thing: the invoice is wrong']],
  ],
  ['an okay in Ukrainian is an end', 'message', 'answered', [...asked, ['Ann', 60, 'Добре']]],
  ['so is a goodbye until tomorrow', 'message', 'answered', [...asked, ['Ann', 60, 'Great, see you tomorrow!']]],
  ['and "got it"', 'message', 'answered', [...asked, ['Ann', 60, 'Got it']]],
  ['and in Russian', 'message', 'answered', [...asked, ['Ann', 60, 'Понятно, спасибо']]],
  [
    'who says that she has paid wants to hear that it came',
    'message',
    'waiting since 60',
    [...asked, ['Ann', 60, 'Оплатила']],
  ],
  ['a picture without words', 'message', 'waiting since 0', [['Ann', 0, '']]],
  [
    'who asks again by question marks has waited since the question',
    'message',
    'waiting since 0',
    [
      ['Ann', 0, 'Is my cake ready'],
      ['Ann', 300, '??'],
    ],
  ],
  [
    'who needs nothing any more',
    'message',
    'no-reply-needed',
    [
      ['Ann', 0, 'Is my cake ready?'],
      ['Ann', 20, 'Never mind, found it'],
    ],
  ],
  [
    'who needs nothing any more, in Ukrainian',
    'message',
    'no-reply-needed',
    [
      ['Ann', 0, 'Чи готовий торт?'],
      ['Ann', 20, 'Вже не треба, дякую'],
    ],
  ],
  ['a greeting alone', 'message', 'waiting since 0', [['Ann', 0, 'Добрий день']]],
  ['a phone number alone', 'comment', 'waiting since 0', [['Ann', 0, '+380 50 111 22 33']]],
  [
    'an answer to Ben by his name leaves Ann waiting',
    'comment',
    'waiting since 0',
    [
      ['Ann', 0, 'Is it vegan?'],
      ['Ben', 5, 'Do you deliver?'],
      ['us', 30, '@Ben Moroz yes, we do'],
    ],
  ],
  [
    'who bumps her question',
    'comment',
    'waiting since 0',
    [
      ['Ann', 0, 'Is it vegan?'],
      ['Ann', day, 'up'],
    ],
  ],
];

describe('what other people reported', () => {
  it.each(reports)('%s', (_, kind, expected, lines) => expect(standing(kind, lines)).toBe(expected));
});
