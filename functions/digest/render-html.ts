import { Body } from '@react-email/body';
import { Container } from '@react-email/container';
import { Heading } from '@react-email/heading';
import { Html } from '@react-email/html';
import { Link } from '@react-email/link';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { createElement as h, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { lightColours, shapes } from '../../shared/look/lights.ts';
import { comparisonCard } from './mail-comparison.ts';
import { enquiriesCard } from './mail-enquiries.ts';
import { mailHead } from './mail-head.ts';
import { actionRows, touchpointCard } from './mail-parts.ts';
import { placesCard } from './mail-places.ts';
import { planCard } from './mail-plan.ts';
import { styles } from './mail-styles.ts';
import { themesCard } from './mail-themes.ts';
import type { DigestView } from './view.ts';

/** The mail as HTML for mail programs: tables, inline styles, nothing to load. Whatever pages said is escaped by React. */
export function renderHtml(view: DigestView): string {
  const doctype =
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';
  return `${doctype}${renderToStaticMarkup(mail(view))}`;
}

function mail(view: DigestView): ReactElement {
  const { language, subject } = view;
  return h(
    Html,
    { lang: language, dir: 'ltr' },
    mailHead(subject),
    h(
      Body,
      { className: 'page', style: styles.body },
      h(Preview, null, view.headline),
      h(Container, { className: 'page', style: styles.container }, h('div', { role: 'main' }, ...content(view))),
    ),
  );
}

function content(view: DigestView): (ReactElement | null)[] {
  const { enquiries, themes, places, comparison, touchpoints, rest, page, report, small } = view;
  return [
    verdictCard(view),
    enquiries === null ? null : enquiriesCard(enquiries),
    actionsCard(view),
    planCard(view.plan),
    themes === null ? null : themesCard(themes),
    placesCard(places),
    comparison === null ? null : comparisonCard(comparison),
    h(Heading, { as: 'h2', className: 'ink', style: styles.outerHeading }, touchpoints.heading),
    ...touchpoints.items.map((touchpoint, key) => touchpointCard(touchpoint, key)),
    rest === null ? null : card(text(rest)),
    unseenCard(view),
    page === null ? null : card(h(Link, { href: page.url, style: styles.button }, page.text)),
    report === null ? null : card(h(Link, { href: report.url, style: styles.button }, report.text)),
    h(
      Section,
      { style: { padding: '8px 4px' } },
      ...small.map((line) => h(Text, { key: line, className: 'mute', style: styles.small }, line)),
    ),
  ];
}

function card(content: ReactElement): ReactElement {
  return h(Section, { className: 'card', style: styles.card }, content);
}

function verdictCard({ business, period, light, verdict, headline, notes }: DigestView): ReactElement {
  const { back } = lightColours[light];
  return h(
    Section,
    { className: 'card', style: { ...styles.card, borderTop: `8px solid ${back}` } },
    h(Text, { className: 'ink', style: styles.business }, business),
    h(Text, { className: 'mute', style: styles.period }, period),
    h(Heading, { as: 'h1', className: 'ink verdict', style: styles.verdict }, `${shapes[light]} ${verdict}`),
    h(Text, { className: 'ink', style: styles.headline }, headline),
    ...notes.map((note) => h(Text, { key: note, className: 'mute', style: styles.note }, note)),
  );
}

function actionsCard({ actions, noActions, moreActions }: DigestView): ReactElement | null {
  if (actions.items.length === 0 && noActions === null) return null;
  return h(
    Section,
    { className: 'card', style: styles.card },
    h(Heading, { as: 'h2', className: 'ink', style: styles.heading }, actions.heading),
    actions.items.length === 0 ? null : actionRows(actions.items),
    noActions === null ? null : text(noActions),
    moreActions === null ? null : h(Text, { className: 'mute', style: styles.small }, moreActions),
  );
}

function unseenCard({ unseen }: DigestView): ReactElement | null {
  if (unseen.items.length === 0) return null;
  return h(
    Section,
    { className: 'card', style: styles.card },
    h(Heading, { as: 'h2', className: 'ink', style: styles.heading }, unseen.heading),
    ...unseen.items.map((item, key) => h(Text, { key, className: 'ink', style: styles.text }, `○ ${item}`)),
  );
}

function text(words: string): ReactElement {
  return h(Text, { className: 'ink', style: styles.text }, words);
}
