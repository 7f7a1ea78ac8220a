import { describe, expect, it } from 'vitest';
import { aMessage } from '../../functions/probe-social/platform.ts';
import { nobodyElse } from '../../shared/evaluation/conversations/circle.ts';
import { noReplyReason } from '../../shared/evaluation/conversations/no-reply.ts';
import { english } from './labelled/en.ts';
import { russian } from './labelled/ru.ts';
import { ukrainian } from './labelled/uk.ts';

// What needs no answer stays in the list until somebody says something: https://github.com/codetree/feedback/issues/100.

type Label = 'quiet' | 'waits' | 'spam';

/** The messages of each label in turn, so that both halves hold every label and language alike. */
const labelled = [english, ukrainian, russian].flatMap((language) =>
  (['quiet', 'waits', 'spam'] as const).flatMap((label) =>
    language[label]
      .trim()
      .split('\n')
      .map((text, index) => ({ label, text, half: index % 2 === 0 ? ('rules' as const) : ('held back' as const) })),
  ),
);

function reasonFor(text: string) {
  const author = { id: 'ann', name: 'Ann', isBusiness: false };
  const message = aMessage({ id: 'm', author, text, createdAt: '2026-11-16T07:00:00.000Z' });
  return noReplyReason(message, 'comment', null, { ...nobodyElse, business: ['Coffee Lab', 'Анна Коваль'] });
}

function score(half: 'rules' | 'held back') {
  const judged = labelled
    .filter((each) => each.half === half)
    .map((each) => ({ ...each, reason: reasonFor(each.text) }));
  const count = (label: Label | 'any', waits: boolean): number =>
    judged.filter((each) => (label === 'any' || each.label === label) && (each.reason === null) === waits).length;
  const quietFound = count('quiet', false) + count('spam', false);
  return {
    messages: judged.length,
    waitsRecall: count('waits', true) / (count('waits', true) + count('waits', false)),
    noReplyPrecision: quietFound / count('any', false),
    noReplyRecall: quietFound / (quietFound + count('quiet', true) + count('spam', true)),
    misses: judged.filter(({ label, reason }) => (label === 'waits') !== (reason === null)).map(({ text }) => text),
  };
}

describe('short messages as people write them', () => {
  it('are 600 or more in three languages', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(600);
  });

  it.each(['rules', 'held back'] as const)('are told apart in the half for the %s', (half) => {
    const { waitsRecall, noReplyPrecision, noReplyRecall, misses } = score(half);
    expect(waitsRecall, misses.join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(noReplyPrecision, misses.join('\n')).toBeGreaterThanOrEqual(0.98);
    expect(noReplyRecall, misses.join('\n')).toBeGreaterThanOrEqual(0.9);
  });
});
