import type { StripDay } from '../../../shared/evaluation/week/day-lights.ts';
import { type BoardEntry, stripLetters } from '../../../shared/model/board.ts';

/** Days as the board keeps them. */
export function daysStrip(days: readonly StripDay[]): BoardEntry['strip'] {
  const letters = days.map(({ light }) => (light === null ? '-' : stripLetters[light]));
  return { until: days.at(-1)?.date ?? '', lights: letters.join('') };
}
