import { createElement as h, type ReactElement } from 'react';
import { type ComparisonView, unbroken } from '../view.ts';

/** The own site beside the competitors'. */
export function comparisonSection({ heading, lead, columns, rows, notes, ownUse }: ComparisonView): ReactElement {
  return h(
    'section',
    { 'aria-label': heading },
    h('h2', null, heading),
    lead === null ? null : h('p', null, h('bdi', null, lead)),
    h(
      'table',
      { className: 'figures stacked', 'aria-label': heading },
      h('thead', null, h('tr', null, ...columns.map((head) => h('th', { key: head, scope: 'col' }, head)))),
      h(
        'tbody',
        null,
        ...rows.map(({ name, cells }, key) =>
          h(
            'tr',
            { key },
            h('th', { scope: 'row' }, h('bdi', null, name)),
            ...cells.map((cell, column) => h('td', { key: column, 'data-label': columns[column + 1] }, unbroken(cell))),
          ),
        ),
      ),
    ),
    ...[...notes, ownUse].map((note) => h('p', { key: note, className: 'mute' }, h('bdi', null, note))),
  );
}
