import { createElement as h, type ReactElement } from 'react';
import { type Trend, trendDays } from '../../../shared/evaluation/week/trends.ts';
import { formatFor } from '../../../shared/i18n/format.ts';
import { trendChart, trendsHeading } from '../../../shared/look/trend-chart.ts';
import type { Instant } from '../../../shared/model/instant.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import type { PageFrame } from '../page-frame.ts';

export function trendDates(now: Instant): { readonly from: string; readonly to: string } {
  const from = new Date(Date.parse(now) - trendDays * dayMs).toISOString();
  return { from: from.slice(0, 10), to: now.slice(0, 10) };
}

/** What was measured here, and what services know of the months before. */
export function trendsPart(
  { trends, histories }: { readonly trends: readonly Trend[]; readonly histories: readonly Trend[] },
  { digest, language }: PageFrame,
): ReactElement | null {
  if (trends.length + histories.length === 0) return null;
  const { measured, number, locale } = formatFor(language);
  const short = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
  const shortDate = (date: string): string => short.format(Date.parse(date));
  const formats = { language, words: digest, measured, number, shortDate };
  const charts = (heading: string, all: readonly Trend[]): ReactElement[] =>
    all.length === 0
      ? []
      : [h('h2', null, heading), h('div', { className: 'trends' }, ...all.map((trend) => trendChart(trend, formats)))];
  return h(
    'section',
    null,
    ...charts(trendsHeading(trends, digest), trends),
    ...charts(digest.full.histories, histories),
  );
}
