import type { ExpectedWeek } from '../expected-weeks.ts';
import { stories } from '../stories.ts';
import type { KindUnderTest } from './platforms-under-test.ts';
import { recountFigures, recountLights } from './recount.ts';
import type { Ending, Story, Wait } from './story.ts';
import { label, minuteOfWeek, pollMinutes } from './week-clock.ts';

/**
 * The week reckoned a second way, to check the expectations and not only what the code makes of it: from the stories' waits
 * as they were read off by hand, counting every single minute of the week, without threads, platforms, calendars or dates.
 */
export function recountWeek(kind: KindUnderTest): ExpectedWeek {
  const cases = casesOf(kind);
  const waits = cases.flatMap((one) => one.waits);
  const polls = pollMinutes();
  const end = polls.at(-1) ?? 0;
  return { ...recountLights(waits, polls, clock), ...figures(cases, end), ...ratings(cases, end) };
}

interface Case {
  readonly story: Story;
  readonly ends: Ending | null;
  readonly begins: number;
  readonly waits: readonly { readonly from: number; readonly until: number | null }[];
}

function casesOf(kind: KindUnderTest): Case[] {
  return stories
    .filter(({ on }) => on.includes(kind))
    .flatMap((story) =>
      story.begins.flatMap((day) =>
        Array.from({ length: story.copies }, (_, copy): Case => {
          const begins = minuteOfWeek(day) + copy * 2;
          const { ends, waits } = story.except?.[kind] ?? story;
          const from = ([start, end]: Wait) => ({ from: begins + start, until: end === null ? null : begins + end });
          return { story, ends, begins, waits: waits.map(from) };
        }),
      ),
    );
}

/** Monday to Friday 09:00 to 13:00 and 14:00 to 18:00, Saturday 10:00 to 15:00. */
function isOpen(minute: number): boolean {
  const day = Math.floor(minute / 1440);
  const hour = (minute % 1440) / 60;
  if (day === 5) return hour >= 10 && hour < 15;
  return day < 5 && ((hour >= 9 && hour < 13) || (hour >= 14 && hour < 18));
}

function workedMinutes(from: number, until: number): number {
  let count = 0;
  for (let minute = from; minute < until; minute++) if (isOpen(minute)) count += 1;
  return count;
}

const clock = { label, isOpen, worked: workedMinutes };

function figures(cases: readonly Case[], end: number) {
  const answers = cases
    .filter(({ ends }) => ends?.state === 'answered')
    .map(({ waits }) => waits.at(-1))
    .map((wait) => workedMinutes(wait?.from ?? 0, wait?.until ?? 0));
  const open = cases.flatMap(({ waits }) => waits).filter(({ until }) => until === null);
  const waited = open.map(({ from }) => workedMinutes(from, end));
  return recountFigures(answers, waited);
}

/** Of reviews: stars as everybody sees them at the end, how far that is from Monday evening, and how many are bad. */
function ratings(cases: readonly Case[], end: number): Pick<ExpectedWeek, 'rating' | 'negative'> {
  const starsAt = (at: number): number[] =>
    cases.flatMap(({ story, begins }) => {
      const removed = story.steps.find(({ does }) => does === 'delete');
      const isThere = begins <= at && (removed === undefined || at < begins + removed.after);
      const [first] = story.steps;
      return isThere && first?.does === 'write' && first.stars !== undefined ? [first.stars] : [];
    });
  const isReview = cases.some(({ story }) => story.steps.some((step) => step.does === 'write' && step.stars === 5));
  if (!isReview) return {};
  const mean = (stars: readonly number[]): number => stars.reduce((sum, each) => sum + each, 0) / stars.length;
  const now = starsAt(end);
  const mondayEvening = mean(starsAt(minuteOfWeek('Mon 20:30')));
  return {
    rating: [round(mean(now)), round(mean(now) - mondayEvening)],
    negative: [now.filter((stars) => stars <= 2).length, now.length],
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
