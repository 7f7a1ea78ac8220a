import { describe, expect, it } from 'vitest';
import { quoted } from '../../shared/model/finding.ts';
import type { VisitRequest } from '../../shared/model/visit.ts';
import { sayAvailability } from '../../shared/probes/availability/statements.ts';
import { failed, type Measured, measured, unknown } from '../../shared/runtime/probe.ts';
import { type RunDeps, runChecks } from '../../shared/runtime/run-checks.ts';
import { aCheck, type CheckOverrides } from '../support/a-check.ts';

const deps: RunDeps = {
  evidence: { put: async (_, { name, contentType }) => ({ name, contentType, reference: name }) },
  now: () => Date.parse('2026-11-23T09:00:00Z'),
  progress: () => {},
  onFault: () => {},
  network: 'any',
};

/** How often a check is tried whose first attempt comes out like that and whose second would be fine. */
async function attemptsAt(first: Measured, check: CheckOverrides = {}): Promise<number | undefined> {
  const fine = measured(quoted('Fine.'), { measurements: { lcpMs: 1000 } });
  const request: VisitRequest = {
    scheduledAt: '2026-11-23T09:00:00.000Z',
    confirmation: false,
    checks: [aCheck(check)],
  };
  let attempts = 0;
  const [result] = await runChecks(request, deps, 1_000, async (checks) => {
    attempts += 1;
    return checks.map(() => (attempts === 1 ? first : fine));
  });
  expect(result?.attempts).toBe(attempts);
  return result?.attempts;
}

describe('a visit is repeated once', () => {
  it.each([
    ['red', measured(quoted('Slow.'), { measurements: { lcpMs: 9000 } })],
    ['a site at fault', failed('unreachable', quoted('It does not answer.'))],
    ['grey', unknown('probe-fault', quoted('The browser did not start.'))],
  ])('when it came out %s', async (_, first) => {
    expect(await attemptsAt(first)).toBe(2);
  });
});

describe('a visit is not repeated', () => {
  it.each([
    ['green', measured(quoted('Fast.'), { measurements: { lcpMs: 1000 } }), {}],
    ['yellow', measured(quoted('Slowish.'), { measurements: { lcpMs: 3000 } }), {}],
    [
      'a page that never finishes loading: it was waited for long enough',
      failed('never-loads', quoted('It waits.')),
      {},
    ],
    [
      'an address that the guard refuses: it refuses it again',
      unknown('private-address', quoted('10.0.0.1 is private.')),
      {},
    ],
    [
      'a host that is too slow: it is no faster a second later',
      unknown('slow-host', quoted('This machine is too slow.')),
      {},
    ],
    [
      'a form that was opened and tried once more within the visit',
      failed('form-does-nothing', quoted('It does nothing.'), { seenTwice: true }),
      { id: 'website/form' },
    ],
    [
      'a form that was sent: each one reaches an inbox',
      failed('form-error', quoted('It answers 500.')),
      { id: 'website/form', options: { mode: 'submit' } },
    ],
  ] as const)('%s', async (_, first, check) => {
    expect(await attemptsAt(first, check)).toBe(1);
  });
});

describe('what a site says of itself', () => {
  /** Twenty redirects, each to an address as long as a browser takes. */
  const way = Array.from({ length: 21 }, (_, n) => `https://coffeelab.example/${n}?${'a'.repeat(60_000)}`);
  const [last = ''] = way.slice(-1);

  it('fits into a queue and the table, however long the addresses are to which it redirects', async () => {
    const said = measured(sayAvailability('availability/answers', { url: last, status: 200, firstByteMs: 90 }), {
      measurements: { ttfbMs: 90, redirects: 20 },
      facts: { redirects: sayAvailability('availability/redirects', { way }) },
      details: { chain: way.map((url) => ({ url, status: 302 })), note: 'b'.repeat(600) },
    });
    const checks = [aCheck({ id: 'website/availability' })];
    const request = { scheduledAt: '2026-11-23T09:00:00.000Z', confirmation: false, checks };
    const [result] = await runChecks(request, deps, 1_000, async () => [said]);
    expect(JSON.stringify(result).length).toBeLessThan(30_000);
    expect(result?.reason.params).toMatchObject({ status: 200, firstByteMs: 90 });
    const beginning = `${last.slice(0, 499)}…`;
    expect(result?.reason.params).toHaveProperty('url', beginning);
    expect(result?.facts['redirects']?.params).toHaveProperty('way.20', beginning);
    expect(result?.details).toMatchObject({ chain: { 20: { url: beginning } }, note: 'b'.repeat(600) });
  });
});
