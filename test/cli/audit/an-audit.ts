import { type Audited, type AuditReport, audited } from '../../../cli/audit/audit-report.ts';
import { buildVerdict, type FailingLight } from '../../../cli/audit/build-verdict.ts';
import type { CheckId } from '../../../shared/model/check-id.ts';
import type { Light } from '../../../shared/model/light.ts';
import type { Result } from '../../../shared/model/result.ts';
import { aCheck } from '../../support/a-check.ts';
import { aResult, aResultThatIs } from '../../support/a-result.ts';

/** A check of a finished audit; its numbers are those of a page load. */
export function anAudited(light: Light, checkId: CheckId = 'website/page-load@mobile'): Audited {
  return audited({ check: aCheck({ id: checkId }), result: aResultThatIs(light, { checkId }) }, 'en');
}

/** A form that fails with these words of the page's. */
export function aBrokenForm(words: string): Audited {
  const failed: Partial<Result> = { outcome: 'failed', cause: 'form-error', measurements: {} };
  const result = aResult({ ...failed, checkId: 'website/form', reason: words });
  return audited({ check: aCheck({ id: 'website/form' }), result }, 'en');
}

export function aReport(all: readonly Audited[], failOn: readonly FailingLight[] = []): AuditReport {
  const checks = all.map(({ shown }) => shown);
  return {
    version: 1,
    url: 'https://coffeelab.example/',
    startedAt: '2026-11-23T09:00:00.000Z',
    finishedAt: '2026-11-23T09:01:30.250Z',
    budget: 'touchpoints.yaml',
    verdict: buildVerdict(
      checks.map(({ light }) => light),
      failOn,
    ),
    checks,
  };
}

/** What hostile pages say, to break out of whatever quotes them. */
export const hostileTexts = [
  ']]></failure><testcase name="forged"/>',
  '"/><script>alert(1)</script>&bogus;<!-- <![CDATA[ ?>',
  'a\u0000b\u0008c\u001b[31m\ufffe\ud800 end',
  '::error::forged\r\n::add-mask::a\n::stop-commands::x',
  '##[error]forged ##[add-mask]a',
  '%0A::error::forged',
  '| cell | [link](https://evil.example) ![x](y) <img src=x> `code` @everyone https://evil.example',
] as const;
