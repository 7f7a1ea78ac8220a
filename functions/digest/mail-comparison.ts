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
      ...rows.map((row, key) => siteRows(row, columns.slice(1), key)),
    ),
    ...[...notes, ownUse].map((note) =>
      h(Text, { key: note, className: 'mute', style: styles.note }, h('bdi', null, note)),
    ),
  );
}

/** One below the other: four columns of words have no room on a phone, where most mails are read. */
function siteRows(
  { name, cells }: ComparisonView['rows'][number],
  labels: readonly string[],
  key: number,
): ReactElement {
  const named = { ...styles.cell, fontWeight: 700, overflowWrap: 'anywhere' } as const;
  const plain = { ...styles.cell, borderTop: 'none', paddingTop: 0 };
  return h(
    'tbody',
    { key },
    h('tr', null, h('th', { scope: 'rowgroup', colSpan: 2, className: 'line', style: named }, h('bdi', null, name))),
    ...cells.map((cell, column) =>
      h(
        'tr',
        { key: column },
        h('th', { scope: 'row', className: 'mute', style: plain }, labels[column]),
        h('td', { className: 'line', style: { ...plain, textAlign: 'right' } }, unbroken(cell)),
      ),
    ),
  );
}
