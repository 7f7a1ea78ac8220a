import { createElement as h, type ReactElement } from 'react';
import { stackedPart as part } from '../../../shared/look/stacked-part.ts';
import { type ComparisonView, unbroken } from '../view.ts';

/** The own site beside the competitors'. */
export function comparisonSection({ heading, lead, columns, rows, notes, ownUse }: ComparisonView): ReactElement {
  return h(
    'section',
    { 'aria-label': heading },
    h('h2', null, heading),
    lead === null ? null : h('p', null, h('bdi', null, lead)),
    part(
      'table',
      { className: 'figures stacked', 'aria-label': heading },
      part('thead', null, part('tr', null, ...columns.map((head) => part('th', { key: head, scope: 'col' }, head)))),
      part(
        'tbody',
        null,
        ...rows.map(({ name, cells }, key) =>
          part(
            'tr',
            { key },
            part('th', { scope: 'row' }, h('bdi', null, name)),
            ...cells.map((cell, column) =>
              part('td', { key: column, 'data-label': columns[column + 1] }, unbroken(cell)),
            ),
          ),
        ),
      ),
    ),
    ...[...notes, ownUse].map((note) => h('p', { key: note, className: 'mute' }, h('bdi', null, note))),
  );
}
