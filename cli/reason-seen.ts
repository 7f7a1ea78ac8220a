import { wordFinding } from '../shared/i18n/wording.ts';
import { parseCheckId } from '../shared/model/check-id.ts';
import type { FlowRun } from './local/flow.ts';

/** Why the light is what it is. */
export function reasonSeen({ check, result, evaluation, seen }: FlowRun): string {
  const { status, refused } = evaluation;
  if (refused === 'ahead' || status === null) {
    return `This run is dated in the future (${result.scheduledAt}), so it was not counted. Set this machine's clock, then run the check again.`;
  }
  if (seen.lost === 'clock-ahead') {
    return `An earlier run is dated in the future (${seen.measuredAt}). Set this machine's clock, then run the check again.`;
  }
  if (refused === 'late') {
    return `This run came late and was not counted: one of ${status.lastRunAt} is counted already. Run the check again.`;
  }
  return wordFinding(status.lastFinding, parseCheckId(check.id).probe, 'en', result.finishedAt).sentence;
}

/** What happened to the clock since the run before; null when nothing did. */
export function clockMoved({ result, evaluation }: FlowRun): string | null {
  const { clockSetBackFrom } = evaluation;
  if (clockSetBackFrom === null) return null;
  return `The clock was set back: the run before is dated ${clockSetBackFrom}, this one ${result.scheduledAt}. Runs count from now on; history of that time may be dated wrongly.`;
}
