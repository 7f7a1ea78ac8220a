import { createElement as h, type ReactElement } from 'react';
import { formatFor } from '../../../../shared/i18n/format.ts';
import { detailWords } from '../../../../shared/i18n/page/details.ts';
import type { Language } from '../../../../shared/model/business.ts';
import type { Check } from '../../../../shared/model/check.ts';
import type { Threshold } from '../../../../shared/model/threshold.ts';
import { specOf } from '../../../../shared/probes/index.ts';
import { trendNameOf, wordsOf } from '../../../../shared/probes/words.ts';
import type { PageFrame } from '../../page-frame.ts';
import { everyInWords, spanInWords } from '../intervals.ts';

/** What is green and what is red. */
export function boundsPart({ probe, thresholds }: Check, { language }: PageFrame): ReactElement {
  const { heading, column, noBounds } = detailWords[language];
  const heads = [column.measured, column.green, column.red];
  const rows = Object.entries(thresholds).map(([name, threshold]) => {
    const { green, red } = boundsOf(name, probe, threshold, language);
    return h(
      'tr',
      { key: name },
      h('th', { scope: 'row' }, measurementName(name, probe, language)),
      h('td', null, green),
      h('td', null, red),
    );
  });
  return h(
    'section',
    { key: 'bounds', 'aria-labelledby': 'bounds-title' },
    h('h2', { id: 'bounds-title' }, heading.bounds),
    rows.length === 0
      ? h('p', null, noBounds)
      : h(
          'table',
          null,
          h('thead', null, h('tr', null, ...heads.map((head) => h('th', { key: head, scope: 'col' }, head)))),
          h('tbody', null, ...rows),
        ),
  );
}

function boundsOf(name: string, probe: string, { green, red }: Threshold, language: Language) {
  const { bound } = detailWords[language];
  const unit = specOf(probe)?.measurements[name]?.unit ?? 'number';
  const say = (value: number): string => formatFor(language).measured(value, unit);
  const isLessWorse = red !== null && red < green;
  // Whatever is counted there should not be there at all.
  if (unit === 'count' && green === 0)
    return { green: say(0), red: red === null ? bound.neverRed : bound.orMore(say(red)) };
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
