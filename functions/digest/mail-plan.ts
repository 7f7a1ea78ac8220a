import { Heading } from '@react-email/heading';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { createElement as h, type ReactElement } from 'react';
import { shapes } from '../../shared/look/lights.ts';
import { styles } from './mail-styles.ts';
import type { PlanView } from './view.ts';

export function planCard({ heading, items, more, keep }: PlanView): ReactElement | null {
  if (items.length === 0 && keep.items.length === 0) return null;
  return h(
    Section,
    { className: 'card', style: styles.card },
    ...(items.length === 0 ? [] : [title(heading)]),
    ...items.map(({ light, text }, key) => line(`${light === null ? '–' : shapes[light]} ${text}`, key)),
    more === null ? null : h(Text, { className: 'mute', style: styles.small }, more),
    ...(keep.items.length === 0 ? [] : [title(keep.heading)]),
    ...keep.items.map((item, key) => line(`${shapes.green} ${item}`, key)),
  );
}

function title(heading: string): ReactElement {
  return h(Heading, { as: 'h2', className: 'ink', style: styles.heading }, heading);
}

function line(text: string, key: number): ReactElement {
  return h(Text, { key, className: 'ink', style: styles.text }, text);
}
