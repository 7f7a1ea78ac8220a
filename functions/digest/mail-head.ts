import { Head } from '@react-email/head';
import { createElement as h, type ReactElement } from 'react';
import { darkMode } from './mail-styles.ts';

/** Of every mail for owners and agencies: as wide as its screen, and dark where the reader's screen is. */
export function mailHead(subject: string): ReactElement {
  return h(
    Head,
    null,
    h('title', null, subject),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'supported-color-schemes', content: 'light dark' }),
    h('style', null, darkMode),
  );
}
