import { Heading } from '@react-email/heading';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { createElement as h, type ReactElement } from 'react';
import { styles } from './mail-styles.ts';
import { type ComparisonView, unbroken } from './view.ts';

/** The own site beside the competitors'. */
export function comparisonCard({ heading, lead, columns, rows, notes, ownUse }: ComparisonView): ReactElement {
  return h(
    Section,
    { className: 'card', style: styles.card },
    h(Heading, { as: 'h2', className: 'ink', style: styles.heading }, heading),
    lead === null ? null : h(Text, { className: 'ink', style: styles.text }, h('bdi', null, lead)),
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
          ...columns.map((text) => h('th', { key: text, scope: 'col', className: 'mute', style: styles.head }, text)),
        ),
      ),
      h('tbody', null, ...rows.map(siteRow)),
    ),
    ...[...notes, ownUse].map((note) =>
      h(Text, { key: note, className: 'mute', style: styles.note }, h('bdi', null, note)),
    ),
  );
}

function siteRow({ name, cells }: ComparisonView['rows'][number], key: number): ReactElement {
  const named = { scope: 'row', className: 'line', style: { ...styles.cell, overflowWrap: 'anywhere' } } as const;
  return h(
    'tr',
    { key },
    h('th', named, h('bdi', null, name)),
    ...cells.map((cell, column) => h('td', { key: column, className: 'line', style: styles.cell }, unbroken(cell))),
  );
}
