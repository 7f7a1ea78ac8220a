import { createElement as h, type ReactElement, type ReactNode } from 'react';
import type { StoryStep } from '../../../shared/evaluation/board/incident-story.ts';
import { shapes } from '../../../shared/look/lights.ts';
import type { PageFrame } from '../page-frame.ts';
import { checkPath, touchpointPath } from '../paths.ts';
import type { IncidentNow } from '../read-incident.ts';
import { acknowledgeForm, endMaintenanceForm, runForm, startMaintenanceForm, withdrawForm } from './forms.ts';
import { incidentFacts } from './incident-card.ts';
import { live, renderPage } from './layout.ts';
import { chip, evidenceList, lastKnownChip, maintenanceLine, onIt, time } from './parts.ts';
import { checkTitle, note } from './wording.ts';

const refreshSeconds = { over: 30, open: 15 } as const;

/** One incident: what it is, what happened, and what can be done about it. */
export function renderIncident(now: IncidentNow, frame: PageFrame): string {
  const { incident } = now;
  const { language, configuration } = frame;
  const title = checkTitle(incident.checkId, frame);
  const light = lightOf(now);
  return renderPage({
    ...{ language, frame },
    title: `${light === null ? '✓' : shapes[light]} ${title} – ${configuration.business}`,
    refreshSeconds: isOpen(now) ? refreshSeconds.open : refreshSeconds.over,
    body: [
      h(
        'header',
        { key: 'summary', ...live('summary'), 'data-light': light ?? 'none', className: light ?? 'none' },
        h('div', { className: 'title' }, h('h1', null, title), mark(now, frame)),
        standing(now, frame),
        incidentFacts(incident, frame),
        links(incident, frame),
      ),
      actions(now, frame),
      evidence(now, title, frame),
      history(now, frame),
    ],
  });
}

function isOpen({ incident }: IncidentNow): boolean {
  return incident.state === 'open';
}

/** The check is not measured any more, so its status is unknown. */
function lightOf({ incident, seen }: IncidentNow): 'red' | 'yellow' | 'unknown' | null {
  if (incident.state === 'resolved') return null;
  return seen.lost === null ? incident.light : 'unknown';
}

/** What is over has no light of its own any more: its check's counts now. */
function mark(now: IncidentNow, frame: PageFrame): ReactElement | null {
  const { incident, seen } = now;
  const light = lightOf(now);
  if (light === 'unknown') return lastKnownChip(incident.light, frame);
  if (light !== null) return chip(light, frame);
  return h('span', null, `${frame.words.label.now}: `, chip(seen.shown, frame));
}

/** Whether it goes on, and who works on it. */
function standing(now: IncidentNow, frame: PageFrame): ReactNode {
  const { incident, seen, acknowledgement, maintenance } = now;
  const { words, times } = frame;
  if (incident.resolvedAt !== null) {
    return h('p', null, h('b', null, words.incident.over(times.moment(incident.resolvedAt))));
  }
  const lost =
    seen.lost === 'removed'
      ? words.incident.removed
      : words.incident.lost(times.moment(seen.measuredAt ?? incident.suspectedAt));
  return h(
    'div',
    null,
    seen.lost === null ? null : h('p', null, lost),
    h(
      'p',
      { className: 'mute' },
      ...(acknowledgement === null
        ? [words.nobodyOnIt]
        : [h('b', { key: 'label' }, `${words.label.onIt}: `), ...onIt(acknowledgement, frame)]),
    ),
    maintenance === null ? null : maintenanceLine(maintenance, frame),
  );
}

function links({ checkId, touchpointId }: IncidentNow['incident'], frame: PageFrame): ReactElement {
  const { naming } = frame;
  return h(
    'p',
    null,
    h('a', { href: touchpointPath(touchpointId) }, naming.nameOf(touchpointId)),
    ' · ',
    h('a', { href: checkPath(checkId) }, checkTitle(checkId, frame).slice(naming.nameOf(touchpointId).length + 2)),
  );
}

/** What an operator may do now; what is over needs nobody. */
function actions(now: IncidentNow, frame: PageFrame): ReactElement | null {
  const { incident, check, acknowledgement, maintenance } = now;
  const { words, session, configuration } = frame;
  // What stands in touchpoints.yaml is ended there.
  const isOfFile = maintenance !== null && configuration.maintenance.includes(maintenance);
  if (session.role !== 'operator' || !isOpen(now)) return null;
  return h(
    'section',
    { key: 'actions', ...live('actions'), 'aria-labelledby': 'actions-title' },
    h('h2', { id: 'actions-title' }, words.heading.actions),
    acknowledgement === null ? acknowledgeForm(incident, frame) : withdrawForm(incident, frame),
    check === null ? null : runForm(check.id, frame),
    maintenance === null ? startMaintenanceForm(incident.touchpointId, frame) : null,
    maintenance === null || isOfFile ? null : endMaintenanceForm(incident.touchpointId, frame),
  );
}

function evidence({ incident }: IncidentNow, title: string, frame: PageFrame): ReactElement | null {
  if (incident.evidence.length === 0) return null;
  return h(
    'section',
    { key: 'evidence', ...live('evidence'), 'aria-labelledby': 'evidence-title' },
    h('h2', { id: 'evidence-title' }, frame.words.heading.pictures),
    ...evidenceList(incident.evidence, title, frame),
  );
}

function history({ story }: IncidentNow, frame: PageFrame): ReactElement {
  const { words, times } = frame;
  const { columns } = words.incident;
  return h(
    'section',
    { key: 'history', ...live('history'), 'aria-labelledby': 'history-title' },
    h('h2', { id: 'history-title' }, words.heading.history),
    h(
      'table',
      null,
      h('thead', null, h('tr', null, h('th', { scope: 'col' }, columns.when), h('th', { scope: 'col' }, columns.what))),
      h(
        'tbody',
        null,
        ...story.map((step, n) =>
          h(
            'tr',
            { key: n },
            h('td', { className: 'when' }, time(step.at, times.short(step.at))),
            h('td', null, ...stepInWords(step, frame)),
          ),
        ),
      ),
    ),
  );
}

function stepInWords(step: StoryStep, { words, times, digest }: PageFrame): ReactNode[] {
  const { story, alertSent, acknowledged, until } = words.incident;
  const said = (...texts: readonly (string | undefined)[]): ReactNode[] =>
    texts.flatMap((text) =>
      text === undefined || note(text) === '' ? [] : [': ', h('bdi', { key: text }, note(text))],
    );
  switch (step.kind) {
    case 'sent':
      return [`${alertSent[step.reason]} (${shapes[step.light]} ${digest.light[step.light]})`];
    case 'acknowledged': {
      const { by, why } = step.acknowledgement;
      return [acknowledged, ...said(by ?? words.somebody, why)];
    }
    case 'maintenance': {
      const { to, why, by } = step.window;
      return [`${story.maintenance}, ${until(times.short(to))}`, ...said(why, by)];
    }
    case 'suspected':
    case 'opened':
    case 'resolved':
    case 'withdrawn':
      return [story[step.kind]];
  }
}
