import type { ExpectedWeek } from '../expected-weeks.ts';

/** A wait, in minutes. */
export interface CountedWait {
  readonly from: number;
  readonly until: number | null;
  /** From when on it is seen, where that is later: its mail was in the trash meanwhile. */
  readonly seenFrom?: number;
}

/** The business's hours, minute by minute. */
export interface MinuteClock {
  readonly label: (minute: number) => string;
  readonly isOpen: (minute: number) => boolean;
  readonly worked: (from: number, until: number) => number;
}

/** When the light changes and who is nudged, at an SLA of four hours. */
export function recountLights(
  all: readonly CountedWait[],
  polls: readonly number[],
  { label, isOpen, worked: workedMinutes }: MinuteClock,
): Pick<ExpectedWeek, 'lights' | 'nudges'> {
  const waits = all.map((wait) => ({ ...wait, nudged: false }));
  const lights: string[] = [];
  const nudges: string[] = [];
  let light = '';
  let last: number | null = null;
  for (const now of polls) {
    const before = last;
    const ongoing = waits.filter(
      ({ from, until, seenFrom = from }) => seenFrom <= now && (until === null || now < until),
    );
    const worked = ongoing.map(({ from }) => workedMinutes(from, now));
    const next = worked.some((each) => each >= 240) ? 'red' : worked.some((each) => each > 180) ? 'yellow' : 'green';
    if (next !== light) lights.push(`${label(now)} ${next}`);
    light = next;
    const wasOverdue = ongoing.map(({ from }) => before !== null && workedMinutes(from, before) >= 240);
    const nudged = ongoing.filter((one, i) => {
      const minutes = worked[i] ?? 0;
      const isNear = minutes > 180 && minutes < 240 && isOpen(now);
      const isLate = minutes >= 240 && !wasOverdue[i] && wasOverdue.includes(true);
      return !one.nudged && (isNear || isLate);
    });
    for (const one of nudged) one.nudged = true;
    if (nudged.length > 0) nudges.push(`${label(now)} ${nudged.length}`);
    last = now;
  }
  return { lights, nudges };
}

/** @param answered minutes that each answer took; @param waited minutes for which each of the others has waited */
export function recountFigures(
  answered: readonly number[],
  waited: readonly number[],
): Omit<ExpectedWeek, 'lights' | 'nudges'> {
  const answers = answered.toSorted((a, b) => a - b);
  const overdue = waited.filter((each) => each >= 240).length;
  return {
    overdue,
    oldestWaitingMinutes: Math.max(0, ...waited),
    answeredWithinSla: [answers.filter((each) => each <= 240).length, answers.length + overdue] as const,
    medianFirstResponseMinutes: answers[Math.ceil(answers.length / 2) - 1] ?? 0,
    p90FirstResponseMinutes: answers[Math.ceil(answers.length * 0.9) - 1] ?? 0,
  };
}
