import { createElement as h, type ReactElement } from 'react';
import { detailWords } from '../../../shared/i18n/page/details.ts';
import { shapes } from '../../../shared/look/lights.ts';
import { parseCheckId } from '../../../shared/model/check-id.ts';
import type { Incident } from '../../../shared/model/incident.ts';
import { coversWindow } from '../../../shared/probes/index.ts';
import type { PageFrame } from '../page-frame.ts';
import { incidentPath } from '../paths.ts';
import { time } from '../views/parts.ts';
import { wordFound } from '../views/wording.ts';
import { checkName } from './check-facts.ts';

/** Incidents, one a row: when, how bad, how long, and what it was. */
export function incidentsTable(
  incidents: readonly Incident[],
  { label, withCheck }: { readonly label: string; readonly withCheck: boolean },
  frame: PageFrame,
): ReactElement {
  const { column } = detailWords[frame.language];
  const heads = [column.when, column.light, column.what];
  return h(
    'div',
    { className: 'wide', tabIndex: 0, role: 'region', 'aria-label': label },
    h(
      'table',
      { className: 'incidents' },
      h('thead', null, h('tr', null, ...heads.map((head) => h('th', { key: head, scope: 'col' }, head)))),
      h('tbody', null, ...incidents.map((incident) => row(incident, withCheck, frame))),
    ),
  );
}

function row(incident: Incident, withCheck: boolean, frame: PageFrame): ReactElement {
  const { times, digest, language } = frame;
  const { checkId, openedAt, suspectedAt, resolvedAt, worstLight, finding } = incident;
  const when = time(suspectedAt, times.short(suspectedAt));
  const isNoticed = coversWindow(parseCheckId(checkId).probe);
  const gone = isNoticed && resolvedAt !== null ? digest.gone(times.short(resolvedAt)) : null;
  const lasted =
    gone ??
    (resolvedAt === null ? digest.still : detailWords[language].incident.lasted(times.lasted(suspectedAt, resolvedAt)));
  return h(
    'tr',
    { key: `${checkId} ${openedAt}` },
    h(
      'th',
      { scope: 'row', className: 'when' },
      openedAt === null ? when : h('a', { href: incidentPath(checkId, openedAt) }, when),
      h('div', { className: 'mute' }, lasted),
    ),
    h('td', { className: 'number' }, `${shapes[worstLight]} ${digest.light[worstLight]}`),
    h(
      'td',
      null,
      withCheck ? h('div', { className: 'mute' }, h('bdi', null, checkName(checkId, frame))) : null,
      h('bdi', null, wordFound(finding, checkId, frame).sentence),
    ),
  );
}
