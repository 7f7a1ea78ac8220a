import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { aStatus } from '../support/a-status.ts';
import { aBusiness } from '../support/a-week.ts';
import { aStack, at, closeTable, of } from './a-swept-stack.ts';

afterAll(closeTable);

describe('the digest’s dead man’s switch', () => {
  /** Coffee Lab's digest is due on Mondays at 08:00 in Kyiv, 06:00Z. */
  async function aBusinessWithADigest(lines = '') {
    const stack = await aStack('website');
    const { digest } = aBusiness(lines);
    if (digest === null) throw new Error('Coffee Lab has a digest.');
    stack.configuration = { ...stack.configuration, digest };
    await stack.stores.statuses.save(aStatus(of('website', at('06:05', 16))), null);
    await stack.sweep(at('06:05', 16));
    return Object.assign(stack, { digest });
  }
  const week = '2026-W47';
  const rings = (stack: { readonly operations: readonly string[] }) =>
    stack.operations.filter((line) => line.startsWith('digest: '));

  it('notifies operations once when no reader has got last week’s digest six hours after its time', async () => {
    const stack = await aBusinessWithADigest();
    await stack.sweep(at('11:59'));
    expect(rings(stack)).toEqual([]);
    await stack.sweep(at('12:00'));
    await stack.sweep(at('12:15'));
    expect(rings(stack)).toEqual([
      'digest: The weekly digest of 2026-W47 was due at 2026-11-23T06:00:00.000Z and may not have reached 2 of 2 readers: owner@coffeelab.example, partner@coffeelab.example. What to do: docs/runbook.md#operations-digest',
    ]);
    expect(readFileSync('docs/runbook.md', 'utf8')).toContain('\n## Operations digest\n');
    await stack.sweep(at('12:15', 30));
    expect(rings(stack), 'the next week is another one').toHaveLength(2);
  });

  it('is content when everybody has got it, by SES or over SNS', async () => {
    const stack = await aBusinessWithADigest();
    await stack.stores.digests.settle(week, 'owner@coffeelab.example', 'sent', at('06:01'));
    await stack.stores.digests.settle(week, 'partner@coffeelab.example', 'refused', at('06:01'));
    await stack.stores.digests.settle(week, 'subscribers-of-the-alerts', 'sent', at('06:02'));
    await stack.sweep(at('12:00'));
    expect(rings(stack)).toEqual([]);
  });

  it('names the reader whose mail was begun and not ended', async () => {
    const stack = await aBusinessWithADigest();
    await stack.stores.digests.settle(week, 'owner@coffeelab.example', 'sent', at('06:01'));
    await stack.stores.digests.claim(week, 'partner@coffeelab.example', at('06:01'));
    await stack.sweep(at('12:00'));
    expect(rings(stack)).toEqual([expect.stringContaining('1 of 2 readers: partner@coffeelab.example.')]);
  });

  it('does not ring for a digest, a reader or a time of day that is younger than the digest’s time', async () => {
    const stack = await aBusinessWithADigest();
    await stack.stores.digests.settle(week, 'owner@coffeelab.example', 'sent', at('06:01'));
    await stack.stores.digests.settle(week, 'partner@coffeelab.example', 'sent', at('06:01'));
    stack.configuration = {
      ...stack.configuration,
      digest: { ...stack.digest, to: [...stack.digest.to, 'new@x.example'] },
    };
    await stack.sweep(at('12:00'));
    stack.configuration = { ...stack.configuration, digest: { ...stack.digest, atMinute: 300 } };
    await stack.sweep(at('12:15'));
    expect(rings(stack)).toEqual([]);
    const young = await aStack('website');
    young.configuration = { ...young.configuration, digest: stack.digest };
    await young.sweep(at('07:00'));
    await young.sweep(at('14:00'));
    expect(rings(young)).toEqual([]);
  });

  it('does not ask for a reader who is no longer named, nor where there is no digest', async () => {
    const stack = await aBusinessWithADigest();
    await stack.stores.digests.settle(week, 'owner@coffeelab.example', 'sent', at('06:01'));
    stack.configuration = { ...stack.configuration, digest: { ...stack.digest, to: ['owner@coffeelab.example'] } };
    await stack.sweep(at('12:00'));
    stack.configuration = { ...stack.configuration, digest: null };
    await stack.sweep(at('12:15'));
    expect(rings(stack)).toEqual([]);
  });
});
