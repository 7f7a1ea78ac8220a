import { createElement as h, type ReactElement } from 'react';
import { stackedPart as part } from '../../../shared/look/stacked-part.ts';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';
import type { Waterfall, WaterfallRequest } from '../../../shared/model/waterfall.ts';
import type { Formats } from '../formats.ts';

const slowestShown = 15;
const barWidth = 240;

/** The slowest requests in the order of their starts, each as a bar: first the wait for an answer, then its arrival. */
export function waterfallTable({ url, requests, marks }: Waterfall, formats: Formats): ReactElement {
  const { words, measured } = formats;
  const end = Math.max(marks.loadMs ?? 0, ...requests.map(({ startMs, durationMs }) => startMs + (durationMs ?? 0)), 1);
  const slowest = requests
    .toSorted((a, b) => lasted(b, end) - lasted(a, end))
    .slice(0, slowestShown)
    .toSorted((a, b) => a.startMs - b.startMs);
  const { request, type, size, time } = words.full;
  return h(
    'div',
    { className: 'wide', tabIndex: 0, role: 'region', 'aria-label': `${words.full.waterfall}: ${url}` },
    part(
      'table',
      { className: 'stacked' },
      part(
        'thead',
        null,
        part('tr', null, ...[request, type, size, time].map((head) => part('th', { key: head, scope: 'col' }, head))),
      ),
      part(
        'tbody',
        null,
        ...slowest.map((one, n) =>
          part(
            'tr',
            { key: n },
            part('th', { scope: 'row', className: 'url' }, h('bdi', null, nameOf(one, url))),
            part('td', { 'data-label': type }, words.full.requestType[one.type] ?? one.type),
            part('td', { className: 'number', 'data-label': size }, measured(one.bytes, 'bytes')),
            part('td', { 'data-label': time }, bar(one, end, formats)),
          ),
        ),
      ),
    ),
  );
}

function bar(request: WaterfallRequest, end: number, { words, measured }: Formats): ReactElement {
  const { startMs, waitMs, durationMs } = request;
  const scale = (ms: number): number => (ms / end) * barWidth;
  const text = durationMs === null ? words.full.unfinished : measured(durationMs, 'ms');
  const wait = Math.min(waitMs ?? lasted(request, end), lasted(request, end));
  return h(
    'span',
    { className: 'bar' },
    h(
      'svg',
      { viewBox: `0 0 ${barWidth} 12`, width: barWidth, height: 12, 'aria-hidden': true },
      h('rect', { className: 'wait', x: scale(startMs), y: 1, width: Math.max(1, scale(wait)), height: 10 }),
      h('rect', {
        className: 'arrive',
        x: scale(startMs + wait),
        y: 1,
        width: Math.max(0, scale(lasted(request, end) - wait)),
        height: 10,
      }),
    ),
    text,
  );
}

/** What never arrived lasted to the end. */
function lasted({ startMs, durationMs }: WaterfallRequest, end: number): number {
  return durationMs ?? Math.max(0, end - startMs);
}

function nameOf({ url, thirdParty }: WaterfallRequest, page: string): string {
  const short = thirdParty === null && URL.canParse(url) ? url.replace(new URL(page).origin, '') : url;
  return shorten(oneLine(short), 90);
}
