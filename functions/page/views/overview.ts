import { createElement as h, type ReactElement, type ReactNode } from 'react';
import type { BoardRow } from '../../../shared/evaluation/board/board-now.ts';
import { asSentence } from '../../../shared/i18n/wording.ts';
import { shapes } from '../../../shared/look/lights.ts';
import type { OpenIncident } from '../../../shared/model/board.ts';
import { parseCheckId } from '../../../shared/model/check-id.ts';
import type { ShownLight } from '../../../shared/model/light.ts';
import { coversWindow } from '../../../shared/probes/index.ts';
import type { PageFrame } from '../page-frame.ts';
import { paths } from '../paths.ts';
import type { Overview } from '../read-overview.ts';
import { type CardedIncident, incidentCard } from './incident-card.ts';
import { live, renderPage } from './layout.ts';
import { placesStrip } from './places-strip.ts';
import { touchpointsSection } from './touchpoint-rows.ts';
import { waitingSection } from './waiting.ts';
import { checkTitle, countLights, wordFound } from './wording.ts';

/** So many open incidents are shown; their touchpoints show all of theirs. */
const incidentsInFull = 25;
const refreshSeconds = { calm: 30, open: 15 } as const;

/** What is broken now, and how everything stands, worst first. */
export function renderOverview(overview: Overview, frame: PageFrame): string {
  const { rows } = overview;
  const { language, configuration } = frame;
  // A touchpoint has the light of what is bad, as long as that counts.
  const open = rows.flatMap(({ entry, light: shown }) =>
    (entry?.open ?? []).map((each) => ({ ...each, isLastKnown: shown === 'unknown' })),
  );
  const openCount = rows.reduce((sum, { entry }) => sum + (entry?.openCount ?? 0), 0);
  const light = rows[0]?.light ?? null;
  const verdict = verdictOf(rows, frame);
  return renderPage({
    ...{ language, frame, current: paths.overview },
    title: `${verdict} – ${configuration.business}`,
    refreshSeconds: openCount === 0 ? refreshSeconds.calm : refreshSeconds.open,
    body: [
      summary({ light, verdict, says: headlineOf(rows, open[0], frame) }, frame),
      incidentsSection(open, openCount, frame),
      waitingSection(overview, frame),
      placesStrip(rows, frame),
      touchpointsSection(rows, frame),
    ],
  });
}

/** "■ 2 red, 1 yellow", as the mail counts touchpoints. */
function verdictOf(rows: readonly BoardRow[], frame: PageFrame): string {
  const counts = { red: 0, yellow: 0, unknown: 0, green: 0 };
  for (const { light } of rows) if (light !== null) counts[light] += 1;
  const worst = rows[0]?.light ?? null;
  const says = countLights(counts, frame);
  return worst === null ? `– ${frame.words.nothingToCheck}` : `${shapes[worst]} ${says}`;
}

/** The worst in a sentence. What is known to be open comes before what is grey. */
function headlineOf(rows: readonly BoardRow[], worst: OpenIncident | undefined, frame: PageFrame): string {
  const { words, times } = frame;
  const light = rows[0]?.light ?? null;
  const lastLook = rows
    .flatMap(({ entry }) => entry?.readAt ?? [])
    .toSorted()
    .at(-1);
  if (lastLook !== undefined && rows.every(({ whyGrey }) => whyGrey === 'not-updated')) {
    return words.headline.notUpdated(times.moment(lastLook));
  }
  if (worst !== undefined && light !== 'unknown') {
    const { checkId, finding, suspectedAt } = worst.incident;
    const { brief } = wordFound(finding, checkId, frame);
    const what = `${checkTitle(checkId, frame)} – ${brief}`;
    if (coversWindow(parseCheckId(checkId).probe)) return asSentence(what);
    return words.headline.worst(what, times.moment(suspectedAt));
  }
  switch (light) {
    case 'red':
    case 'yellow':
      return words.headline.checking;
    case 'unknown':
      return words.headline.unmeasured;
    case 'green':
      return words.headline.allGreen;
    case null:
      return words.headline.nothingToCheck;
  }
}

interface Summary {
  readonly light: ShownLight;
  readonly verdict: string;
  readonly says: string;
}

function summary({ light, verdict, says }: Summary, { configuration }: PageFrame): ReactElement {
  return h(
    'header',
    { key: 'summary', ...live('summary'), 'data-light': light ?? 'none', className: light ?? 'none' },
    h('p', { className: 'mute' }, h('bdi', null, configuration.business)),
    h('h1', null, verdict),
    h('p', null, h('bdi', null, says)),
  );
}

function incidentsSection(open: readonly CardedIncident[], openCount: number, frame: PageFrame): ReactNode {
  const { words } = frame;
  const shown = open.slice(0, incidentsInFull);
  return h(
    'section',
    { key: 'incidents', 'aria-labelledby': 'incidents-title' },
    h('h2', { id: 'incidents-title' }, words.heading.incidents),
    h('div', { 'data-list': 'incidents' }, ...shown.map((each) => incidentCard(each, frame))),
    h('p', { ...live('more-incidents'), className: 'mute' }, moreInWords(openCount - shown.length, openCount, frame)),
  );
}

function moreInWords(more: number, all: number, { words }: PageFrame): string {
  if (all === 0) return words.noIncidents;
  return more > 0 ? words.moreIncidents(more) : '';
}
