import { coffeeLabNumber } from './calls.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

interface Row {
  readonly daysAgo: number;
  /** Of UTC. */
  readonly hours: number;
  readonly customer: string;
  /** The business called. */
  readonly out?: boolean;
  /** In seconds. */
  readonly rang: number;
  /** In seconds; nobody spoke without it. */
  readonly talked?: number;
}

/** One caller tried twice and was never called back, one was called back the next day, one at once; the others got through. */
const rows: readonly Row[] = [
  { daysAgo: 5, hours: 7.75, customer: '+380671110011', rang: 32 },
  { daysAgo: 4, hours: 9.1, customer: '+380671110011', rang: 14, talked: 95, out: true },
  { daysAgo: 4, hours: 8.1, customer: '+380501112233', rang: 41 },
  { daysAgo: 4, hours: 11.5, customer: '+380931114455', rang: 7, talked: 140 },
  { daysAgo: 3, hours: 9.4, customer: '+380501112233', rang: 38 },
  { daysAgo: 3, hours: 12.2, customer: '+380661116677', rang: 9, talked: 62 },
  { daysAgo: 2, hours: 8.25, customer: '+380971118899', rang: 27 },
  { daysAgo: 2, hours: 8.5, customer: '+380971118899', rang: 11, talked: 180, out: true },
  { daysAgo: 1, hours: 10.6, customer: '+380631112211', rang: 5, talked: 75 },
];

/** Coffee Lab's calls of the last days, as an exchange exports them. The same calls at each start of one day. */
export function coffeeLabCalls(now: number): string {
  const today = Math.floor(now / day) * day;
  const lines = rows.map(({ daysAgo, hours, customer, out = false, rang, talked = 0 }) => {
    const start = new Date(Math.round(today - daysAgo * day + hours * hour)).toISOString();
    const [from, to] = out ? [coffeeLabNumber, customer] : [customer, coffeeLabNumber];
    return [start, from, to, talked > 0 ? 'answered' : 'no answer', rang, talked].join(',');
  });
  return `start,from,to,status,ring,talk\n${lines.join('\n')}\n`;
}
