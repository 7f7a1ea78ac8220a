const minutesPer = { m: 1, h: 60, d: 1440 } as const;

/** `5m`, `4h`, `1d` as minutes; null when the text is not such a duration. */
export function parseDuration(text: string): number | null {
  const match = /^(?<amount>\d{1,6})(?<unit>[mhd])$/.exec(text);
  const unit = match?.groups?.['unit'];
  if (unit !== 'm' && unit !== 'h' && unit !== 'd') return null;
  return Number(match?.groups?.['amount']) * minutesPer[unit];
}

/** Minutes in the shortest form that the file would use: 90 -> `90m`, 240 -> `4h`, 2880 -> `2d`. */
export function formatDuration(minutes: number): string {
  if (minutes >= 2 * 1440 && minutes % 1440 === 0) return `${minutes / 1440}d`;
  if (minutes >= 60 && minutes % 60 === 0) return `${minutes / 60}h`;
  return `${minutes}m`;
}

export interface DurationLimits {
  readonly min: string;
  readonly max: string;
}

/** What is wrong with a duration, as words that follow its value; null when nothing is. */
export function durationProblem(text: string, { min, max }: DurationLimits): string | null {
  const minutes = parseDuration(text);
  if (minutes === null) return notADuration(text, { min, max });
  if (minutes < (parseDuration(min) ?? 0)) return `is below the limit of ${min}; write ${min} or more`;
  if (minutes > (parseDuration(max) ?? Number.POSITIVE_INFINITY)) {
    return `is above the limit of ${max}; write ${max} or less`;
  }
  return null;
}

function notADuration(text: string, { min, max }: DurationLimits): string {
  const parts = /^(?<amount>\d+)\s*(?<unit>[a-z]*)$/i.exec(text.trim())?.groups;
  const amount = parts?.['amount'] ?? '';
  const unit = (parts?.['unit'] ?? '').toLowerCase();
  if (/^(s|sec|secs|second|seconds|ms)$/.test(unit)) return `is in seconds; the shortest duration here is ${min}`;
  const letter = /^(m|h|d|min|mins|minutes?|hours?|hrs?|days?)$/.test(unit) ? unit.charAt(0) : null;
  if (letter !== null) return `is not written like a duration; did you mean ${amount}${letter}?`;
  return `is not a duration; write minutes, hours or days such as 5m, 4h or 1d (${min} to ${max})`;
}

const minutesPerDay = 1440;
export const cadenceLimits: DurationLimits = { min: '1m', max: '7d' };

/**
 * What is wrong with a cadence. Beside the limits it must divide a day, or be whole days: then a check runs at the same
 * minutes every day, and "runs per day" is a whole number that `validate` can promise.
 */
export function cadenceProblem(text: string, limits: DurationLimits = cadenceLimits): string | null {
  const problem = durationProblem(text, limits);
  const minutes = parseDuration(text);
  if (problem !== null || minutes === null) return problem;
  if (dividesEvenly(minutes)) return null;
  const below = nearestEven(minutes, -1);
  const above = nearestEven(minutes, 1);
  return `does not divide a day evenly; the nearest that do are ${formatDuration(below)} and ${formatDuration(above)}`;
}

function dividesEvenly(minutes: number): boolean {
  return minutesPerDay % minutes === 0 || minutes % minutesPerDay === 0;
}

function nearestEven(minutes: number, step: 1 | -1): number {
  let candidate = minutes;
  while (!dividesEvenly(candidate)) candidate += step;
  return candidate;
}

/** Of a setting that may be absent, or "never". */
export function durationWritten(written: unknown): number | undefined {
  return typeof written === 'string' ? (parseDuration(written) ?? undefined) : undefined;
}
