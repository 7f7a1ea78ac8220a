import { describe, expect, it } from 'vitest';
import { confirmationsDue, confirmSuspicions, suspicionsAfter } from '../../cli/local/confirmations.ts';
import type { FlowOutcome, FlowRun } from '../../cli/local/flow.ts';
import { Terminal } from '../../cli/terminal.ts';
import { advanceStatus } from '../../shared/evaluation/incidents/advance-status.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import { lightAt } from '../../shared/evaluation/incidents/light-at.ts';
import type { Check } from '../../shared/model/check.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Light } from '../../shared/model/light.ts';
import type { Status } from '../../shared/model/status.ts';
import { aCheck } from '../support/a-check.ts';
import { aResultThatIs } from '../support/a-result.ts';

const page = aCheck();
const desktop = aCheck({ id: 'website/page-load@desktop' });
const at = (time: string): Instant => `2026-11-23T09:${time}:00.000Z`;

/** A run of the flow, on top of what an earlier one left. */
function aRun(check: Check, light: Light, scheduledAt: Instant, previous: Status | null = null): FlowRun {
  const result = aResultThatIs(light, { checkId: check.id, scheduledAt });
  const step = advanceStatus(previous, judge(result, check), result, check, 'UTC');
  const seen = lightAt(step.next, check, scheduledAt);
  const evaluation = { status: step.next, step, refused: null, clockSetBackFrom: null };
  return { check, result, evaluation, seen, shown: seen.shown };
}
const outcome = (...runs: readonly FlowRun[]): FlowOutcome => ({ runs, notifications: [] });

describe('what is to be confirmed', () => {
  it('is what was bad once, from when that run was due', () => {
    const bad = aRun(page, 'red', at('00'));
    expect(suspicionsAfter([], outcome(bad, aRun(desktop, 'green', at('00'))))).toEqual([
      { check: page, suspectedAt: at('00') },
    ]);
  });

  it('is settled by any later run of that check, also by one of its own cadence', () => {
    const pending = [
      { check: page, suspectedAt: at('00') },
      { check: desktop, suspectedAt: at('01') },
    ];
    expect(suspicionsAfter(pending, outcome(aRun(page, 'green', at('03'))))).toEqual([
      { check: desktop, suspectedAt: at('01') },
    ]);
  });

  it('is asked for once more where the policy wants three failures', () => {
    const patient = aCheck({ policy: { failuresToOpen: 3 } });
    const first = aRun(patient, 'red', at('00'));
    const second = aRun(patient, 'red', at('05'), first.evaluation.status);
    expect(suspicionsAfter([{ check: patient, suspectedAt: at('00') }], outcome(second))).toEqual([
      { check: patient, suspectedAt: at('05') },
    ]);
  });

  it('is due five minutes later, and until then somebody knows when to look again', () => {
    const suspicions = [
      { check: page, suspectedAt: at('00') },
      { check: desktop, suspectedAt: at('02') },
    ];
    expect(confirmationsDue([], at('00'))).toEqual({ due: [], nextAt: null });
    expect(confirmationsDue(suspicions, at('04'))).toEqual({ due: [], nextAt: at('05') });
    expect(confirmationsDue(suspicions, at('05'))).toEqual({ due: [page], nextAt: at('07') });
    expect(confirmationsDue(suspicions, at('08'))).toEqual({ due: [page, desktop], nextAt: null });
  });
});

describe('one run that confirms', () => {
  const terminal = new Terminal({ json: true, quiet: true });

  it('runs what is suspected again until nothing is', async () => {
    const patient = aCheck({ policy: { failuresToOpen: 3 } });
    const ran: string[] = [];
    let last = aRun(patient, 'red', toInstant(Date.now()));
    const outcomes = await confirmSuspicions(outcome(last, aRun(desktop, 'green', at('00'))), {
      delayMs: 20,
      terminal,
      signal: new AbortController().signal,
      run: async (checks) => {
        ran.push(checks.map(({ id }) => id).join());
        last = aRun(patient, 'red', toInstant(Date.now()), last.evaluation.status);
        return outcome(last);
      },
    });
    expect(ran).toEqual([patient.id, patient.id]);
    expect(outcomes.map(({ runs }) => runs[0]?.evaluation.step?.reason)).toEqual(['suspected', 'opened']);
  });

  it('ends at once when it is interrupted while it waits', async () => {
    const controller = new AbortController();
    const waiting = confirmSuspicions(outcome(aRun(page, 'red', toInstant(Date.now()))), {
      delayMs: 300_000,
      terminal,
      signal: controller.signal,
      run: async () => outcome(),
    });
    controller.abort(new Error('Stopped by the person.'));
    await expect(waiting).rejects.toThrow('Stopped by the person.');
  });
});
