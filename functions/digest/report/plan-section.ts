import { Fragment, createElement as h, type ReactElement } from 'react';
import { shapes } from '../../../shared/look/lights.ts';
import type { PlanView } from '../view.ts';

export function planSection({ heading, items, keep }: PlanView): ReactElement | null {
  if (items.length === 0 && keep.items.length === 0) return null;
  return h(
    Fragment,
    null,
    list(
      heading,
      items.map(({ light, text }) => `${light === null ? '–' : shapes[light]} ${text}`),
    ),
    list(
      keep.heading,
      keep.items.map((item) => `${shapes.green} ${item}`),
    ),
  );
}

function list(heading: string, lines: readonly string[]): ReactElement | null {
  if (lines.length === 0) return null;
  return h(
    'section',
    { 'aria-label': heading },
    h('h2', null, heading),
    ...lines.map((line, key) => h('p', { key }, h('bdi', null, line))),
  );
}
