import { describe, expect, it } from 'vitest';
import { worstTroubles } from '../../../shared/evaluation/audit/worst-troubles.ts';
import { judge } from '../../../shared/evaluation/incidents/judge.ts';
import type { CheckId } from '../../../shared/model/check-id.ts';
import type { Measurements } from '../../../shared/model/result.ts';
import { aCheck } from '../../support/a-check.ts';
import { aResult } from '../../support/a-result.ts';

function measured(id: CheckId, measurements: Measurements) {
  const check = aCheck({ id });
  return { check, judgement: judge(aResult({ checkId: id, measurements }), check) };
}

function failed(id: CheckId, cause: string, measurements: Measurements = {}) {
  const check = aCheck({ id });
  const result = aResult({ checkId: id, outcome: 'failed', cause, measurements });
  return { check, judgement: judge(result, check) };
}

const kindsOf = (...judged: Parameters<typeof worstTroubles>[0]): string[] =>
  worstTroubles(judged).map(({ kind, light }) => `${light} ${kind}`);

describe('the worst troubles of a site', () => {
  it('are in the order of what loses most customers, whatever the order of the checks', () => {
    const all = [
      measured('website/availability', { unencrypted: 1, ttfbMs: 100, tlsDaysLeft: 100 }),
      measured('website/page-load@mobile', { lcpMs: 3000 }),
      measured('website/contacts@mobile', { phonesContradicting: 1 }),
      measured('website/form', { fieldsMissing: 0 }),
      failed('website/page-load@desktop', 'blank-page'),
    ];
    const yellow = ['yellow contacts', 'yellow speed', 'yellow other'];
    expect(kindsOf(...all)).toEqual(['red no-page', ...yellow]);
    expect(kindsOf(...all.toReversed())).toEqual(['red no-page', ...yellow]);
  });

  it('put red before yellow, then the form before contacts before speed', () => {
    expect(
      kindsOf(
        measured('website/page-load@mobile', { lcpMs: 9000 }),
        measured('website/contacts@mobile', { phonesMissing: 1, clicksToContact: 0 }),
        failed('website/form', 'form-error'),
      ),
    ).toEqual(['red form', 'red speed', 'yellow contacts']);
  });

  it('are one trouble on all devices and pages, led by the worst that was found', () => {
    const [speed, ...others] = worstTroubles([
      measured('website/page-load@desktop', { lcpMs: 2600 }),
      measured('website/page-load:/prices@mobile', { lcpMs: 9000 }),
      measured('website/lighthouse', { score: 0.7 }),
      measured('website/availability', { ttfbMs: 2000 }),
    ]);
    expect(others).toEqual([]);
    expect(speed?.light).toBe('red');
    expect(speed?.found.map(({ check }) => check.id)).toEqual([
      'website/page-load:/prices@mobile',
      'website/availability',
      'website/page-load@desktop',
      'website/lighthouse',
    ]);
  });

  it('say who can put right the worst of it', () => {
    const [slow] = worstTroubles([measured('website/availability', { ttfbMs: 7000 })]);
    expect(slow?.role).toBe('host');
    const [broken] = worstTroubles([failed('website/form', 'form-error')]);
    expect(broken?.role).toBe('developer');
  });

  it('keep a certificate that ends soon apart from a page that nobody gets', () => {
    expect(
      kindsOf(measured('website/availability', { tlsDaysLeft: 2 }), failed('website/contacts@mobile', 'page-covered')),
    ).toEqual(['red no-page', 'red certificate']);
  });

  it('are none where everything is green or could not be measured', () => {
    const check = aCheck({ id: 'website/form' });
    const grey = judge(aResult({ checkId: 'website/form', outcome: 'unknown', cause: 'captcha' }), check);
    expect(worstTroubles([{ check, judgement: grey }, measured('website/page-load@mobile', { lcpMs: 900 })])).toEqual(
      [],
    );
  });
});
