import path from 'node:path';
import { isUnspecific } from '../../shared/browser/page-type.ts';
import { unknownName } from '../../shared/config/suggest.ts';
import type { Language } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { say } from '../../shared/model/general-statements.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Result } from '../../shared/model/result.ts';
import { type Audited, type AuditReport, audited, nameOf } from '../audit/audit-report.ts';
import { type Budget, readBudget } from '../audit/budget.ts';
import { type BuildVerdict, buildVerdict, type FailingLight } from '../audit/build-verdict.ts';
import { reportToGitHub } from '../audit/github.ts';
import { printBudget, printReport } from '../audit/print-report.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { auditConfiguration } from '../local/audit-configuration.ts';
import { createEvidenceFolder } from '../local/evidence-folder.ts';
import { localFolder } from '../local/private-folder.ts';
import { runVisits } from '../local/run-visits.ts';
import { writeFileAtomically } from '../local/write-file.ts';
import type { Terminal } from '../terminal.ts';

export interface AuditOptions {
  readonly lighthouse: boolean;
  readonly only?: readonly string[];
  /** Absent: the language of the budget's file, or English. */
  readonly language?: Language;
  /** The file to which the audit is also written as a page. */
  readonly html?: string;
  /** The configuration whose checks and thresholds apply. */
  readonly budget?: string;
  readonly failOn?: readonly FailingLight[];
  readonly junit?: string;
}

/** Visits one site and prints its lights, by the defaults or by the thresholds of a file. Never submits a form. */
export async function audit(
  input: string | undefined,
  options: AuditOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const { url, checks, budget, language, timeZone } = planOf(input, options, terminal);
  const failOn = options.failOn ?? [];
  const startedAt = toInstant(Date.now());
  const evidenceFolder = path.resolve(localFolder, 'audit');
  const results = await runVisits(selectProbes(checks, options.only), {
    scheduledAt: startedAt,
    evidence: createEvidenceFolder(evidenceFolder),
    survey: true,
    terminal,
    signal,
    stopWhen: (result) => endsAudit(result, url),
  });
  const all = results.map((each) => audited(each, language));
  const shown = all.map((each) => each.shown);
  const report: AuditReport = {
    ...{ version: 1, url, startedAt, finishedAt: toInstant(Date.now()) },
    ...(budget !== null && { budget: budget.file }),
    verdict: buildVerdict(
      shown.map(({ light }) => light),
      failOn,
    ),
    checks: shown,
  };
  terminal.printJson(report);
  printReport(report, language, terminal);
  await writeFiles(report, all, { ...options, language, timeZone, evidenceFolder }, terminal);
  if (isForBuild(options)) printBudget(report, failOn, terminal);
  await reportToGitHub(report, failOn, terminal);
  return exitCodeOf(report.verdict, options);
}

interface Plan {
  readonly url: string;
  readonly checks: readonly Check[];
  readonly budget: Budget | null;
  readonly language: Language;
  readonly timeZone: string;
}

/** @throws UsageError when there is no address, or the file has faults */
function planOf(input: string | undefined, options: AuditOptions, terminal: Terminal): Plan {
  const asked = input === undefined ? null : parseUrl(input);
  if (options.budget !== undefined) {
    const budget = readBudget(options.budget, asked, terminal);
    const { url, checks, timeZone } = budget;
    const wanted = options.lighthouse ? checks : checks.filter(({ probe }) => probe !== 'lighthouse');
    return { url, checks: wanted, budget, language: options.language ?? budget.language, timeZone };
  }
  if (asked === null) {
    throw new UsageError(
      'Give the address of a site, as in touchlight audit https://coffeelab.example, or --budget with a file that has one.',
    );
  }
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const checks = auditConfiguration(asked, options);
  return { url: asked, checks, budget: null, language: options.language ?? 'en', timeZone };
}

async function writeFiles(
  report: AuditReport,
  all: readonly Audited[],
  {
    html,
    junit,
    failOn = [],
    language,
    ...place
  }: AuditOptions & { language: Language; timeZone: string; evidenceFolder: string },
  terminal: Terminal,
): Promise<void> {
  if (html !== undefined) {
    const { writeAuditPage } = await import('../audit/write-audit-page.ts');
    await writeAuditPage(report, all, { ...place, file: html, language });
    terminal.print(html);
  }
  if (junit !== undefined) {
    const { junitReport } = await import('../audit/junit.ts');
    await writeFileAtomically('The JUnit report', path.resolve(junit), junitReport(report, all, failOn), 'usual');
    terminal.print(junit);
  }
}

/** Does somebody want to know what it means for a build? */
function isForBuild({ budget, failOn, junit }: AuditOptions): boolean {
  return budget !== undefined || failOn !== undefined || junit !== undefined;
}

function exitCodeOf(verdict: BuildVerdict, options: AuditOptions): number {
  switch (verdict) {
    case 'failed':
      return exitCodes.red;
    case 'unmeasured':
      return isForBuild(options) ? exitCodes.unmeasured : exitCodes.ok;
    case 'passed':
      return exitCodes.ok;
  }
}

/** @throws UsageError when the text is not the address of a web page */
export function parseUrl(input: string): string {
  const text = /^[a-z][a-z0-9+.-]*:/i.test(input) && !/^[^/]+:\d+(\/|$)/.test(input) ? input : `https://${input}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new UsageError(
      `Only http and https pages can be visited, not ${url.protocol} ("${input}"). Write it as in https://coffeelab.example.`,
    );
  }
  if (url === null || url.hostname === '') {
    throw new UsageError(`"${input}" is not an address of a web page. Write it as in https://coffeelab.example.`);
  }
  return url.href;
}

/** @throws UsageError when a name is no check of the audit */
function selectProbes(checks: readonly Check[], only: readonly string[] = []): Check[] {
  const known = [...new Set(checks.flatMap(namesOf))];
  const stranger = only.find((name) => !known.includes(name));
  if (stranger !== undefined) {
    throw new UsageError(unknownName('No check of the audit', stranger, known, `It has: ${known.join(', ')}.`));
  }
  return checks.filter((check) => only.length === 0 || namesOf(check).some((name) => only.includes(name)));
}

/** As `--only` may call it: `page-load` on every page and device, `page-load@mobile`, or `page-load:/prices@mobile`. */
function namesOf(check: Check): string[] {
  const { probe, device } = check;
  return [...new Set([probe, ...(device === null ? [] : [`${probe}@${device}`]), nameOf(check)])];
}

const noPageAtAll: ReadonlySet<string> = new Set(['unreachable', 'bad-tls', 'redirect-loop']);

/** Without an answer, or with a document that is no web page, there is nothing more to look at. */
export function endsAudit(result: Result, url: string): Statement | null {
  const contentType = result.details['contentType'];
  const isOther = typeof contentType === 'string' && !/html|xml/.test(contentType) && !isUnspecific(contentType);
  if (result.outcome === 'measured' && isOther) {
    throw new UsageError(`${url} is not a web page but ${contentType}. Give the address of a page.`);
  }
  // A page that reloads itself does respond, and other devices may see more of it.
  if (result.cause === 'redirect-loop' && !result.checkId.endsWith('/availability')) return null;
  return result.outcome === 'failed' && noPageAtAll.has(result.cause ?? '') ? say('general/site-silent', {}) : null;
}
