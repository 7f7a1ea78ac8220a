import { createElement as h, type ReactElement } from 'react';
import { formatMeasurement } from '../../../shared/evaluation/format-measurement.ts';
import { checkName } from '../../../shared/model/check-id.ts';
import type { Trend } from './read-report.ts';

const size = { width: 320, height: 110, left: 6, right: 6, top: 10, bottom: 10 };

/** A line of one number over the weeks, its bound dashed; in words for who cannot see it. */
export function trendChart({ checkId, spec, bound, points }: Trend): ReactElement {
  const values = points.map(({ p75 }) => p75);
  const top = Math.max(...values, bound ?? 0) * 1.1 || 1;
  const x = (n: number): number =>
    size.left + (n * (size.width - size.left - size.right)) / Math.max(1, points.length - 1);
  const y = (value: number): number =>
    size.height - size.bottom - (value / top) * (size.height - size.top - size.bottom);
  const say = (value: number): string => formatMeasurement(value, spec.unit);
  const [first, last] = [points[0], points.at(-1)];
  const worst = Math.max(...values);
  const best = Math.min(...values);
  const caption = `${say(best)} – ${say(worst)}; ${last?.date ?? ''}: ${say(last?.p75 ?? 0)}`;
  return h(
    'figure',
    { key: `${checkId} ${spec.title}`, className: 'trend' },
    h('figcaption', null, h('b', null, checkName(checkId)), ` ${spec.title}`),
    h(
      'svg',
      { viewBox: `0 0 ${size.width} ${size.height}`, role: 'img', 'aria-label': `${spec.title}: ${caption}` },
      bound === null
        ? null
        : h('line', { className: 'bound', x1: size.left, x2: size.width - size.right, y1: y(bound), y2: y(bound) }),
      h('polyline', {
        className: 'value',
        points: points.map(({ p75 }, n) => `${x(n).toFixed(1)},${y(p75).toFixed(1)}`).join(' '),
      }),
      h('circle', { className: 'last', cx: x(points.length - 1), cy: y(last?.p75 ?? 0), r: 4 }),
    ),
    h('p', { className: 'mute' }, `${first?.date ?? ''} … ${caption}${bound === null ? '' : `; - - - ${say(bound)}`}`),
  );
}
