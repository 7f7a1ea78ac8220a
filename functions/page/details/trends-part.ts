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

export function trendsPart(trends: readonly Trend[], { digest, language }: PageFrame): ReactElement | null {
  if (trends.length === 0) return null;
  const { measured, number, locale } = formatFor(language);
  const short = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
  const shortDate = (date: string): string => short.format(Date.parse(date));
  const formats = { language, words: digest, measured, number, shortDate };
  return h(
    'section',
    null,
    h('h2', null, trendsHeading(trends, digest)),
    h('div', { className: 'trends' }, ...trends.map((trend) => trendChart(trend, formats))),
  );
}
