import XMLBuilder from 'fast-xml-builder';
import { harmlessLines, shorten } from '../../shared/model/foreign-text.ts';
import { worstFirst } from '../../shared/model/light.ts';
import type { Audited, AuditReport } from './audit-report.ts';
import { type FailingLight, fails } from './build-verdict.ts';
import { boundText, titleOf } from './check-words.ts';

const longestText = 20_000;

/**
 * A JUnit report as Jenkins, GitLab and Azure read it: one test case per check. What fails the build is a failure, what could not
 * be measured an error where it fails the build, and otherwise skipped.
 */
export function junitReport(
  { url, startedAt, finishedAt }: Pick<AuditReport, 'url' | 'startedAt' | 'finishedAt'>,
  audited: readonly Audited[],
  failOn: readonly FailingLight[],
): string {
  const cases = worstFirst(audited, ({ shown }) => shown.light).map((each) => testCase(each, failOn));
  const counts = {
    '@tests': cases.length,
    '@failures': cases.filter((each) => 'failure' in each).length,
    '@errors': cases.filter((each) => 'error' in each).length,
  };
  const skipped = cases.filter((each) => 'skipped' in each).length;
  const time = { '@time': seconds(startedAt, finishedAt) };
  const suite = {
    '@name': clean(url),
    ...counts,
    '@skipped': skipped,
    ...time,
    // Ant's schema knows no fractions of seconds and no zone.
    '@timestamp': startedAt.slice(0, 19),
    testcase: cases,
  };
  const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@', format: true });
  return builder.build({
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: { '@name': 'touchlight audit', ...counts, ...time, testsuite: suite },
  });
}

interface Said {
  readonly '@message': string;
  readonly '@type'?: string;
  readonly '#text'?: string;
}

function testCase({ check, result, shown }: Audited, failOn: readonly FailingLight[]) {
  const message = { '@message': clean(shown.reason) };
  const text = [shown.reason, ...shown.also, ...shown.beyond.map((beyond) => boundText(beyond))].join('\n');
  const said: Said = { ...message, '@type': shown.light ?? 'none', '#text': clean(text) };
  const base = {
    '@name': clean(titleOf(shown)),
    '@classname': `touchlight.${check.touchpointId}`,
    '@time': seconds(result.startedAt, result.finishedAt),
  };
  if (shown.light === 'unknown')
    return { ...base, ...(fails('unknown', failOn) ? { error: said } : { skipped: message }) };
  if (shown.light === null) return { ...base, skipped: message };
  if (fails(shown.light, failOn)) return { ...base, failure: said };
  return { ...base, 'system-out': clean(text) };
}

/** XML has no way to write control characters and halves of surrogate pairs, not even escaped. */
function clean(text: string): string {
  return shorten(harmlessLines(text), longestText);
}

function seconds(from: string, to: string): string {
  return (Math.max(0, Date.parse(to) - Date.parse(from)) / 1000).toFixed(3);
}
