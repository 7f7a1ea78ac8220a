import { Heading } from '@react-email/heading';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { Fragment, createElement as h, type ReactElement } from 'react';
import { overdueBlock } from './mail-parts.ts';
import { styles, zoneColours } from './mail-styles.ts';
import type { EnquiriesView, WaitingView, ZoneView } from './view.ts';

/** Who wrote or called: a bar, the same in words, by channel, and who waits. */
export function enquiriesCard(enquiries: EnquiriesView): ReactElement {
  const { heading, lead, wait, zones, notes, waiting } = enquiries;
  return h(
    Section,
    { className: 'card', style: styles.card },
    h(Heading, { as: 'h2', className: 'ink', style: styles.heading }, heading),
    h(Text, { className: 'ink', style: styles.text }, lead),
    zones.length === 0 ? null : bar(enquiries),
    ...zones.map(zoneLine),
    wait === null ? null : h(Text, { className: 'ink', style: styles.text }, wait),
    ...notes.map((note) => h(Text, { key: note, className: 'mute', style: styles.note }, note)),
    channelTable(enquiries),
    ...waiting.map(waitingList),
  );
}

function waitingList({ heading, items, more }: WaitingView): ReactElement {
  return h(
    Fragment,
    { key: heading },
    h(Heading, { as: 'h3', className: 'ink', style: styles.subheading }, heading),
    ...items.map(overdueBlock),
    more === null ? null : h(Text, { className: 'mute', style: styles.small }, more),
  );
}

/** Says nothing that the lines below it do not say. */
function bar({ zones, mayBeMore, bar: label }: EnquiriesView): ReactElement {
  const all = zones.reduce((sum, { count }) => sum + count, 0);
  return h(
    'div',
    { role: 'img', 'aria-label': `${label}: ${zones.map(zoneText).join(', ')}`, style: { padding: '6px 0 8px' } },
    h(
      'table',
      { ...layout, style: { tableLayout: 'fixed' } },
      h(
        'tbody',
        null,
        h(
          'tr',
          null,
          ...zones.map(({ zone, shape, count }) =>
            h(
              'td',
              { key: zone, width: `${Math.max(4, Math.round((count / all) * 100))}%`, style: { padding: '0 2px 0 0' } },
              h(
                'span',
                {
                  className: zone === 'waiting' ? 'none' : undefined,
                  style: { ...styles.stripCell, ...zoneColours[zone], overflow: 'hidden' },
                },
                shape,
              ),
            ),
          ),
          mayBeMore
            ? h(
                'td',
                { width: '8%', style: { padding: '0 2px 0 0' } },
                h('span', { style: { ...styles.stripCell, ...zoneColours.unknown } }, '?'),
              )
            : null,
        ),
      ),
    ),
  );
}

const layout = { role: 'presentation', cellPadding: 0, cellSpacing: 0, border: 0, width: '100%' } as const;

function zoneLine(view: ZoneView): ReactElement {
  const { zone, shape, count, says } = view;
  return h(
    Text,
    { key: zone, className: 'ink', style: styles.text },
    h(
      'span',
      {
        className: zone === 'waiting' ? 'none' : undefined,
        style: { ...styles.chip, padding: '1px 8px', ...zoneColours[zone] },
      },
      `${shape} ${count}`,
    ),
    ` ${says}`,
  );
}

function zoneText({ count, says }: ZoneView): string {
  return `${count} ${says}`;
}

/** Four columns of whole words fit a phone's screen. */
const cell = {
  ...styles.cell,
  fontSize: '14px',
  paddingRight: '4px',
  overflowWrap: 'break-word',
  hyphens: 'auto',
} as const;

function channelTable({ heading, columns, channels }: EnquiriesView): ReactElement | null {
  if (channels.length === 0) return null;
  const narrow = { fontSize: '12px', paddingRight: '8px' } as const;
  const head = { scope: 'col', className: 'mute', style: { ...styles.head, ...narrow } };
  const { role: _, ...table } = layout;
  return h(
    'table',
    { ...table, 'aria-label': heading, style: { marginTop: '10px', borderCollapse: 'collapse' } },
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        ...[columns.channel, columns.customers, columns.inTime, columns.wait].map((text) =>
          h('th', { key: text, ...head }, text),
        ),
      ),
    ),
    h(
      'tbody',
      null,
      ...channels.map(({ channel, customers, inTime, wait }) =>
        h(
          'tr',
          { key: channel },
          h('th', { scope: 'row', className: 'line', style: cell }, channel),
          h('td', { className: 'line', style: { ...cell, fontWeight: 700 } }, customers),
          h('td', { className: 'line', style: cell }, inTime),
          h('td', { className: 'line', style: cell }, wait),
        ),
      ),
    ),
  );
}
