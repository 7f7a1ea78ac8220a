import { summarizeTouchpoint, type TouchpointHistory } from '../../shared/evaluation/week/of-touchpoint.ts';
import { summarizeWeek, type WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import type { Touchpoint } from '../../shared/model/business.ts';
import { aBusiness, emptyHistory } from '../support/a-week.ts';
import { failing, hostile, restless, withBrokenForm } from './failing-histories.ts';
import { healthy } from './healthy-history.ts';
import { dead, deadWhileBroken, withoutDays } from './missing-data.ts';
import { before, now, week } from './week-47.ts';

export const weekNames = [
  'all-green',
  'one-red',
  'everything-red',
  'no-data',
  'first-week',
  'huge',
  'dead-check',
  'dead-red',
  'days-missing',
] as const;
export type WeekName = (typeof weekNames)[number];

/** The same small business in very different weeks. */
export function aWeek(name: WeekName): WeekSummary {
  const { configuration, histories } = weeks[name]();
  const { calendar, business } = configuration;
  const touchpoints = histories.map((history) => summarizeTouchpoint(history, { week, before, now, calendar }));
  return summarizeWeek({ business, calendar, week, now, touchpoints, monthlyDollars: 6.2 });
}

const coffeeLab = aBusiness();

const weeks: Readonly<
  Record<WeekName, () => { configuration: typeof coffeeLab; histories: readonly TouchpointHistory[] }>
> = {
  'all-green': () => ({ configuration: coffeeLab, histories: coffeeLab.touchpoints.map(healthy) }),
  'one-red': () => ({
    configuration: coffeeLab,
    histories: coffeeLab.touchpoints.map((touchpoint) =>
      touchpoint.id === 'website' ? withBrokenForm(healthy(touchpoint)) : healthy(touchpoint),
    ),
  }),
  'everything-red': () => ({ configuration: coffeeLab, histories: coffeeLab.touchpoints.map(failing) }),
  'no-data': () => ({ configuration: coffeeLab, histories: coffeeLab.touchpoints.map(emptyHistory) }),
  'first-week': () => ({
    configuration: coffeeLab,
    histories: coffeeLab.touchpoints.map((touchpoint) => {
      const history = healthy(touchpoint);
      const polls = history.polls.map((poll) => ({ ...poll, ratings: poll.ratings.slice(-2) }));
      return { ...history, days: history.days.filter(({ day }) => day.date >= '2026-11-19'), conversations: [], polls };
    }),
  }),
  'dead-check': () => ({
    configuration: coffeeLab,
    histories: coffeeLab.touchpoints.map((touchpoint) =>
      touchpoint.id === 'facebook' ? dead(healthy(touchpoint)) : healthy(touchpoint),
    ),
  }),
  'dead-red': () => ({
    configuration: coffeeLab,
    histories: coffeeLab.touchpoints.map((touchpoint) =>
      touchpoint.id === 'website' ? deadWhileBroken(withBrokenForm(healthy(touchpoint))) : healthy(touchpoint),
    ),
  }),
  'days-missing': () => ({
    configuration: coffeeLab,
    histories: coffeeLab.touchpoints.map((touchpoint) =>
      touchpoint.id === 'website'
        ? withoutDays(healthy(touchpoint), ['2026-11-18', '2026-11-19'])
        : healthy(touchpoint),
    ),
  }),
  huge: () => ({
    configuration: coffeeLab,
    histories: [
      hostile(restless(healthy(site('website')))),
      ...Array.from({ length: 30 }, (_, n) => (n % 3 === 0 ? failing : healthy)(site(`shop-${n + 1}`))),
      ...coffeeLab.touchpoints.filter(({ kind }) => kind !== 'website').map(healthy),
    ],
  }),
};

function site(id: string): Touchpoint {
  const [website] = coffeeLab.touchpoints;
  if (website === undefined) throw new Error('Coffee Lab has a website.');
  const checks = website.checks.map((check) => ({ ...check, id: check.id.replace('website', id), touchpointId: id }));
  return { ...website, id, checks, url: `https://${id}.example` };
}
