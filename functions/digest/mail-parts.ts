import { Heading } from '@react-email/heading';
import { Link } from '@react-email/link';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { createElement as h, type ReactElement, type ReactNode } from 'react';
import { lightColours } from '../../shared/look/lights.ts';
import { noLight, styles } from './mail-styles.ts';
import {
  type ActionView,
  type FigureView,
  type LightView,
  type OverdueView,
  type TouchpointView,
  type TroubleView,
  unbroken,
} from './view.ts';

const layout = { role: 'presentation', cellPadding: 0, cellSpacing: 0, border: 0, width: '100%' } as const;

/** What to do, numbered, the light of each beside it. */
export function actionRows(actions: readonly ActionView[]): ReactElement {
  return h(
    'table',
    layout,
    h(
      'tbody',
      null,
      ...actions.map(({ light, what, todo, pairs }, n) => {
        const { back, text } = lightColours[light];
        return h(
          'tr',
          { key: n },
          h(
            'td',
            { style: styles.number },
            h('span', { style: { ...styles.chip, padding: '1px 8px', backgroundColor: back, color: text } }, n + 1),
          ),
          h(
            'td',
            { style: styles.action },
            h(Text, { className: 'ink', style: styles.strong }, what),
            h(Text, { className: 'ink', style: styles.text }, todo),
            ...pairs.map((pair) =>
              h(
                Text,
                { key: pair.label, className: 'mute', style: styles.small },
                h('b', null, `${pair.label}: `),
                pair.text,
              ),
            ),
          ),
        );
      }),
    ),
  );
}

export function touchpointCard(touchpoint: TouchpointView, key: number): ReactElement {
  const { name, light, summary, figures, troubles, overdue, moreOverdue } = touchpoint;
  return h(
    Section,
    { key, className: 'card', style: styles.card },
    h(
      'table',
      layout,
      h(
        'tbody',
        null,
        h(
          'tr',
          null,
          h('td', null, h(Heading, { as: 'h3', className: 'ink', style: styles.name }, name)),
          h('td', { align: 'right' }, chip(light)),
        ),
      ),
    ),
    strip(touchpoint),
    h(Text, { className: 'mute', style: styles.small }, summary),
    troubles.items.length === 0 ? null : subheading(troubles.heading),
    ...troubles.items.map(troubleBlock),
    overdue.items.length === 0 ? null : subheading(overdue.heading),
    ...overdue.items.map(overdueBlock),
    moreOverdue === null ? null : h(Text, { className: 'mute', style: styles.small }, moreOverdue),
    figures.length === 0 ? null : figureTable(touchpoint, figures),
  );
}

export function chip({ light, word, shape }: LightView): ReactElement {
  const { back, text } = light === null ? noLight : lightColours[light];
  return h('span', { style: { ...styles.chip, backgroundColor: back, color: text } }, `${shape} ${word}`);
}

/** Seven days as one picture: read aloud as "Mo Green, Tu Red ...". */
function strip({ strip: days, name }: TouchpointView): ReactElement {
  const label = `${name}: ${days.map(({ day, word }) => `${day} ${word}`).join(', ')}`;
  return h(
    'div',
    { role: 'img', 'aria-label': label, style: { padding: '10px 0 8px' } },
    h(
      'table',
      { ...layout, style: { tableLayout: 'fixed' } },
      h(
        'tbody',
        null,
        h(
          'tr',
          null,
          ...days.map(({ day, light, shape }) => {
            const { back, text } = light === null ? noLight : lightColours[light];
            return h(
              'td',
              { key: day, className: 'mute', style: styles.stripDay },
              day,
              h(
                'span',
                {
                  className: light === null ? 'none' : undefined,
                  style: { ...styles.stripCell, backgroundColor: back, color: text },
                },
                shape,
              ),
            );
          }),
        ),
      ),
    ),
  );
}

function subheading(text: string): ReactElement {
  return h(Heading, { as: 'h4', className: 'ink', style: styles.subheading }, text);
}

function troubleBlock({ light, title, length, seen, spans }: TroubleView, key: number): ReactElement {
  return h(
    'div',
    { key: `trouble ${key}`, style: { padding: '4px 0' } },
    h(
      Text,
      { className: 'ink', style: styles.text },
      h('b', null, `${light.shape} ${light.word}: ${title}`),
      length === '' ? '' : ` – ${length}`,
    ),
    ...spans.map((line) => small(line, line)),
    ...seen.map(({ label, text }) => small(label, `${label}: `, data(text))),
  );
}

export function overdueBlock({ who, waits, link }: OverdueView, key: number): ReactElement {
  return h(
    'div',
    { key: `overdue ${key}`, style: { padding: '4px 0' } },
    h(Text, { className: 'ink', style: styles.text }, data(who)),
    h(
      Text,
      { className: 'mute', style: styles.small },
      waits,
      link === null
        ? null
        : h('span', null, '. ', h(Link, { href: link.url, className: 'link', style: styles.link }, link.text)),
    ),
  );
}

/** What others wrote may run from right to left; it must not turn our words round. */
function data(text: string): ReactElement {
  return h('bdi', { style: { overflowWrap: 'anywhere' } }, text);
}

function small(key: string, ...children: readonly ReactNode[]): ReactElement {
  return h(Text, { key, className: 'mute', style: styles.small }, ...children);
}

function figureTable({ name, columns }: TouchpointView, figures: readonly FigureView[]): ReactElement {
  const { role: _, ...table } = layout;
  const head = { scope: 'col', className: 'mute', style: styles.head };
  return h(
    'table',
    { ...table, 'aria-label': name, style: { marginTop: '10px', borderCollapse: 'collapse' } },
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        h('th', { ...head, width: '50%' }, columns.what),
        h('th', head, columns.now),
        h('th', head, columns.before),
      ),
    ),
    h(
      'tbody',
      null,
      ...figures.map(({ label, now, before, bad }) =>
        h(
          'tr',
          { key: label },
          h('th', { scope: 'row', className: 'line', style: styles.cell }, label),
          h('td', { className: 'line', style: { ...styles.cell, fontWeight: 700 } }, unbroken(bad ? `⚠ ${now}` : now)),
          h('td', { className: 'line', style: styles.cell }, unbroken(before)),
        ),
      ),
    ),
  );
}
