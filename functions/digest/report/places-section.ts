import { createElement as h, type ReactElement } from 'react';
import type { PlacesView, PlaceView } from '../view.ts';

/** All six places of the audit; how to begin with those that nobody watches yet. */
export function placesSection({ heading, columns, rows }: PlacesView): ReactElement {
  return h(
    'section',
    { 'aria-label': heading },
    h('h2', null, heading),
    h(
      'table',
      { className: 'places', 'aria-label': heading },
      h(
        'thead',
        null,
        h('tr', null, ...[columns.place, columns.state].map((head) => h('th', { key: head, scope: 'col' }, head))),
      ),
      h('tbody', null, ...rows.map(placeRow)),
    ),
  );
}

function placeRow({ name, isWatched, light, state, watchedBy, measured }: PlaceView): ReactElement {
  const source = [watchedBy === name ? null : watchedBy, measured].filter((part) => part !== null).join('; ');
  return h(
    'tr',
    { key: name },
    h('th', { scope: 'row' }, name),
    h(
      'td',
      null,
      h('p', null, h('span', { className: `chip ${light.light ?? 'none'}` }, `${light.shape} ${light.word}`)),
      state === null ? null : h('p', null, isWatched ? h('bdi', null, state) : withCode(state)),
      source === '' ? null : h('p', { className: 'mute' }, source),
    ),
  );
}

/** What stands between backticks is to be typed. */
function withCode(sentence: string): ReactElement {
  const parts = sentence.split('`').map((part, n) => (n % 2 === 0 ? part : h('code', { key: n }, part)));
  return h('span', null, ...parts);
}
