import { scaleLinear, scaleUtc } from 'd3-scale';
import { line, symbol, symbolTriangle } from 'd3-shape';
import { createElement as h, type ReactElement } from 'react';
import type { Trend } from '../evaluation/week/trends.ts';
import type { DigestWords } from '../i18n/digest-words.ts';
import type { Language } from '../model/business.ts';
import { parseCheckId } from '../model/check-id.ts';
import type { Unit } from '../model/probe-spec.ts';
import { dayMs } from '../model/time-spans.ts';
import { trendNameOf } from '../probes/words.ts';

/** Dates and numbers as the business writes them. */
export interface ChartFormats {
  readonly language: Language;
  readonly words: Pick<DigestWords, 'full'>;
  /** "19 Nov" */
  readonly shortDate: (date: string) => string;
  readonly measured: (value: number, unit: Unit) => string;
  readonly number: (value: number) => string;
}

const size = { width: 320, height: 150 } as const;
const inner = { left: 50, right: size.width - 26, top: 12, bottom: size.height - 24 } as const;
/** What an axis counts in, so that its steps are round: seconds and hours. */
const stepOf: Partial<Record<Unit, number>> = { ms: 1000, minutes: 60 };

/** Explains p75 where a chart shows it. */
export function trendsHeading(trends: readonly Trend[], { full }: Pick<DigestWords, 'full'>): string {
  return trends.some(({ spread }) => spread === 'p75') ? full.trends : full.typicalTrends;
}

/** A line of one number over the weeks, its bound dashed, days beyond it as triangles; in words for who cannot see it. */
export function trendChart(trend: Trend, formats: ChartFormats): ReactElement {
  const { checkId, measurement } = trend;
  const { what, where } = titleOf(trend, formats);
  const said = inWords(trend, formats);
  return h(
    'figure',
    { key: `${checkId} ${measurement}`, className: 'trend' },
    h('figcaption', null, h('b', null, what), ` ${where}`),
    h(
      'svg',
      { viewBox: `0 0 ${size.width} ${size.height}`, role: 'img' },
      h('title', null, [`${what} ${where}:`, ...said].join(' ')),
      ...drawing(trend, formats),
    ),
    ...said.map((sentence) => h('p', { key: sentence, className: 'mute' }, sentence)),
  );
}

function drawing(trend: Trend, formats: ChartFormats): (ReactElement | null)[] {
  const { bound, points } = trend;
  const { left, right } = inner;
  const { x, y, days, values } = scalesOf(trend);
  const last = points.at(-1);
  return [
    ...values.flatMap((value) => [
      h('line', { className: 'grid', x1: left, x2: right, y1: y(value), y2: y(value) }),
      h('text', { x: left - 6, y: y(value) + 4, textAnchor: 'end' }, axisLabel(value, trend, formats)),
    ]),
    ...days.map((at) =>
      h('text', { x: x(at), y: size.height - 6, textAnchor: 'middle' }, formats.shortDate(at.toISOString())),
    ),
    bound === null
      ? null
      : h('line', { className: 'bound', x1: left, x2: right, y1: y(bound.value), y2: y(bound.value) }),
    h('path', { className: 'value', d: pathOf(trend, x, y) }),
    ...points
      .filter(({ value }) => isBeyond(value, bound))
      .map(({ date, value }) =>
        h('path', {
          className: 'beyond',
          d: symbol(symbolTriangle, 40).digits(1)() ?? '',
          transform: `translate(${x(Date.parse(date))},${y(value)})`,
        }),
      ),
    last === undefined || isBeyond(last.value, bound)
      ? null
      : h('circle', { className: 'last', cx: x(Date.parse(last.date)), cy: y(last.value), r: 4 }),
  ];
}

/** "Time to full load" and "Phone /prices, p75" */
function titleOf(
  { checkId, measurement, spread }: Trend,
  { words, language }: ChartFormats,
): { what: string; where: string } {
  const { probe, page, device } = parseCheckId(checkId);
  const place = [device === null ? '' : words.full[device], page ?? ''].filter((part) => part !== '').join(' ');
  const how = spread === 'p75' ? 'p75' : words.full.typical;
  return {
    what: trendNameOf(probe, measurement, language) ?? measurement,
    where: [place, how].filter((part) => part !== '').join(', '),
  };
}

function inWords({ unit, bound, points }: Trend, { words, measured, shortDate }: ChartFormats): string[] {
  const { latest, range, bound: boundWords } = words.full;
  const values = points.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => measured(value, unit));
  const last = points.at(-1);
  const newest = last === undefined ? [] : [latest(shortDate(last.date), measured(last.value, unit))];
  const spread = low === high ? [] : [range(low ?? '', high ?? '')];
  return [
    [...newest, ...spread].join(' '),
    ...(bound === null ? [] : [boundWords[bound.side](measured(bound.value, unit))]),
  ];
}

function scalesOf({ unit, bound, points }: Trend) {
  const values = points.map(({ value }) => value);
  const step = stepOf[unit] ?? 1;
  const dates = points.map(({ date }) => Date.parse(date));
  const time = scaleUtc([Math.min(...dates), Math.max(...dates)], [inner.left, inner.right]);
  const x = (at: number | Date): number => tenth(time(at));
  // A rating moves within a tenth: from zero it would be a flat line.
  const least = unit === 'number' ? Math.min(...values) : 0;
  const inSteps = scaleLinear(
    [least / step, Math.max(...values, bound?.value ?? 0, unit === 'count' ? 1 : 0) / step],
    [inner.bottom, inner.top],
  ).nice(3);
  const y = (value: number): number => tenth(inSteps(value / step));
  const ticks = inSteps.ticks(3).filter((tick) => unit !== 'count' || Number.isInteger(tick));
  return { x, y, days: time.ticks(4), values: ticks.map((tick) => tick * step) };
}

/** Days, or weeks, without a measurement are gaps, not lines. */
function pathOf({ points, everyDays = 1 }: Trend, x: (at: number) => number, y: (value: number) => number): string {
  const longestMs = 1.5 * everyDays * dayMs;
  const withGaps = points.flatMap((point, n) => {
    const before = points[n - 1];
    const isGap = before !== undefined && Date.parse(point.date) - Date.parse(before.date) > longestMs;
    return isGap ? [null, point] : [point];
  });
  const draw = line<Trend['points'][number] | null>()
    .defined((point) => point !== null)
    .x((point) => x(Date.parse(point?.date ?? '')))
    .y((point) => y(point?.value ?? 0))
    .digits(1);
  return draw(withGaps) ?? '';
}

function isBeyond(value: number, bound: Trend['bound']): boolean {
  if (bound === null) return false;
  return bound.side === 'at-most' ? value > bound.value : value < bound.value;
}

/** An axis has no room for "of 100", and zero needs no unit. */
function axisLabel(value: number, { unit }: Trend, { measured, number }: ChartFormats): string {
  if (value === 0) return '0';
  return unit === 'score' ? number(value * 100) : measured(value, unit);
}

/** A file of many charts needs no more digits. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
