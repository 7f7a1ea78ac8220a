import { createElement as h, type ReactElement } from 'react';
import { judge } from '../../../../shared/evaluation/incidents/judge.ts';
import { wordEvidenceGap } from '../../../../shared/i18n/evidence-gaps.ts';
import { detailWords } from '../../../../shared/i18n/page/details.ts';
import { shapes } from '../../../../shared/look/lights.ts';
import { gapsOf } from '../../../../shared/model/evidence.ts';
import type { Verdict } from '../../../../shared/model/verdict.ts';
import type { PageFrame } from '../../page-frame.ts';
import { touchpointPath } from '../../paths.ts';
import { live, renderPage } from '../../views/layout.ts';
import { chip, strips } from '../../views/parts.ts';
import { note } from '../../views/wording.ts';
import { checkFacts, checkName } from '../check-facts.ts';
import { daysStrip } from '../days-strip.ts';
import { foundInWords } from '../found-in-words.ts';
import { incidentsTable } from '../incidents-table.ts';
import { picturesPart } from '../pictures-part.ts';
import { runNowPart } from '../run-now-part.ts';
import { trendsPart } from '../trends-part.ts';
import { boundsPart, policyPart } from './bounds-part.ts';
import type { CheckHistory } from './read-check.ts';
import { runsTable } from './runs-table.ts';

/** One check: how it is, what it found last, what it is judged by, and its last runs. */
export function renderCheck(found: CheckHistory, frame: PageFrame): string {
  const { check, touchpoint, results } = found;
  const { naming, language, configuration } = frame;
  const [last] = results;
  return renderPage({
    language,
    title: `${naming.nameOf(touchpoint.id)}, ${checkName(check.id, frame)}: ${configuration.business}`,
    frame,
    body: [
      headerPart(found, frame),
      foundPart(found, frame),
      runsPart(found, frame),
      incidentsPart(found, frame),
      trendsPart(found, frame),
      last === undefined ? null : picturesPart([{ check, result: last }], frame),
      boundsPart(check, frame),
      policyPart(check, frame),
    ],
  });
}

function headerPart({ check, status, seen, touchpoint, days }: CheckHistory, frame: PageFrame): ReactElement {
  return h(
    'header',
    { ...live('check'), className: seen.shown ?? 'none' },
    h('p', null, h('a', { href: touchpointPath(touchpoint.id) }, frame.naming.nameOf(touchpoint.id))),
    h(
      'div',
      { className: 'title' },
      h('h1', null, h('bdi', null, checkName(check.id, frame))),
      chip(seen.shown, frame),
    ),
    ...checkFacts({ check, status, seen }, frame),
    check.url === null
      ? null
      : h('p', null, h('a', { href: check.url, rel: 'noreferrer noopener' }, h('bdi', null, note(check.url)))),
    strips(daysStrip(days), frame),
    runNowPart(check.id, frame),
  );
}

/** Everything that the last run was judged by, worst first, and what of its evidence is missing. */
function foundPart({ check, results: [last] }: CheckHistory, frame: PageFrame): ReactElement | null {
  if (last === undefined) return null;
  const { digest, language } = frame;
  const said = judge(last, check).verdicts.filter((verdict) => !isAbsence(verdict));
  const items = said.map(({ light, finding }, n) =>
    h(
      'li',
      { key: n },
      h('span', { title: digest.light[light] }, shapes[light]),
      h('span', { className: 'unseen' }, digest.light[light]),
      ' ',
      h('bdi', null, foundInWords(light, finding, check, frame)),
    ),
  );
  const missing = gapsOf(last.details).map((gap) => note(wordEvidenceGap(gap, language)));
  return h(
    'section',
    { ...live('found'), 'aria-labelledby': 'found-title' },
    h('h2', { id: 'found-title' }, detailWords[language].heading.found),
    h('ul', { className: 'plain' }, ...items),
    ...missing.map((sentence) => h('p', { key: sentence, className: 'mute' }, h('bdi', null, sentence))),
  );
}

/** Its words tell of a fault, and there is none. */
function isAbsence({ light, finding }: Verdict): boolean {
  return light === 'green' && finding.kind === 'measurement' && finding.unit === 'count' && finding.bound === 0;
}

function runsPart({ check, results }: CheckHistory, frame: PageFrame): ReactElement {
  const { heading, noRuns, judgedNow } = detailWords[frame.language];
  return h(
    'section',
    live('runs'),
    h('h2', null, heading.runs),
    h('p', { className: 'mute' }, results.length === 0 ? noRuns : judgedNow(results.length)),
    results.length === 0 ? null : runsTable(results, check, frame),
  );
}

function incidentsPart({ incidents, among }: CheckHistory, frame: PageFrame): ReactElement {
  const { digest, language } = frame;
  const { incident } = detailWords[language];
  return h(
    'section',
    live('incidents'),
    h('h2', null, digest.heading.incidents),
    incidents.length === 0
      ? h('p', null, incident.none)
      : incidentsTable(incidents, { label: digest.heading.incidents, withCheck: false }, frame),
    among === null ? null : h('p', { className: 'mute' }, incident.among(among)),
  );
}
