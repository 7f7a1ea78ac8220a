import { Fragment, createElement as h, type ReactElement } from 'react';
import type { EnquiriesView, WaitingView } from '../view.ts';

/** Who wrote or called: a bar, the same in words, by channel, and everybody who waits. */
export function enquiriesSection(enquiries: EnquiriesView): ReactElement {
  const { heading, lead, wait, bar, zones, mayBeMore, notes, waiting } = enquiries;
  return h(
    'section',
    { 'aria-label': heading },
    h('h2', null, heading),
    h('p', null, lead),
    zones.length === 0
      ? null
      : h(
          'div',
          { className: 'zones', role: 'img', 'aria-label': `${bar}: ${zones.map(zoneText).join(', ')}` },
          ...zones.map(({ zone, shape, count }) =>
            h('span', { key: zone, className: zone, style: { flexGrow: count } }, shape),
          ),
          mayBeMore ? h('span', { className: 'unknown' }, '?') : null,
        ),
    ...zones.map(({ zone, shape, count, says }) =>
      h('p', { key: zone }, h('span', { className: `chip ${zone}` }, `${shape} ${count}`), ` ${says}`),
    ),
    wait === null ? null : h('p', null, wait),
    ...notes.map((note) => h('p', { key: note, className: 'mute' }, note)),
    channelTable(enquiries),
    ...waiting.map(waitingList),
  );
}

function waitingList({ heading, items }: WaitingView): ReactElement {
  return h(
    Fragment,
    { key: heading },
    h('h3', null, heading),
    h(
      'ul',
      null,
      ...items.map(({ who, waits, link }, key) =>
        h(
          'li',
          { key },
          h('bdi', null, who),
          h(
            'p',
            { className: 'mute' },
            waits,
            '. ',
            link === null ? null : h('a', { href: link.url, rel: 'noreferrer' }, link.text),
          ),
        ),
      ),
    ),
  );
}

function zoneText({ count, says }: EnquiriesView['zones'][number]): string {
  return `${count} ${says}`;
}

function channelTable({ heading, columns, channels }: EnquiriesView): ReactElement | null {
  if (channels.length === 0) return null;
  const heads = [columns.channel, columns.customers, columns.inTime, columns.wait];
  return h(
    'table',
    { className: 'channels', 'aria-label': heading },
    h('thead', null, h('tr', null, ...heads.map((head) => h('th', { key: head, scope: 'col' }, head)))),
    h(
      'tbody',
      null,
      ...channels.map(({ channel, customers, inTime, wait }) =>
        h(
          'tr',
          { key: channel },
          h('th', { scope: 'row' }, channel),
          h('td', null, h('b', null, customers)),
          h('td', null, inTime),
          h('td', null, wait),
        ),
      ),
    ),
  );
}
