import type { Check } from '../../model/check.ts';
import type { Step } from '../../model/stack-names.ts';
import { wakeEveryMinutes } from '../../model/wake-ups.ts';
import { stepOf } from '../../probes/index.ts';
import { longestSilenceMinutes, promptestCheck } from './longest-silence.ts';

const minutesPerWeek = 7 * 24 * 60;
/** An hour's clocks are put back once a year. */
const minutesPerHour = 60;

/**
 * How long a step of a stack that is well may rest between two of its runs.
 * @returns null for a probe that none of the checks needs
 */
export function longestRestMinutes(step: Step, checks: readonly Check[]): number | null {
  switch (step) {
    case 'dispatch':
      return 5;
    case 'evaluate':
    case 'notify':
      return 2 * wakeEveryMinutes[step];
    case 'digest':
      return minutesPerWeek + minutesPerHour;
    case 'page':
      // It runs when somebody looks.
      return null;
    default: {
      const check = promptestCheck(checks.filter(({ probe }) => stepOf(probe) === step));
      return check === undefined ? null : longestSilenceMinutes(check);
    }
  }
}
