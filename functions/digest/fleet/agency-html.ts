import { Body } from '@react-email/body';
import { Container } from '@react-email/container';
import { Heading } from '@react-email/heading';
import { Html } from '@react-email/html';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { createElement as h, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { lightColours, shapes } from '../../../shared/look/lights.ts';
import { mailHead } from '../mail-head.ts';
import { styles } from '../mail-styles.ts';
import type { AgencySection, AgencyView } from './agency-view.ts';

/** The agency's mail as HTML for mail programs. Whatever files and pages said is escaped by React. */
export function agencyHtml(view: AgencyView): string {
  const { language, subject, verdict, small, sections } = view;
  const head = mailHead(subject);
  const body = h(
    Body,
    { className: 'page', style: styles.body },
    h(Preview, null, verdict),
    h(
      Container,
      { className: 'page', style: styles.container },
      h(
        'div',
        { role: 'main' },
        verdictCard(view),
        ...sections.map(sectionCard),
        h(Text, { className: 'mute', style: styles.small }, small),
      ),
    ),
  );
  return `<!DOCTYPE html>${renderToStaticMarkup(h(Html, { lang: language, dir: 'ltr' }, head, body))}`;
}

function verdictCard({ agency, period, verdict, light, note }: AgencyView): ReactElement {
  return h(
    Section,
    { className: 'card', style: { ...styles.card, borderTop: `8px solid ${lightColours[light].back}` } },
    h(Text, { className: 'ink', style: styles.business }, agency),
    h(Text, { className: 'mute', style: styles.period }, period),
    h(Heading, { as: 'h1', className: 'ink verdict', style: styles.verdict }, `${shapes[light]} ${verdict}`),
    note === null ? null : h(Text, { className: 'mute', style: styles.note }, note),
  );
}

function sectionCard({ heading, lines, more }: AgencySection): ReactElement {
  return h(
    Section,
    { key: heading, className: 'card', style: styles.card },
    h(Heading, { as: 'h2', className: 'ink', style: styles.heading }, heading),
    ...lines.map(({ light, name, says }, key) =>
      h(
        Text,
        { key, className: 'ink', style: styles.text },
        `${shapes[light]} `,
        h('b', null, h('bdi', null, name)),
        says === null ? '' : ': ',
        says === null ? null : h('bdi', { style: { overflowWrap: 'anywhere' } }, says),
      ),
    ),
    more === null ? null : h(Text, { className: 'mute', style: styles.small }, more),
  );
}
