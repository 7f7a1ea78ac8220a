import { describe, expect, it } from 'vitest';
import { aMessage } from '../../functions/probe-social/platform.ts';
import { assessThread } from '../../shared/evaluation/conversations/conversation.ts';
import type { ConversationKind } from '../../shared/model/conversation.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { coffeeLabHours } from './support/coffee-lab-hours.ts';

// Reported of other programs: a bot counts as the first answer (https://github.com/chatwoot/chatwoot/pull/6409), or leaves a wait of weeks
// behind (https://github.com/chatwoot/chatwoot/pull/13181).

const monday = Date.parse('2026-11-16T07:00:00Z');
type Line = readonly [by: 'Ann' | 'us', seconds: number, text: string];

function stateOf(lines: readonly Line[], kind: ConversationKind = 'message'): string {
  const messages = lines.map(([by, seconds, text], i) =>
    aMessage({
      id: `m${i}`,
      author: { id: by, name: by === 'us' ? 'Coffee Lab' : by, isBusiness: by === 'us' },
      ...{ text, createdAt: toInstant(monday + seconds * 1000) },
    }),
  );
  const frame = {
    ...{ checkId: 'facebook/responses', staff: new Set<string>(), calendar: coffeeLabHours },
    now: toInstant(monday + 8 * 3_600_000),
  };
  const thread = { id: 't', place: null, kind, permalink: null, rating: null, replyRejected: false, messages };
  return assessThread(thread, frame).state;
}

const away = 'We are away and will answer on Monday.';

describe('an answer that comes at once is a machine’s, and the customer goes on waiting', () => {
  it.each<[string, readonly Line[]]>([
    [
      'three seconds after the only question',
      [
        ['Ann', 0, 'Do you hire?'],
        ['us', 3, away],
      ],
    ],
    [
      'to each of two questions, in the same words',
      [
        ['Ann', 0, 'Do you hire?'],
        ['us', 3, away],
        ['Ann', 300, 'And how do I apply?'],
        ['us', 304, away],
      ],
    ],
    [
      'to each of two questions, with the name and other punctuation',
      [
        ['Ann', 0, 'Do you hire?'],
        ['us', 3, 'Hello Ann, we are away!'],
        ['Ann', 300, 'Hello?'],
        ['us', 304, 'Hello. We are away'],
      ],
    ],
    [
      'between two lines that follow each other quickly',
      [
        ['Ann', 0, 'Do you hire?'],
        ['us', 2, away],
        ['Ann', 5, 'I have worked as a barista'],
        ['us', 7, away],
      ],
    ],
    [
      'to a picture, without words',
      [
        ['Ann', 0, 'Do you hire?'],
        ['us', 1, ''],
      ],
    ],
    [
      'after a talk that was answered',
      [
        ['Ann', 0, 'Do you hire?'],
        ['us', 900, 'Yes, we do'],
        ['Ann', 4000, 'From when on?'],
        ['us', 4004, away],
      ],
    ],
    [
      'to somebody who asked a question a year before',
      [
        ['Ann', -30_000_000, 'Do you hire?'],
        ['us', -29_999_000, 'No'],
        ['Ann', 0, 'Do you hire now?'],
        ['us', 9, away],
      ],
    ],
  ])('%s', (_, lines) => expect(stateOf(lines)).toBe('waiting'));
});

describe('an answer that somebody wrote counts', () => {
  it.each<[string, readonly Line[]]>([
    [
      'when it crosses the next line',
      [
        ['Ann', 0, 'Do you hire?'],
        ['Ann', 600, 'I have worked as a barista'],
        ['us', 604, 'Yes, come on Monday'],
      ],
    ],
    [
      'when it crosses the next line, after a machine has spoken',
      [
        ['Ann', 0, 'Do you hire?'],
        ['us', 3, away],
        ['Ann', 600, 'Hello?'],
        ['us', 605, 'Yes, come on Monday'],
      ],
    ],
    [
      'when it crosses thanks in advance',
      [
        ['Ann', 0, 'Do you hire?'],
        ['Ann', 300, 'Thanks!'],
        ['us', 302, 'Yes, come on Monday'],
      ],
    ],
    [
      'when it crosses a line of one sign',
      [
        ['Ann', 0, 'Do you hire?'],
        ['Ann', 300, '?'],
        ['us', 301, 'Yes'],
      ],
    ],
    [
      'ten seconds after the question',
      [
        ['Ann', 0, 'Do you hire?'],
        ['us', 10, 'Yes'],
      ],
    ],
    [
      'when it comes long after what a machine has said',
      [
        ['Ann', 0, 'Do you hire?'],
        ['us', 3, away],
        ['us', 3000, 'Yes, come on Monday'],
      ],
    ],
    [
      'in the words of a machine, but not at once',
      [
        ['Ann', 0, 'Do you hire?'],
        ['us', 3, away],
        ['us', 3000, away],
      ],
    ],
  ])('%s', (_, lines) => expect(stateOf(lines)).toBe('answered'));

  it('under a post, however quickly it comes', () => {
    expect(
      stateOf(
        [
          ['Ann', 0, 'Do you hire?'],
          ['us', 3, 'Yes'],
        ],
        'comment',
      ),
    ).toBe('answered');
  });
});
