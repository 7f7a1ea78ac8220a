import path from 'node:path';
import { z } from 'zod';
import { rollUp } from '../../shared/evaluation/incidents/roll-up.ts';
import { wordEvidenceGap } from '../../shared/i18n/evidence-gaps.ts';
import { wordFoundForm } from '../../shared/i18n/found-forms.ts';
import type { Language } from '../../shared/model/business.ts';
import { gapsDetail } from '../../shared/model/evidence.ts';
import { type FoundForm, foundFormSchema } from '../../shared/model/found.ts';
import { worstFirst } from '../../shared/model/light.ts';
import { form } from '../../shared/probes/form/spec.ts';
import type { Terminal } from '../terminal.ts';
import type { AuditedCheck, AuditReport } from './audit-report.ts';
import { type FailingLight, fails } from './build-verdict.ts';
import { boundText, figuresOf, titleOf } from './check-words.ts';

const indent = ' '.repeat(12);

export function printReport({ url, checks }: AuditReport, language: Language, terminal: Terminal): void {
  terminal.print();
  terminal.print(`${terminal.bold(url)}  ${terminal.light(rollUp(checks.map(({ light }) => light)))}`);
  terminal.print();
  for (const audited of worstFirst(checks, ({ light }) => light)) {
    terminal.print(
      `  ${terminal.light(audited.light)}  ${terminal.bold(titleOf(audited).padEnd(20))} ${audited.reason}`,
    );
    for (const sentence of audited.also) terminal.print(`${indent}${sentence}`);
    const figures = figuresOf(audited, language);
    const beside = [
      ...(figures === '' ? [] : [figures]),
      ...audited.evidence.map((reference) => path.relative('.', reference)),
      ...formsIn(audited).map((found) => wordFoundForm(found, language)),
      ...(audited[gapsDetail] ?? []).map((gap) => wordEvidenceGap(gap, language)),
    ];
    for (const line of beside) terminal.print(`${indent}${terminal.dim(line)}`);
  }
  terminal.print();
}

/** What customers can write through, and what they can subscribe to. */
function formsIn({ check, ...details }: AuditedCheck): FoundForm[] {
  if (check !== form.id) return [];
  const forms = z.array(foundFormSchema).catch([]).parse(details['forms']);
  return forms.filter(({ purpose }) => purpose !== 'search' && purpose !== 'login');
}

/** Which bound of the file was crossed by what, and what that means for the build. */
export function printBudget(report: AuditReport, failOn: readonly FailingLight[], terminal: Terminal): void {
  const { budget, checks } = report;
  const beyond = worstFirst(checks, ({ light }) => light).flatMap((check) =>
    check.beyond.map((bound) => `  ${terminal.light(bound.light)}  ${titleOf(check)}: ${boundText(bound)}`),
  );
  if (budget !== undefined && beyond.length > 0) terminal.print(terminal.bold(`Beyond the thresholds of ${budget}`));
  for (const line of budget === undefined ? [] : beyond) terminal.print(line);
  for (const sentence of conclusion(report, failOn)) terminal.print(sentence);
}

/** For the person who reads the build's log. */
export function conclusion({ verdict, checks }: AuditReport, failOn: readonly FailingLight[]): string[] {
  const failed = checks.filter(({ light }) => fails(light, failOn));
  const grey = checks.filter(({ light }) => light === 'unknown' && !fails(light, failOn));
  const yellow = checks.filter(({ light }) => light === 'yellow' && !fails(light, failOn));
  return [
    conclusionOf(verdict, failed),
    ...(yellow.length === 0 ? [] : [`Yellow: ${titles(yellow)}. --fail-on yellow fails the build for it.`]),
    ...(grey.length === 0
      ? []
      : [`Not measured, so neither passed nor failed: ${titles(grey)}. --fail-on grey fails the build for it.`]),
  ];
}

function conclusionOf(verdict: AuditReport['verdict'], failed: readonly AuditedCheck[]): string {
  switch (verdict) {
    case 'failed':
      return `Failed: ${titles(failed)}.`;
    case 'unmeasured':
      return 'Nothing could be measured: neither passed nor failed.';
    case 'passed':
      return 'Passed.';
  }
}

function titles(checks: readonly AuditedCheck[]): string {
  return worstFirst(checks, ({ light }) => light)
    .map(titleOf)
    .join(', ');
}
