import { wordFinding } from '../shared/i18n/wording.ts';
import { parseCheckId } from '../shared/model/check-id.ts';
import type { FlowRun } from './local/flow.ts';

/** Why the light is what it is. */
export function reasonSeen({ evaluation, seen }: FlowRun): string {
  const { checkId, lastFinding } = evaluation.status;
  if (seen.lost !== 'clock-ahead') return wordFinding(lastFinding, parseCheckId(checkId).probe, 'en').sentence;
  return `An earlier run is dated in the future (${seen.measuredAt}). Set this machine's clock right; until then nothing is known.`;
}
