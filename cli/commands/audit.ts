import path from 'node:path';
import { z } from 'zod';
import { unknownName } from '../../shared/config/suggest.ts';
import { findingOf, judge } from '../../shared/evaluation/incidents/judge.ts';
import { shownLight } from '../../shared/evaluation/incidents/light-at.ts';
import { rollUp } from '../../shared/evaluation/incidents/roll-up.ts';
import { wordEvidenceGap } from '../../shared/i18n/evidence-gaps.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import { wordFoundForm } from '../../shared/i18n/found-forms.ts';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import type { Language } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Device } from '../../shared/model/device.ts';
import { type EvidenceGap, gapsDetail } from '../../shared/model/evidence.ts';
import type { Finding, Statement } from '../../shared/model/finding.ts';
import { type FoundForm, foundFormSchema } from '../../shared/model/found.ts';
import { say } from '../../shared/model/general-statements.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { type ShownLight, worstFirst } from '../../shared/model/light.ts';
import type { Outcome, Result } from '../../shared/model/result.ts';
import type { Judgement } from '../../shared/model/verdict.ts';
import { form } from '../../shared/probes/form/spec.ts';
import { specOf } from '../../shared/probes/index.ts';
import { type PageOfAudit, writeAuditPage } from '../audit/write-audit-page.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { auditConfiguration } from '../local/audit-configuration.ts';
import { createEvidenceFolder } from '../local/evidence-folder.ts';
import { localFolder } from '../local/private-folder.ts';
import { type CheckedResult, runVisits } from '../local/run-visits.ts';
import type { Terminal } from '../terminal.ts';

/** The stable shape of `audit --json`: add fields, never rename. */
interface AuditReport {
  readonly version: 1;
  readonly url: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly checks: readonly AuditedCheck[];
}

interface AuditedCheck {
  readonly check: string;
  readonly device: Device | null;
  /** Null where there is nothing to check. */
  readonly light: ShownLight;
  readonly outcome: Outcome;
  /** In the language that was asked for. */
  readonly reason: string;
  /** The same as data. */
  readonly finding: Finding;
  /** What else is amiss, and advice that changes no light; worded as the reason is. */
  readonly also: readonly string[];
  readonly measurements: Readonly<Record<string, number>>;
  readonly evidence: readonly string[];
  /** Absent where nothing is missing. */
  readonly [gapsDetail]?: readonly EvidenceGap[];
  readonly [detail: string]: unknown;
}

interface AuditOptions {
  readonly lighthouse: boolean;
  readonly only?: readonly string[];
  readonly language: Language;
  /** The file to which the audit is also written as a page. */
  readonly html?: string;
}

/** Visits one site without any configuration and prints its lights. Never submits a form. */
export async function audit(
  input: string,
  options: AuditOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const url = parseUrl(input);
  const startedAt = toInstant(Date.now());
  const evidenceFolder = path.resolve(localFolder, 'audit');
  const checks = selectProbes(auditConfiguration(url, options), options.only);
  const results = await runVisits(checks, {
    scheduledAt: startedAt,
    evidence: createEvidenceFolder(evidenceFolder),
    survey: true,
    terminal,
    signal,
    stopWhen: (result) => endsAudit(result, url),
  });
  const audited = results.map(({ check, result }) => auditedCheck(check, result, options.language));
  const report: AuditReport = { version: 1, url, startedAt, finishedAt: toInstant(Date.now()), checks: audited };
  terminal.printJson(report);
  printReport(report, options.language, terminal);
  if (options.html !== undefined) {
    await writeAuditPage(pageOf(report, results, options.language), { ...options, file: options.html, evidenceFolder });
    terminal.print(options.html);
  }
  return audited.some(({ light }) => light === 'red') ? exitCodes.red : exitCodes.ok;
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

/** As `--only` may call it: `page-load` on every device, or `page-load@mobile`. */
function namesOf({ probe, device }: Check): string[] {
  return device === null ? [probe] : [probe, `${probe}@${device}`];
}

const mostFurther = 4;

const noPageAtAll: ReadonlySet<string> = new Set(['unreachable', 'bad-tls', 'redirect-loop']);

/** Without an answer, or with a document that is no web page, there is nothing more to look at. */
export function endsAudit(result: Result, url: string): Statement | null {
  const contentType = result.details['contentType'];
  if (result.outcome === 'measured' && typeof contentType === 'string' && !/html|xml/.test(contentType)) {
    throw new UsageError(`${url} is not a web page but ${contentType}. Give the address of a page.`);
  }
  return result.outcome === 'failed' && noPageAtAll.has(result.cause ?? '') ? say('general/site-silent', {}) : null;
}

function auditedCheck(check: Check, result: Result, language: Language): AuditedCheck {
  const judgement = judge(result, check);
  const { light } = judgement;
  const finding = findingOf(judgement, result);
  return {
    check: check.probe,
    device: check.device,
    light: shownLight(light, result.outcome),
    outcome: result.outcome,
    reason: wordFinding(finding, check.probe, language).sentence,
    finding,
    also: wordRest(judgement, result, check, language),
    measurements: result.measurements,
    evidence: result.evidence.map(({ reference }) => reference),
    ...result.details,
  };
}

/** The further verdicts that are not green, worst first, and what is counted without a bound. */
function wordRest(
  { headline, verdicts }: Judgement,
  { outcome, measurements, facts }: Result,
  { probe }: Check,
  language: Language,
): string[] {
  if (outcome !== 'measured') return [];
  const bad = verdicts.filter((verdict) => verdict !== headline && verdict.light !== 'green');
  const judged = new Set(verdicts.flatMap(({ finding }) => (finding.kind === 'measurement' ? finding.id : [])));
  const isCounted = (id: string): boolean =>
    !judged.has(id) && specOf(probe)?.measurements[id]?.unit === 'count' && (measurements[id] ?? 0) > 0;
  const advice = Object.entries(facts ?? {}).flatMap(([id, says]) =>
    isCounted(id) ? wordStatement(says, language) : [],
  );
  return [...bad.map(({ finding }) => wordFinding(finding, probe, language).sentence), ...advice].slice(0, mostFurther);
}

function pageOf(
  { url, startedAt, checks }: AuditReport,
  results: readonly CheckedResult[],
  language: Language,
): PageOfAudit {
  const shown = results.flatMap(({ result }, n) => {
    const audited = checks[n];
    if (audited === undefined) return [];
    const { check: probe, device, light, reason: sentence, also, measurements } = audited;
    const figures = formatFigures(probe, measurements, language);
    const gaps = (audited[gapsDetail] ?? []).map((gap) => wordEvidenceGap(gap, language));
    return [{ probe, device, light, sentence, also, figures, gaps, result }];
  });
  const light = rollUp(checks.map((check) => check.light));
  return { url, startedAt, light, checks: worstFirst(shown, (check) => check.light) };
}

function printReport(report: AuditReport, language: Language, terminal: Terminal): void {
  terminal.print();
  terminal.print(`${terminal.bold(report.url)}  ${terminal.light(rollUp(report.checks.map(({ light }) => light)))}`);
  terminal.print();
  for (const audited of worstFirst(report.checks, ({ light }) => light)) {
    const name = `${audited.check}${audited.device === null ? '' : ` (${audited.device === 'mobile' ? 'phone' : 'desktop'})`}`;
    terminal.print(`  ${terminal.light(audited.light)}  ${terminal.bold(name.padEnd(20))} ${audited.reason}`);
    for (const sentence of audited.also) terminal.print(`${' '.repeat(12)}${sentence}`);
    const figures = formatFigures(audited.check, audited.measurements, language);
    if (figures !== '') terminal.print(`${' '.repeat(12)}${terminal.dim(figures)}`);
    for (const reference of audited.evidence)
      terminal.print(`${' '.repeat(12)}${terminal.dim(path.relative('.', reference))}`);
    for (const form of formsIn(audited))
      terminal.print(`${' '.repeat(12)}${terminal.dim(wordFoundForm(form, language))}`);
    for (const gap of audited[gapsDetail] ?? [])
      terminal.print(`${' '.repeat(12)}${terminal.dim(wordEvidenceGap(gap, language))}`);
  }
  terminal.print();
}

/** What customers can write through, and what they can subscribe to. */
function formsIn({ check, ...details }: AuditedCheck): FoundForm[] {
  if (check !== form.id) return [];
  const forms = z.array(foundFormSchema).catch([]).parse(details['forms']);
  return forms.filter(({ purpose }) => purpose !== 'search' && purpose !== 'login');
}

function formatFigures(probe: string, measurements: Readonly<Record<string, number>>, language: Language): string {
  const specs = specOf(probe)?.measurements ?? {};
  return Object.entries(measurements)
    .map(([name, value]) => `${name} ${formatFor(language).measured(value, specs[name]?.unit ?? 'number')}`)
    .join(', ');
}
