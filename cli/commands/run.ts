import path from 'node:path';
import { rollUp } from '../../shared/evaluation/roll-up.ts';
import { type Light, lightsWorstFirst } from '../../shared/model/light.ts';
import type { Reason } from '../../shared/model/reason.ts';
import { exitCodes } from '../exit.ts';
import { type FlowOutcome, type FlowRun, openFlow } from '../local/flow.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { selectChecks } from '../local/select-checks.ts';
import type { Terminal } from '../terminal.ts';

/** Runs every check once through the whole flow: measure, store, judge, tell. */
export async function runChecksOnce(
  options: { readonly config: string; readonly only?: readonly string[] },
  terminal: Terminal,
  signal: AbortSignal,
): Promise<number> {
  const configuration = readTouchpoints(options.config, terminal);
  const checks = selectChecks(configuration, options.only);
  const folder = path.resolve('.touchlight');
  const flow = await openFlow(configuration, folder, terminal, (text) => printAlert(text, terminal));
  try {
    const outcome = await flow.run(checks, signal);
    terminal.sayJson({ version: 1, runs: outcome.runs.map(describeRun), notifications: outcome.notifications });
    printRuns(outcome, terminal);
    terminal.say(terminal.dim(`Results, evidence and alerts lie in ${path.relative('.', folder)}/.`));
    return outcome.runs.some(({ evaluation }) => evaluation.status.light === 'red') ? exitCodes.red : exitCodes.ok;
  } finally {
    await flow.close();
  }
}

export function printAlert(text: string, terminal: Terminal): void {
  terminal.say();
  for (const line of text.trimEnd().split('\n')) terminal.say(`  ${terminal.dim('│')} ${line}`);
}

/** A block per touchpoint, its checks worst first. */
export function printRuns({ runs }: FlowOutcome, terminal: Terminal): void {
  for (const [touchpointId, its] of Map.groupBy(runs, ({ check }) => check.touchpointId)) {
    terminal.say();
    terminal.say(`${terminal.light(rollUp(its.map(lightOf)))}  ${terminal.bold(touchpointId)}`);
    for (const run of its.toSorted((a, b) => severity(lightOf(a)) - severity(lightOf(b)))) printRun(run, terminal);
  }
  terminal.say();
}

function printRun({ check, evaluation }: FlowRun, terminal: Terminal): void {
  const name = check.id.slice(check.touchpointId.length + 1);
  const { light, lastReason, incident } = evaluation.status;
  terminal.say(`  ${terminal.light(light)}  ${terminal.bold(name.padEnd(20))} ${lastReason}`);
  const note = incidentNote(reasonOf(evaluation), incident?.openedAt ?? null);
  if (note !== null) terminal.say(`${' '.repeat(33)}${terminal.dim(note)}`);
}

/** A run that moved nothing (it came late) has nothing to say. */
function reasonOf({ step }: FlowRun['evaluation']): Reason {
  return step?.reason ?? 'quiet';
}

function incidentNote(reason: Reason, openedAt: string | null): string | null {
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
      return openedAt === null ? null : `incident open since ${openedAt}`;
    case 'flap':
    case 'flapping':
      return 'came and went: no incident';
    case 'quiet':
    case 'reminder':
    case 'blind':
    case 'sighted':
      return null;
  }
}

function describeRun({ check, result, evaluation }: FlowRun) {
  return {
    checkId: check.id,
    scheduledAt: result.scheduledAt,
    light: evaluation.status.light,
    step: reasonOf(evaluation),
    outcome: result.outcome,
    reason: evaluation.status.lastReason,
    measurements: result.measurements,
    evidence: result.evidence.map(({ reference }) => reference),
    incident: evaluation.status.incident,
  };
}

function lightOf({ evaluation }: FlowRun): Light {
  return evaluation.status.light;
}

function severity(light: Light): number {
  return lightsWorstFirst.indexOf(light);
}
