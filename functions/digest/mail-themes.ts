import { Heading } from '@react-email/heading';
import { Link } from '@react-email/link';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { createElement as h, type ReactElement } from 'react';
import { styles } from './mail-styles.ts';
import type { ThemesView } from './view.ts';

export const sideSigns = { complaint: '−', praise: '+' } as const;

/** What customers keep saying, a few of their words below each. */
export function themesCard({ heading, items, notes }: ThemesView): ReactElement {
  return h(
    Section,
    { className: 'card', style: styles.card },
    h(Heading, { as: 'h2', className: 'ink', style: styles.heading }, heading),
    ...items.map(({ side, text, where, quotes }) =>
      h(
        'div',
        { key: `${side} ${text}`, style: { padding: '4px 0' } },
        h(Text, { className: 'ink', style: styles.text }, `${sideSigns[side]} ${text}`),
        h(Text, { className: 'mute', style: styles.small }, where),
        ...quotes.map(({ text: quote, link }, key) =>
          h(
            Text,
            { key, className: 'mute', style: styles.small },
            h('bdi', { style: { overflowWrap: 'anywhere' } }, quote),
            link === null
              ? null
              : h('span', null, ' ', h(Link, { href: link.url, className: 'link', style: styles.link }, link.text)),
          ),
        ),
      ),
    ),
    ...notes.map((note) => h(Text, { key: note, className: 'mute', style: styles.note }, note)),
  );
}
