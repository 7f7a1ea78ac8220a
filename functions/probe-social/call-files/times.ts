import { possibleTimes } from '../../../shared/evaluation/dates/wall-time.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';

const written =
  /^(?:(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))[ T,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]m)?\s*(z|utc|gmt|[+-]\d\d:?\d\d)?$/i;

interface KnownTime {
  /** The record was made at about this time. */
  readonly near?: number;
  /** The record before it in its file. */
  readonly after?: number;
}

/** Records are written when calls end, so a long one stands behind shorter ones that began later. */
const disorderMs = 10 * minuteMs;

/**
 * When a record says that its call began, in epoch milliseconds; null when that is no time.
 * @param known where clocks are set back, an hour is shown twice: what tells which one is meant. Times are epoch milliseconds
 */
export function readTime(text: string, timeZone: string, known: KnownTime = {}): number | null {
  const trimmed = text.trim();
  if (/^\d{10}(\.\d+)?$/.test(trimmed)) return Math.floor(Number(trimmed)) * 1000;
  if (/^\d{13}$/.test(trimmed)) return Number(trimmed);
  const match = written.exec(trimmed);
  if (match === null) return null;
  const wall = wallOf(match);
  if (wall === null) return null;
  const zone = match[11];
  if (zone !== undefined) return wall - offsetOf(zone);
  const possible = possibleTimes(wall, timeZone);
  const { near, after } = known;
  if (near !== undefined) possible.sort((a, b) => Math.abs(a - near) - Math.abs(b - near));
  else if (after !== undefined) return possible.find((at) => at >= after - disorderMs) ?? possible[0] ?? null;
  return possible[0] ?? null;
}

/** The time on the wall, as if it were UTC. */
function wallOf(match: RegExpExecArray): number | null {
  const [, y, m, d, first, second, lastYear, h, min, s, half] = match;
  const [a, b] = [Number(first), Number(second)];
  // "11/16/2026 9:10 AM" is American; without such a mark, the day comes first unless it cannot be one.
  const isAmerican = b > 12 || (half !== undefined && a <= 12);
  const year = Number(y ?? lastYear);
  const month = y !== undefined ? Number(m) : isAmerican ? a : b;
  const day = y !== undefined ? Number(d) : isAmerican ? b : a;
  const hour = half === undefined ? Number(h) : (Number(h) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  const wall = Date.UTC(year, month - 1, day, hour, Number(min), Number(s ?? 0));
  const date = new Date(wall);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour;
  return isReal && Number(min) < 60 && Number(s ?? 0) < 60 ? wall : null;
}

function offsetOf(zone: string): number {
  const match = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * 60_000;
}

/** `12`, `12,5`, `1:05` or `0:01:05` in milliseconds; null when it is no length. */
export function readLength(text: string): number | null {
  const trimmed = text.trim().replace(',', '.');
  if (/^\d+(\.\d+)?$/.test(trimmed)) return Math.round(Number(trimmed) * 1000);
  const match = /^(?:(\d+):)?(\d{1,2}):(\d{2})(?:\.\d+)?$/.exec(trimmed);
  if (match === null) return null;
  return (Number(match[1] ?? 0) * 3600 + Number(match[2]) * 60 + Number(match[3])) * 1000;
}
