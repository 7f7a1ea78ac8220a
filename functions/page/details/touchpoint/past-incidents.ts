import { createElement as h, type ReactElement } from 'react';
import { detailWords } from '../../../../shared/i18n/page/details.ts';
import type { Touchpoint } from '../../../../shared/model/business.ts';
import type { IncidentPlace } from '../../../../shared/ports/stores.ts';
import type { PageFrame } from '../../page-frame.ts';
import { paths, touchpointPath } from '../../paths.ts';
import { incidentsTable } from '../incidents-table.ts';
import type { PastIncidents } from './read-touchpoint.ts';

/** What is over, newest first, with the way to what is older. */
export function pastIncidentsPart(
  { touchpoint, past }: { readonly touchpoint: Touchpoint; readonly past: PastIncidents },
  frame: PageFrame,
  isOlder = false,
): ReactElement {
  const { heading, incident } = detailWords[frame.language];
  return h(
    'section',
    { key: 'past' },
    h('h2', null, heading.past),
    past.incidents.length === 0
      ? h('p', null, incident.nonePast)
      : incidentsTable(past.incidents, { label: heading.past, withCheck: true }, frame),
    h(
      'p',
      null,
      isOlder ? h('a', { href: touchpointPath(touchpoint.id) }, incident.newest) : null,
      isOlder && past.next !== null ? ' · ' : null,
      past.next === null ? null : h('a', { href: olderPath(touchpoint.id, past.next), rel: 'next' }, incident.older),
    ),
  );
}

function olderPath(touchpointId: string, { checkId, openedAt }: IncidentPlace): string {
  return `${paths.touchpoint}?${new URLSearchParams({ id: touchpointId, before: openedAt, check: checkId })}`;
}
