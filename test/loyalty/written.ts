import { dayMs } from '../../shared/model/time-spans.ts';
import { noon } from './support.ts';

/** An answer as a customer gave it, before any program has exported it. */
export interface GivenAnswer {
  readonly id: number;
  readonly daysAgo: number;
  readonly score: number;
  readonly comment: string;
}

/** The same numbers in each run. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const said = [
  '',
  'Good coffee, friendly people',
  'Waited for ages; nobody said "sorry"',
  'Гарна кава, привітні люди',
  'Два рядки:\nі другий',
];

interface Mood {
  readonly count: number;
  /** Shares of promoters and detractors. */
  readonly promoters: number;
  readonly detractors: number;
}

function answersOf(mood: Mood, between: readonly [number, number], roll: () => number, firstId: number): GivenAnswer[] {
  return Array.from({ length: mood.count }, (_, n) => {
    const kind = roll();
    const high = kind < mood.promoters;
    const low = kind > 1 - mood.detractors;
    return {
      id: firstId + n,
      // Whole minutes, so that every program writes the same moment; never on the border of a window.
      daysAgo: Math.round((between[0] + roll() * (between[1] - between[0])) * 1440) / 1440,
      score: high ? 9 + Math.floor(roll() * 2) : low ? Math.floor(roll() * 7) : 7 + Math.floor(roll() * 2),
      comment: said[Math.floor(roll() * said.length)] ?? '',
    };
  });
}

/** What happened at the business: the last 90 days, the 90 before, and a time that is of no more use. */
const moods = {
  steady: [
    { count: 80, promoters: 0.5, detractors: 0.2 },
    { count: 70, promoters: 0.5, detractors: 0.2 },
  ],
  falling: [
    { count: 90, promoters: 0.42, detractors: 0.28 },
    { count: 90, promoters: 0.58, detractors: 0.14 },
  ],
  crashed: [
    { count: 120, promoters: 0.15, detractors: 0.6 },
    { count: 110, promoters: 0.7, detractors: 0.1 },
  ],
  young: [
    { count: 45, promoters: 0.5, detractors: 0.2 },
    { count: 6, promoters: 0.5, detractors: 0.2 },
  ],
  few: [
    { count: 17, promoters: 0.5, detractors: 0.2 },
    { count: 60, promoters: 0.5, detractors: 0.2 },
  ],
} as const satisfies Readonly<Record<string, readonly [Mood, Mood]>>;
export type Story = keyof typeof moods;

export function storyOf(story: Story, seed: number): GivenAnswer[] {
  const roll = dice(seed);
  const [now, before] = moods[story];
  const old = { count: 40, promoters: 0.1, detractors: 0.8 };
  const all = [
    ...answersOf(old, [200, 300], roll, 1000),
    ...answersOf(before, [91, 178], roll, 2000),
    ...answersOf(now, [1, 88], roll, 3000),
  ];
  return all.toSorted((a, b) => b.daysAgo - a.daysAgo);
}

/** The parts of a moment as a clock shows them so many hours east of Greenwich. */
export function clockAt(daysAgo: number, hoursEast = 0) {
  const iso = new Date(Date.parse(noon) - daysAgo * dayMs + hoursEast * 3_600_000).toISOString();
  const [date = '', time = ''] = iso.slice(0, 19).split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  return { iso, date, time, year, month, day, hour: Number(time.slice(0, 2)) };
}

/** Kyiv's clock: winter time begins on 25 October 2026 at 4:00, which is 1:00 in Greenwich. */
export function kyiv(daysAgo: number) {
  const at = Date.parse(noon) - daysAgo * dayMs;
  const isSummer = at >= Date.parse('2026-03-29T01:00:00Z') && at < Date.parse('2026-10-25T01:00:00Z');
  return clockAt(daysAgo, isSummer ? 3 : 2);
}

/** Rows as CSV, every field in quotation marks that needs them. */
export function csv(rows: readonly (readonly (string | number)[])[], delimiter = ',', newline = '\n'): string {
  const field = (value: string | number): string =>
    /["\r\n,;\t|]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);
  return rows.map((row) => row.map(field).join(delimiter) + newline).join('');
}

/** Windows-1251 has Cyrillic from 0xC0; Ukrainian letters have places of their own. */
export function inWindows1251(text: string): Uint8Array {
  const own: Readonly<Record<string, number>> = { і: 0xb3, І: 0xb2, ї: 0xbf, є: 0xba, ґ: 0xb4, '«': 0xab, '»': 0xbb };
  return Uint8Array.from([...text], (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return own[sign] ?? (code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code);
  });
}
