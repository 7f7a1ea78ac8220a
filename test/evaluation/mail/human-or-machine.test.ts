import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeMail } from '../../../shared/evaluation/mail/judge-mail.ts';
import { type Half, labelledMails, ours, scoreOf } from './corpus.ts';

async function judged(half: Half) {
  const mails = await labelledMails(half);
  return mails.map(({ id, label, mail }) => ({ id, label, judgement: judgeMail(mail, ours) }));
}

describe('humans are told from machines in a labelled corpus', () => {
  it.each([
    { half: 'tuned', mails: 101 },
    { half: 'held-back', mails: 98 },
    { half: 'adversary', mails: 62 },
    { half: 'adversary-2', mails: 40 },
    { half: 'adversary-3', mails: 40 },
    { half: 'last', mails: 50 },
    { half: 'realistic', mails: 36 },
    { half: 'to-many', mails: 23 },
  ] as const)('of the $mails mails of the part "$half", nearly all', async ({ half, mails }) => {
    const all = await judged(half);
    const { precision, recall, misses } = scoreOf(
      all.map(({ id, label, judgement }) => ({ id, is: label === 'human', seemed: judgement.kind === 'human' })),
    );

    expect(all).toHaveLength(mails);
    expect(precision, misses.join(', ')).toBeGreaterThanOrEqual(half.startsWith('adversary') ? 0.95 : 0.98);
    expect(recall, misses.join(', ')).toBeGreaterThanOrEqual(0.95);
  });

  it('names the right kind of nearly every mail, and never takes a bounce or spam for a customer', async () => {
    const all = (await Promise.all((['tuned', 'held-back'] as const).map(judged))).flat();
    const wrong = all.filter(({ label, judgement }) => judgement.kind !== label);

    expect(wrong.length / all.length, wrong.map(({ id }) => id).join(', ')).toBeLessThan(0.03);
    expect(wrong.filter(({ label }) => label === 'bounce' || label === 'spam' || label === 'internal')).toEqual([]);
  });

  it('is sure of no human that is a machine', async () => {
    const all = (
      await Promise.all(
        (['tuned', 'held-back', 'adversary', 'adversary-2', 'adversary-3', 'last', 'realistic'] as const).map(judged),
      )
    ).flat();

    const wrong = all.filter(
      ({ label, judgement: { kind, confidence } }) => kind === 'human' && label !== 'human' && confidence === 'sure',
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('names public mails by file and hash only, and has more than a thousand of them', () => {
    const [, ...rows] = readFileSync('test/fixtures/mail/public-corpora.tsv', 'utf8').trimEnd().split('\n');

    expect(rows.length).toBeGreaterThan(1000);
    for (const row of rows)
      expect(row).toMatch(/^@?[\w.-]+\/[\w.-]+\t[\w./-]+\t[0-9a-f]{16}\t(?:mail|text)\t(?:human|machine)$/);
  });
});
