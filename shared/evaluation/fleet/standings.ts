import { type Light, lightsWorstFirst } from '../../model/light.ts';
import { isAllMeasured } from '../week/all-measured.ts';
import type { WeekSummary } from '../week/summarize-week.ts';

/** How one business stands at the end of a week, as its agency wants to know it. */
export interface Standing {
  /** `coffee-lab` */
  readonly id: string;
  /** As its file names it; its id where the file is broken. */
  readonly name: string;
  /**
   * - `need`: something is red or yellow;
   * - `unmeasured`: nothing is, as far as is known, and not everything is known;
   * - `well`: everything is green, and was measured all week or since `firstWeek`, as in the business's own mail;
   * - `broken`: its file has faults, so nothing is measured;
   * - `failed`: its week could not be read.
   */
  readonly state: 'need' | 'unmeasured' | 'well' | 'broken' | 'failed';
  readonly light: Light;
  /** How many of its touchpoints are red, and how many yellow. */
  readonly red: number;
  readonly yellow: number;
  /** In the agency's language. */
  readonly says: string;
  /** It was not watched before, so its week may be shorter than the others'; null where it was. */
  readonly firstWeek: FirstWeek | null;
}

export interface FirstWeek {
  /** `2026-11-21`, by the business's clock. */
  readonly since: string;
  /** In the agency's language. */
  readonly says: string;
}

export interface FleetWeek {
  readonly all: number;
  /** Worst first; within a light the one with more of it, then by name. */
  readonly need: readonly Standing[];
  readonly broken: readonly Standing[];
  /** With those whose week could not be read. */
  readonly unmeasured: readonly Standing[];
  readonly well: readonly Standing[];
}

/** @param says what is worst, in the agency's language */
export function standingOf(
  id: string,
  {
    business,
    lights,
    runs,
    touchpoints,
  }: Pick<WeekSummary, 'business' | 'lights' | 'runs'> & {
    readonly touchpoints: Parameters<typeof isAllMeasured>[0]['touchpoints'];
  },
  says: string,
  firstWeek: FirstWeek | null = null,
): Standing {
  const { red, yellow, unknown } = lights;
  const common = { id, name: business, red, yellow, says, firstWeek };
  if (red + yellow > 0) return { ...common, state: 'need', light: red > 0 ? 'red' : 'yellow' };
  if (unknown > 0 || runs === 0 || !isAllMeasured({ touchpoints }))
    return { ...common, state: 'unmeasured', light: 'unknown' };
  return { ...common, state: 'well', light: 'green' };
}

/** Of a business of which nothing is known. */
export function unknownStanding(id: string, name: string, state: 'broken' | 'failed', says: string): Standing {
  return { id, name, state, light: 'unknown', red: 0, yellow: 0, says, firstWeek: null };
}

export function fleetWeek(standings: readonly Standing[]): FleetWeek {
  const sorted = standings.toSorted(
    (a, b) =>
      lightsWorstFirst.indexOf(a.light) - lightsWorstFirst.indexOf(b.light) ||
      b.red - a.red ||
      b.yellow - a.yellow ||
      (a.id < b.id ? -1 : 1),
  );
  const of = (...states: Standing['state'][]): Standing[] => sorted.filter(({ state }) => states.includes(state));
  return {
    all: standings.length,
    need: of('need'),
    broken: of('broken'),
    unmeasured: of('failed', 'unmeasured'),
    well: of('well'),
  };
}
