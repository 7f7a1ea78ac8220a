import type { Unit } from '../model/probe-spec.ts';

/**
 * A number in plain English words with its unit: `6.1 s`, `1.4 MB`, `3 days`, `87 of 100`, `4 h 10 min`.
 * @param value in the unit of the measurement: milliseconds, bytes, a score or ratio from 0 to 1, days, (business) minutes
 * @param decimals digits behind the point where the unit has any; by default one
 */
export function formatMeasurement(value: number, unit: Unit, decimals = 1): string {
  switch (unit) {
    case 'ms':
      return formatMs(value, decimals);
    case 'bytes':
      return formatBytes(value, decimals);
    case 'score':
      return `${round(value * 100, decimals - 1)} of 100`;
    case 'days':
      return counted(round(value, decimals), 'day');
    case 'count':
      return round(value, decimals);
    case 'minutes':
      return formatMinutes(value);
    case 'ratio':
      return `${round(value * 100, decimals - 1)} %`;
    case 'number':
      return round(value, decimals + 1);
  }
}

/** A span of real time: `45 min`, `26 h`, `3 days`; the largest unit that says it without pretending precision. */
export function formatDuration(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 72 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

function formatMs(ms: number, decimals: number): string {
  if (Math.abs(ms) < 999.5) return `${round(ms, decimals - 1)} ms`;
  return ms < 60_000 ? `${round(ms / 1000, decimals)} s` : `${round(ms / 60_000, decimals)} min`;
}

function formatBytes(bytes: number, decimals: number): string {
  if (Math.abs(bytes) < 1000) return counted(round(bytes, decimals - 1), 'byte');
  return bytes < 999_500 ? `${round(bytes / 1000, decimals - 1)} kB` : `${round(bytes / 1_000_000, decimals)} MB`;
}

/** Never in days: the minutes may be business time, where a "day" would mislead. */
function formatMinutes(minutes: number): string {
  const whole = Math.round(minutes);
  const hours = Math.trunc(whole / 60);
  const rest = whole - hours * 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${Math.abs(rest)} min`;
}

function counted(text: string, noun: string): string {
  return text === '1' ? `1 ${noun}` : `${text} ${noun}s`;
}

/** At most `decimals` digits behind the point, without trailing zeros. */
function round(value: number, decimals: number): string {
  return String(Number(value.toFixed(Math.max(0, decimals))));
}
