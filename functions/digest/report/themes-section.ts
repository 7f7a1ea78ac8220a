import { createElement as h, type ReactElement } from 'react';
import { sideSigns } from '../mail-themes.ts';
import type { ThemesView } from '../view.ts';

/** What customers keep saying, with a few of their words. */
export function themesSection({ heading, items, notes }: ThemesView): ReactElement {
  return h(
    'section',
    { 'aria-label': heading },
    h('h2', null, heading),
    items.length > 0 &&
      h(
        'ul',
        null,
        ...items.map(({ side, text, where, quotes }) =>
          h(
            'li',
            { key: `${side} ${text}` },
            h('b', null, `${sideSigns[side]} ${text}`),
            h('p', { className: 'mute' }, where),
            ...quotes.map(({ text: quote, link }, key) =>
              h(
                'p',
                { key, className: 'mute' },
                h('bdi', null, quote),
                ' ',
                link === null ? null : h('a', { href: link.url, rel: 'noreferrer' }, link.text),
              ),
            ),
          ),
        ),
      ),
    ...notes.map((note) => h('p', { key: note, className: 'mute' }, note)),
  );
}
