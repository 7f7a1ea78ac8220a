import { createElement as h, type ReactElement } from 'react';
import { detailWords } from '../../../../shared/i18n/page/details.ts';
import { scoringWords } from '../../../../shared/i18n/page/scoring.ts';
import { incidentsOnBoard } from '../../../../shared/model/board.ts';
import type { PageFrame } from '../../page-frame.ts';
import { checkPath, scorePath } from '../../paths.ts';
import { scoredIn } from '../../scoring/scored-in.ts';
import { endMaintenanceForm, startMaintenanceForm } from '../../views/forms.ts';
import { incidentCard } from '../../views/incident-card.ts';
import { live, renderPage } from '../../views/layout.ts';
import { chip, maintenanceLine, strips } from '../../views/parts.ts';
import { note } from '../../views/wording.ts';
import { checkFacts, checkName, measuredAge } from '../check-facts.ts';
import { daysStrip } from '../days-strip.ts';
import { picturesPart } from '../pictures-part.ts';
import { runNowPart } from '../run-now-part.ts';
import { trendsPart } from '../trends-part.ts';
import { commentsPart } from './comments-part.ts';
import { pastIncidentsPart } from './past-incidents.ts';
import type { TouchpointNow } from './read-touchpoint.ts';
import { waitingPart } from './waiting-part.ts';

const windowsAtMost = 10;
const newsSeconds = { whenOpen: 15, otherwise: 30 } as const;

/** One touchpoint: how it is, what is wrong, how it was, and what can be done. */
export function renderTouchpoint(found: TouchpointNow, frame: PageFrame): string {
  const { touchpoint, entry } = found;
  const name = frame.naming.nameOf(touchpoint.id);
  return renderPage({
    language: frame.language,
    title: `${name}: ${frame.configuration.business}`,
    frame,
    refreshSeconds: (entry?.openCount ?? 0) > 0 ? newsSeconds.whenOpen : newsSeconds.otherwise,
    body: [
      headerPart(found, name, frame),
      openPart(found, frame),
      waitingPart(found, frame),
      commentsPart(found, frame),
      checksPart(found, frame),
      maintenancePart(found, frame),
      trendsPart(found, frame),
      picturesPart(found.lastVisits, frame),
      pastIncidentsPart(found, frame),
    ],
  });
}

function headerPart({ touchpoint, entry, month }: TouchpointNow, name: string, frame: PageFrame): ReactElement {
  const { words, times } = frame;
  const light = entry?.light ?? null;
  const lines = [
    ...(entry?.since ? [`${words.since(times.short(entry.since))} (${times.lasted(entry.since)})`] : []),
    entry?.measuredAt ? measuredAge(entry.measuredAt, frame) : words.grey.never,
  ];
  return h(
    'header',
    { ...live('touchpoint'), className: light ?? 'none' },
    h('div', { className: 'title' }, h('h1', null, name), chip(light, frame)),
    h('p', { className: 'mute' }, entry === null ? words.nothingToCheck : lines.join('; ')),
    touchpoint.url === null
      ? null
      : h('p', null, h('a', { href: touchpoint.url, rel: 'noreferrer noopener' }, note(touchpoint.url))),
    strips(daysStrip(month.ofAll), frame),
    scoreLink(touchpoint.id, frame),
  );
}

/** To a form for what people assess. */
function scoreLink(touchpointId: string, { session, configuration, language }: PageFrame): ReactElement | null {
  if (session.role !== 'operator' || scoredIn(touchpointId, configuration) === null) return null;
  return h('p', null, h('a', { href: scorePath(touchpointId) }, scoringWords[language].open));
}

function openPart({ entry, rows }: TouchpointNow, frame: PageFrame): ReactElement {
  const { words, language } = frame;
  const { open = [], openCount = 0 } = entry ?? {};
  const silent = new Set(rows.flatMap(({ check, seen }) => (seen.lost === null ? [] : check.id)));
  const more = openCount - Math.min(open.length, incidentsOnBoard);
  return h(
    'section',
    { ...live('open'), 'aria-labelledby': 'open-title' },
    h('h2', { id: 'open-title' }, words.heading.incidents),
    open.length === 0 ? h('p', null, words.noIncidents) : null,
    ...open.map((each) => incidentCard({ ...each, isLastKnown: silent.has(each.incident.checkId) }, frame)),
    more > 0 ? h('p', { className: 'mute' }, detailWords[language].incident.more(more)) : null,
  );
}

function checksPart({ rows, month }: TouchpointNow, frame: PageFrame): ReactElement | null {
  if (rows.length === 0) return null;
  const items = rows.map((row) => {
    const { check, seen } = row;
    const link = h('a', { href: checkPath(check.id) }, h('bdi', null, checkName(check.id, frame)));
    return h(
      'li',
      { key: check.id },
      h('div', { className: 'title' }, h('h3', null, link), chip(seen.shown, frame)),
      ...checkFacts(row, frame),
      strips(daysStrip(month.ofCheck(check)), frame),
      runNowPart(check.id, frame),
    );
  });
  return h(
    'section',
    { ...live('checks'), 'aria-labelledby': 'checks-title' },
    h('h2', { id: 'checks-title' }, detailWords[frame.language].heading.checks),
    h('ul', { className: 'rows' }, ...items),
  );
}

function maintenancePart(
  { touchpoint, maintenance, mayEndMaintenance }: TouchpointNow,
  frame: PageFrame,
): ReactElement {
  const { heading, maintenance: says } = detailWords[frame.language];
  const isOn = maintenance.some(({ from }) => from <= frame.now);
  const form = isOn ? null : startMaintenanceForm(touchpoint.id, frame);
  return h(
    'section',
    { ...live('maintenance'), 'aria-labelledby': 'maintenance-title' },
    h('h2', { id: 'maintenance-title' }, heading.maintenance),
    maintenance.length === 0 ? h('p', null, says.none) : null,
    ...maintenance
      .slice(0, windowsAtMost)
      .map((window) => h('div', { key: window.from }, maintenanceLine(window, frame))),
    frame.session.role !== 'operator' ? null : mayEndMaintenance ? endMaintenanceForm(touchpoint.id, frame) : form,
  );
}
