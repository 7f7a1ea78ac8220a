import { type CountedWait, recountFigures, recountLights } from '../../social/support/recount.ts';
import type { ExpectedMonth } from './expected-month.ts';
import { clock, minuteOf, polls, sundayEvenings, weekMinutes } from './month-clock.ts';
import { monthStories } from './stories.ts';

interface Counted {
  readonly isAnswered: boolean;
  readonly waits: readonly CountedWait[];
}

/**
 * The month reckoned a second way, to check the expectations and not only what the code makes of it: from the stories' waits as
 * they were read off by hand, counting every single minute, without mails, threads or calendars.
 */
export function recountMonth(): ExpectedMonth {
  const matters = mattersOfMonth();
  return {
    ...recountLights(
      matters.flatMap(({ waits }) => waits),
      polls,
      clock,
    ),
    weeks: sundayEvenings.map((evening) => figuresOn(evening, matters)),
  };
}

function mattersOfMonth(): Counted[] {
  return monthStories.flatMap(({ begins, copies, matters }) =>
    begins.flatMap((when) =>
      Array.from({ length: copies }, (_, copy) => minuteOf(when) + copy).flatMap((began) =>
        matters.map(
          ({ ends, waits, backAt }): Counted => ({
            isAnswered: ends.state === 'answered',
            waits: waits.map(([from, until], at) => ({
              from: began + from,
              until: until === null ? null : began + until,
              ...(backAt !== undefined && at === waits.length - 1 && { seenFrom: began + backAt }),
            })),
          }),
        ),
      ),
    ),
  );
}

function figuresOn(evening: number, matters: readonly Counted[]): ExpectedMonth['weeks'][number] {
  const answers = matters
    .flatMap(({ isAnswered, waits }) => (isAnswered ? (waits.at(-1) ?? []) : []))
    .flatMap(({ from, until }) =>
      until !== null && until <= evening && until >= evening - weekMinutes ? clock.worked(from, until) : [],
    );
  const waited = matters
    .flatMap(({ waits }) => waits)
    .filter(({ from, until }) => from <= evening && (until === null || until > evening))
    .map(({ from }) => clock.worked(from, evening));
  return { unanswered: waited.length, ...recountFigures(answers, waited) };
}
