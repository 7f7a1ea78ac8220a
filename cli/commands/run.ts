import path from 'node:path';
import { rollUp } from '../../shared/evaluation/incidents/roll-up.ts';
import { wordEvidenceGap } from '../../shared/i18n/evidence-gaps.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import { gapsOf } from '../../shared/model/evidence.ts';
import { type ShownLight, worstFirst } from '../../shared/model/light.ts';
import type { Reason } from '../../shared/model/reason.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { confirmationDelayMs, confirmSuspicions } from '../local/confirmations.ts';
import { type FlowOutcome, type FlowRun, openFlow } from '../local/flow.ts';
import { localFolder } from '../local/private-folder.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { selectChecks } from '../options/select-checks.ts';
import { clockMoved, reasonSeen } from '../reason-seen.ts';
import type { Terminal } from '../terminal.ts';

export interface RunOptions {
  readonly config: string;
  readonly only?: readonly string[];
  /** Wait for what is suspected and run it again. */
  readonly confirm: boolean;
  /** Seconds until then; absent means the five minutes of the stack. For demonstrations and tests. */
  readonly confirmAfter?: string;
}

/**
 * Runs every check once through the whole flow: measure, store, judge, notify. What was bad once is run again after five
 * minutes, so that it ends with an alert or with the all-clear and never with a suspicion.
 */
export async function runChecksOnce(options: RunOptions, terminal: Terminal, signal: AbortSignal): Promise<number> {
  const configuration = readTouchpoints(options.config, terminal);
  const checks = selectChecks(configuration, options.only);
  const folder = path.resolve(localFolder);
  const flow = await openFlow(configuration, folder, terminal, (text) => printAlert(text, terminal));
  try {
    const first = await flow.run(checks, signal);
    printRuns(first, configuration.timeZone, terminal);
    const confirmed = await confirm(first, options, {
      terminal,
      signal,
      run: async (suspected) => {
        const outcome = await flow.run(suspected, signal);
        printRuns(outcome, configuration.timeZone, terminal);
        return outcome;
      },
    });
    const outcomes = [first, ...confirmed];
    terminal.printJson({
      version: 1,
      runs: outcomes.flatMap(({ runs }, round) => runs.map((run) => describeRun(run, round > 0))),
      notifications: outcomes.flatMap(({ notifications }) => notifications),
    });
    terminal.print(terminal.dim(`Results, evidence and alerts are in ${path.relative('.', folder)}/.`));
    return lastLights(outcomes).includes('red') ? exitCodes.red : exitCodes.ok;
  } finally {
    await flow.close();
  }
}

function confirm(
  first: FlowOutcome,
  { confirm: wanted, confirmAfter }: RunOptions,
  deps: Omit<Parameters<typeof confirmSuspicions>[1], 'delayMs'>,
): Promise<FlowOutcome[]> {
  if (!wanted) return Promise.resolve([]);
  const delayMs = confirmAfter === undefined ? confirmationDelayMs : Number(confirmAfter) * 1000;
  if (!Number.isFinite(delayMs) || delayMs < 0) {
    throw new UsageError(`--confirm-after takes seconds, such as 300, not "${confirmAfter}".`);
  }
  return confirmSuspicions(first, { ...deps, delayMs });
}

/** Of each check as its last run left it. */
function lastLights(outcomes: readonly FlowOutcome[]): ShownLight[] {
  const byCheck = new Map(outcomes.flatMap(({ runs }) => runs).map((run) => [run.check.id, lightOf(run)] as const));
  return [...byCheck.values()];
}

export function printAlert(text: string, terminal: Terminal): void {
  terminal.print();
  for (const line of text.trimEnd().split('\n')) terminal.print(`  ${terminal.dim('│')} ${line}`);
}

/** A block per touchpoint, touchpoints and their checks worst first. */
export function printRuns({ runs }: FlowOutcome, timeZone: string, terminal: Terminal): void {
  const touchpoints = [...Map.groupBy(runs, ({ check }) => check.touchpointId)];
  for (const [touchpointId, its] of worstFirst(touchpoints, ([, its]) => rollUp(its.map(lightOf)))) {
    terminal.print();
    terminal.print(`${terminal.light(rollUp(its.map(lightOf)))}  ${terminal.bold(touchpointId)}`);
    for (const run of worstFirst(its, lightOf)) printRun(run, timeZone, terminal);
  }
  terminal.print();
}

function printRun(run: FlowRun, timeZone: string, terminal: Terminal): void {
  const { check, result, evaluation } = run;
  const name = check.id.slice(check.touchpointId.length + 1);
  const incident = evaluation.status?.incident ?? null;
  terminal.print(`  ${terminal.light(lightOf(run))}  ${terminal.bold(name.padEnd(20))} ${reasonSeen(run)}`);
  const openedAt = incident?.openedAt ?? null;
  const since = openedAt === null ? null : formatFor('en').shortMoment(openedAt, timeZone, result.finishedAt);
  const note = incidentNote(reasonOf(run), since);
  const moved = clockMoved(run);
  const notes = [
    ...(note === null ? [] : [note]),
    ...(moved === null ? [] : [moved]),
    ...gapsOf(result.details).map((gap) => wordEvidenceGap(gap, 'en')),
  ];
  for (const each of notes) terminal.print(`${' '.repeat(33)}${terminal.dim(each)}`);
}

/** A run that moved nothing (it came late) has nothing to say. */
function reasonOf({ evaluation }: FlowRun): Reason {
  return evaluation.step?.reason ?? 'quiet';
}

function incidentNote(reason: Reason, openSince: string | null): string | null {
  switch (reason) {
    case 'suspected':
      return 'suspected: one more bad run opens an incident';
    case 'opened':
      return 'incident opened';
    case 'recovering':
      return 'recovering: one more good run resolves the incident';
    case 'resolved':
      return 'incident resolved';
    case 'worsened':
    case 'improved':
    case 'continuing':
      return openSince === null ? null : `incident open since ${openSince}`;
    case 'flap':
    case 'flapping':
      return 'came and went: no incident';
    case 'quiet':
    case 'reminder':
    case 'escalated':
    case 'blind':
    case 'sighted':
    case 'nudge':
      return null;
  }
}

function describeRun(run: FlowRun, confirmation: boolean) {
  const { check, result, evaluation } = run;
  return {
    checkId: check.id,
    scheduledAt: result.scheduledAt,
    /** Run again because the run before was bad. */
    confirmation,
    light: lightOf(run),
    step: reasonOf(run),
    outcome: result.outcome,
    reason: reasonSeen(run),
    measurements: result.measurements,
    evidence: result.evidence.map(({ reference }) => reference),
    evidenceMissing: gapsOf(result.details),
    incident: evaluation.status?.incident ?? null,
    clockMoved: clockMoved(run),
  };
}

function lightOf({ shown }: FlowRun): ShownLight {
  return shown;
}
