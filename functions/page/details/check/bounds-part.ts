import { createElement as h, type ReactElement } from 'react';
import { formatFor } from '../../../../shared/i18n/format.ts';
import { detailWords } from '../../../../shared/i18n/page/details.ts';
import { asSentence } from '../../../../shared/i18n/wording.ts';
import type { Language } from '../../../../shared/model/business.ts';
import type { Check } from '../../../../shared/model/check.ts';
import type { BadLight } from '../../../../shared/model/incident.ts';
import type { Unit } from '../../../../shared/model/probe-spec.ts';
import type { Threshold } from '../../../../shared/model/threshold.ts';
import { specOf } from '../../../../shared/probes/index.ts';
import { trendNameOf, wordsOf } from '../../../../shared/probes/words.ts';
import type { PageFrame } from '../../page-frame.ts';
import { everyInWords, spanInWords } from '../intervals.ts';

/** What is green and what is red: bounds of numbers, and what should not be there at all. */
export function boundsPart({ probe, thresholds }: Check, { language }: PageFrame): ReactElement {
  const { heading, noBounds } = detailWords[language];
  const all = Object.entries(thresholds).map(([name, threshold]) => ({
    ...{ threshold, unit: specOf(probe)?.measurements[name]?.unit ?? 'number' },
    says: measurementName(name, probe, language),
  }));
  const numbers = all.filter((bound) => faultLight(bound) === null);
  return h(
    'section',
    { key: 'bounds', 'aria-labelledby': 'bounds-title' },
    h('h2', { id: 'bounds-title' }, heading.bounds),
    all.length === 0 ? h('p', null, noBounds) : null,
    numbers.length === 0 ? null : numbersTable(numbers, language),
    faultsList('red', all, language),
    faultsList('yellow', all, language),
  );
}

interface Bound {
  readonly says: string;
  readonly threshold: Threshold;
  readonly unit: Unit;
}

/** The light of a fault that is counted and should not be there at all; null where numbers decide. */
function faultLight({ threshold: { green, red }, unit }: Bound): BadLight | null {
  if (unit !== 'count' || green !== 0) return null;
  if (red === 1) return 'red';
  return red === null ? 'yellow' : null;
}

function faultsList(light: BadLight, all: readonly Bound[], language: Language): ReactElement | null {
  const faults = all.filter((bound) => faultLight(bound) === light);
  if (faults.length === 0) return null;
  return h(
    'div',
    null,
    h('h3', null, detailWords[language].asSoonAs[light]),
    h('ul', null, ...faults.map(({ says }) => h('li', { key: says }, asSentence(says)))),
  );
}

function numbersTable(numbers: readonly Bound[], language: Language): ReactElement {
  const { column } = detailWords[language];
  const rows = numbers.map((each) => {
    const { green, red } = boundsOf(each, language);
    return h('tr', { key: each.says }, h('th', { scope: 'row' }, each.says), h('td', null, green), h('td', null, red));
  });
  const heads = [column.measured, column.green, column.red];
  return h(
    'table',
    null,
    h('thead', null, h('tr', null, ...heads.map((head) => h('th', { key: head, scope: 'col' }, head)))),
    h('tbody', null, ...rows),
  );
}

function boundsOf({ threshold: { green, red }, unit }: Bound, language: Language) {
  const { bound } = detailWords[language];
  const say = (value: number): string => formatFor(language).measured(value, unit);
  const isLessWorse = red !== null && red < green;
  return {
    green: (isLessWorse ? bound.atLeast : bound.atMost)(say(green)),
    red: red === null ? bound.neverRed : (isLessWorse ? bound.orLess : bound.orMore)(say(red)),
  };
}

/** What is drawn has a name; what is not is known by the clause that alerts say of it. */
function measurementName(name: string, probe: string, language: Language): string {
  const clauses: Readonly<Partial<Record<string, (value: string) => string>>> =
    wordsOf(probe, language)?.measurement ?? {};
  return trendNameOf(probe, name, language) ?? clauses[name]?.('…') ?? name;
}

/** When bad becomes an incident, and who is told when. */
export function policyPart({ policy, onlyWithin }: Check, { language }: PageFrame): ReactElement {
  const { heading, policy: says } = detailWords[language];
  const { failuresToOpen, successesToResolve, remindEveryMinutes, blindAfterMinutes, yellowInBusinessHours } = policy;
  const lines = [
    says.opens(failuresToOpen),
    says.ends(successesToResolve),
    remindEveryMinutes === 0 ? says.remindsNever : says.reminds(everyInWords(remindEveryMinutes, language)),
    says.blind(spanInWords(blindAfterMinutes, language)),
    ...(yellowInBusinessHours ? [says.yellowInHours] : []),
    ...(onlyWithin === undefined ? [] : [says.runsInHours]),
  ];
  return h(
    'section',
    { key: 'policy', 'aria-labelledby': 'policy-title' },
    h('h2', { id: 'policy-title' }, heading.policy),
    h('ul', null, ...lines.map((line) => h('li', { key: line }, line))),
  );
}
