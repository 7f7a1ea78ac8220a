import { createElement as h, type ReactElement } from 'react';
import { findingOf, judge } from '../../../../shared/evaluation/incidents/judge.ts';
import { shownLight } from '../../../../shared/evaluation/incidents/light-at.ts';
import { mainMeasurements } from '../../../../shared/evaluation/week/trends.ts';
import { formatFor } from '../../../../shared/i18n/format.ts';
import { detailWords } from '../../../../shared/i18n/page/details.ts';
import { shapes } from '../../../../shared/look/lights.ts';
import type { Check } from '../../../../shared/model/check.ts';
import type { MeasurementSpec } from '../../../../shared/model/probe-spec.ts';
import type { Result } from '../../../../shared/model/result.ts';
import type { Threshold } from '../../../../shared/model/threshold.ts';
import { trendNameOf } from '../../../../shared/probes/words.ts';
import type { PageFrame } from '../../page-frame.ts';
import { evidencePath } from '../../paths.ts';
import { time } from '../../views/parts.ts';
import { note } from '../../views/wording.ts';
import { mayOpenEvidenceOf } from '../evidence-route.ts';
import { foundInWords } from '../found-in-words.ts';

/** The last runs, newest first: when, how they are judged, their main numbers, and what was kept of them. */
export function runsTable(results: readonly Result[], check: Check, frame: PageFrame): ReactElement {
  const { column, heading } = detailWords[frame.language];
  const numbers = mainMeasurements(check).filter(([name]) => results.some(({ measurements }) => name in measurements));
  const names = numbers.map(([name]) => trendNameOf(check.probe, name, frame.language) ?? name);
  const heads = [column.when, column.light, ...names, column.what, column.attempts, column.evidence];
  return h(
    'div',
    { className: 'wide', tabIndex: 0, role: 'region', 'aria-label': heading.runs },
    h(
      'table',
      { className: 'runs' },
      h('thead', null, h('tr', null, ...heads.map((head) => h('th', { key: head, scope: 'col' }, head)))),
      h('tbody', null, ...results.map((result) => row(result, check, numbers, frame))),
    ),
  );
}

function row(
  result: Result,
  check: Check,
  numbers: readonly [string, MeasurementSpec][],
  frame: PageFrame,
): ReactElement {
  const { times, digest, words } = frame;
  const { scheduledAt, outcome, attempts } = result;
  const judgement = judge(result, check);
  const light = shownLight(judgement.light, outcome);
  const sentence = foundInWords(judgement.light, findingOf(judgement, result), check, frame);
  return h(
    'tr',
    { key: scheduledAt },
    h('th', { scope: 'row', className: 'when' }, time(scheduledAt, times.short(scheduledAt))),
    h(
      'td',
      { className: 'number' },
      light === null ? `– ${words.nothingToCheck}` : `${shapes[light]} ${digest.light[light]}`,
    ),
    ...numbers.map(([name, spec]) =>
      h('td', { key: name, className: 'number' }, numberOf(result, name, spec, check, frame)),
    ),
    h('td', { className: 'found' }, h('bdi', null, sentence)),
    h('td', { className: 'number' }, attempts),
    h('td', null, ...evidenceLinks(result, check, frame)),
  );
}

/** What is not green has a sign beside it, because colour alone does not carry it. */
function numberOf(
  { measurements, outcome }: Result,
  name: string,
  { unit }: MeasurementSpec,
  { thresholds }: Check,
  { language }: PageFrame,
): string {
  const value = measurements[name];
  if (value === undefined || !Number.isFinite(value)) return '–';
  const threshold = thresholds[name];
  const says = formatFor(language);
  if (threshold === undefined) return says.measured(value, unit);
  const isBad = outcome !== 'unknown' && isBeyond(value, threshold);
  return `${isBad ? '⚠ ' : ''}${says.beside(value, threshold.green, unit)}`;
}

function isBeyond(value: number, { green, red }: Threshold): boolean {
  return red !== null && red < green ? value < green : value > green;
}

function evidenceLinks({ evidence }: Result, check: Check, frame: PageFrame): ReactElement[] {
  if (!mayOpenEvidenceOf(check, frame.session)) return [];
  return evidence.map(({ name, reference }) =>
    h('div', { key: reference }, h('a', { href: evidencePath(reference) }, h('bdi', null, note(name)))),
  );
}
