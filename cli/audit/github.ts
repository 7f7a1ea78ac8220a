import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { oneLine, shorten } from '../../shared/model/foreign-text.ts';
import { type ShownLight, worstFirst } from '../../shared/model/light.ts';
import type { Terminal } from '../terminal.ts';
import type { AuditedCheck, AuditReport } from './audit-report.ts';
import { type FailingLight, fails } from './build-verdict.ts';
import { boundText, titleOf } from './check-words.ts';
import { conclusion } from './print-report.ts';

/** GitHub shows ten annotations of a kind per step and drops the rest. */
const shownOfAKind = 10;
const longestMessage = 1_000;
/** A summary may have 1 MiB; a row has at most about 4 kB. */
const mostRows = 200;

/** On GitHub Actions: annotations at the step, and a table in the run's summary. Elsewhere nothing. */
export async function reportToGitHub(
  report: AuditReport,
  failOn: readonly FailingLight[],
  terminal: Terminal,
): Promise<void> {
  if (process.env['GITHUB_ACTIONS'] !== 'true') return;
  for (const line of annotations(report, failOn, process.env['GITHUB_WORKSPACE'])) terminal.workflowCommand(line);
  const summary = process.env['GITHUB_STEP_SUMMARY'];
  if (summary === undefined || summary === '') return;
  try {
    await appendFile(summary, stepSummary(report, failOn));
  } catch (error) {
    terminal.warn(`The step summary could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Workflow commands, worst first: `error` for what fails the build, `warning` for the rest that is not green.
 * @param workspace the folder of the checkout, from which GitHub counts paths
 */
export function annotations(
  { budget, checks }: AuditReport,
  failOn: readonly FailingLight[],
  workspace: string | undefined,
): string[] {
  const bad = worstFirst(checks, ({ light }) => light).filter(({ light }) => light !== null && light !== 'green');
  const of = (kind: 'error' | 'warning', its: readonly AuditedCheck[]): string[] =>
    its.slice(0, shownOfAKind).map((check) => {
      const bounds = check.beyond.map((beyond) => boundText(beyond));
      const title = `${titleOf(check)} is ${wordOf(check.light)}`;
      const message = [shorten(oneLine(check.reason), longestMessage), ...bounds].join('\n');
      const file = budget === undefined ? [] : pathWithin(workspace, budget);
      const properties = [...file.map((each) => `file=${escapeProperty(each)}`), `title=${escapeProperty(title)}`];
      return `::${kind} ${properties.join(',')}::${escapeData(message)}`;
    });
  const failing = bad.filter(({ light }) => fails(light, failOn));
  return [
    ...of('error', failing),
    ...of(
      'warning',
      bad.filter((check) => !failing.includes(check)),
    ),
  ];
}

function pathWithin(workspace: string | undefined, file: string): string[] {
  const relative = path.relative(workspace ?? '.', path.resolve(file));
  return relative.startsWith('..') || path.isAbsolute(relative) ? [] : [relative.split(path.sep).join('/')];
}

/** As the documentation of workflow commands has it. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** A table in Markdown, worst first. */
export function stepSummary(report: AuditReport, failOn: readonly FailingLight[]): string {
  const rows = worstFirst(report.checks, ({ light }) => light).map((check) => {
    const bounds = check.beyond.map((beyond) => boundText(beyond));
    const says = [check.reason, ...bounds].map((text) => plainMarkdown(shorten(oneLine(text), longestMessage)));
    return `| ${shapes[wordOf(check.light)]} ${wordOf(check.light)} | ${plainMarkdown(titleOf(check))} | ${says.join('<br>')} |`;
  });
  const more = rows.length > mostRows ? [`${rows.length - mostRows} more are in the log.`, ''] : [];
  return [
    `### Touchlight: ${plainMarkdown(shorten(oneLine(report.url), 200))}`,
    '',
    ...conclusion(report, failOn).map((sentence) => `${plainMarkdown(sentence)}<br>`),
    '',
    '| light | check | found |',
    '| --- | --- | --- |',
    ...rows.slice(0, mostRows),
    '',
    ...more,
  ].join('\n');
}

type LightWord = 'red' | 'yellow' | 'grey' | 'green' | 'nothing to check';

const shapes: Readonly<Record<LightWord, string>> = {
  red: '🟥',
  yellow: '🔶',
  grey: '⚪',
  green: '🟢',
  'nothing to check': '–',
};

function wordOf(light: ShownLight): LightWord {
  if (light === null) return 'nothing to check';
  return light === 'unknown' ? 'grey' : light;
}

/** Every sign that Markdown or HTML could take for its own is escaped: what a page says is only text. */
function plainMarkdown(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&');
}
