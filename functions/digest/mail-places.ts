import { Heading } from '@react-email/heading';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { createElement as h, type ReactElement } from 'react';
import { chip } from './mail-parts.ts';
import { styles } from './mail-styles.ts';
import type { PlacesView, PlaceView } from './view.ts';

/**
 * The places that somebody watches, and in one line those that nobody does. A table of one row says nothing that the rest of the
 * mail does not say.
 */
export function placesCard({ heading, columns, rows, notYet }: PlacesView): ReactElement | null {
  const watched = rows.filter(({ isWatched }) => isWatched);
  if (watched.length === 0 || (watched.length === 1 && notYet === null)) return null;
  const rest = notYet === null ? null : h(Text, { className: 'mute', style: styles.note }, notYet);
  if (watched.length === 1) return h(Section, { className: 'card', style: styles.card }, rest);
  return h(
    Section,
    { className: 'card', style: styles.card },
    h(Heading, { as: 'h2', className: 'ink', style: styles.heading }, heading),
    h(
      'table',
      {
        ...{ cellPadding: 0, cellSpacing: 0, border: 0, width: '100%' },
        ...{ 'aria-label': heading, style: { borderCollapse: 'collapse' } },
      },
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          ...[columns.place, columns.state].map((text) =>
            h('th', { key: text, scope: 'col', className: 'mute', style: styles.head }, text),
          ),
        ),
      ),
      h('tbody', null, ...watched.map(placeRow)),
    ),
    rest,
  );
}

function placeRow({ name, light, state, watchedBy }: PlaceView): ReactElement {
  const cell = { ...styles.cell, verticalAlign: 'top' } as const;
  return h(
    'tr',
    { key: name },
    h(
      'th',
      {
        scope: 'row',
        className: 'line',
        width: '34%',
        style: { ...cell, overflowWrap: 'break-word', hyphens: 'auto' },
      },
      name,
    ),
    h(
      'td',
      { className: 'line', style: cell },
      chip(light),
      state === null
        ? null
        : h(Text, { className: 'ink', style: { ...styles.text, marginTop: '4px' } }, h('bdi', null, state)),
      watchedBy === null || watchedBy === name ? null : h(Text, { className: 'mute', style: styles.small }, watchedBy),
    ),
  );
}
