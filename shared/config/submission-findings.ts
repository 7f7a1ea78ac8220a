import type { ProbeSpec } from '../model/probe-spec.ts';
import { isGroup, type Path } from './data-path.ts';
import { formatDuration, parseDuration } from './duration.ts';
import { hoursFileSchema } from './file-schema.ts';
import { shiftsOfHours } from './hours.ts';
import type { Finding } from './structural-faults.ts';

/** A form that would be sent more often than `maxPerDay` allows. Broken options or hours are reported elsewhere. */
export function submissionFindings(
  spec: ProbeSpec,
  settings: Readonly<Record<string, unknown>>,
  hours: unknown,
  path: Path,
): readonly Finding[] {
  const own = Object.entries(settings).filter(([key]) => key in spec.options.shape);
  const { data: options } = spec.options.safeParse(Object.fromEntries(own));
  const maxPerDay = options?.['maxPerDay'];
  if (options?.['mode'] !== 'submit' || typeof maxPerDay !== 'number') return [];
  const every = settings['every'];
  const everyMinutes =
    every === undefined ? spec.everyMinutes : typeof every === 'string' ? parseDuration(every) : null;
  if (everyMinutes === null || everyMinutes === 0) return [];
  const anyTime = options['outsideHours'] === true;
  if (!anyTime && hours !== undefined && !hoursFileSchema.safeParse(hours).success) return [];
  const perDay = (minutes: number): number => (anyTime ? 1440 / minutes : mostWithinHours(hours, minutes));
  if (perDay(everyMinutes) <= maxPerDay) return [];
  const enough = [60, 90, 120, 180, 240, 360, 480, 720, 1440].find((minutes) => perDay(minutes) <= maxPerDay) ?? 1440;
  const times = Math.ceil(perDay(everyMinutes));
  const often = anyTime ? `${times} times a day` : `up to ${times} times a day within business hours`;
  const message =
    `${every === undefined ? 'the default ' : ''}${formatDuration(everyMinutes)} submits the form ${often}, ` +
    `more than maxPerDay (${maxPerDay}) allows; write every: ${formatDuration(enough)}, or raise maxPerDay`;
  return [{ path: [...path, every === undefined ? 'maxPerDay' : 'every'], at: 'value', message }];
}

/** On the longest day: what falls due in each shift, and one run at its beginning for all that fell due before. */
function mostWithinHours(hours: unknown, everyMinutes: number): number {
  const days = Object.values(shiftsOfHours(isGroup(hours) ? hours : {}));
  const most = days.map((shifts) =>
    shifts.reduce((sum, [start, end]) => sum + Math.ceil((end - start) / everyMinutes) + 1, 0),
  );
  return Math.min(1440 / everyMinutes, Math.max(...most));
}
