import { readWeek } from '../../functions/digest/read-week.ts';
import { readReport } from '../../functions/digest/report/read-report.ts';
import { renderReport } from '../../functions/digest/report/render-report.ts';
import type { PageDeps } from '../../functions/page/page-deps.ts';
import { parseWeek, type Week, weekAt, weekBefore } from '../../shared/evaluation/week/week.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { EvidenceReader } from '../../shared/ports/evidence-store.ts';
import type { Stores } from '../../shared/ports/stores.ts';

const weeksShown = 12;
/** A business of a thousand touchpoints is not asked for each of them when it was measured. */
const touchpointsAsked = 20;

export interface WeekSources {
  readonly configuration: Configuration;
  readonly stores: Stores;
  readonly evidence: EvidenceReader;
  readonly now: () => number;
}

/** The weeks' reports, made when somebody opens them: on one machine nobody else has written them. */
export function createLocalWeeks({ configuration, stores, evidence, now }: WeekSources): PageDeps['weeks'] {
  const { timeZone, language } = configuration;
  return {
    async list() {
      const weeks = lastWeeks(weekAt(toInstant(now()), timeZone), timeZone);
      const [newest, oldest] = [weeks[0], weeks.at(-1)];
      const asked = configuration.touchpoints.slice(0, touchpointsAsked);
      const range = { from: oldest?.days[0]?.date ?? '', to: `${newest?.days.at(-1)?.date ?? ''}~` };
      const days = await Promise.all(asked.map(({ id }) => stores.days.list(id, range)));
      const dates = new Set(days.flat().map(({ day }) => day.date));
      const statuses = await Promise.all(asked.map(({ id }) => stores.statuses.list(id)));
      const measured = statuses.flat().map(({ lastRunAt }) => lastRunAt);
      return weeks
        .filter((week) => {
          const isClosed = week.days.some(({ date }) => dates.has(date));
          return isClosed || measured.some((at) => at >= week.from && at < week.to);
        })
        .map(({ id }) => id);
    },
    async read(weekId) {
      const [week, at] = [parseWeek(weekId, timeZone), toInstant(now())];
      if (week === null || week.from > at) return null;
      // What runs on this machine costs nothing in AWS.
      const summary = { ...(await readWeek({ configuration, stores }, week, at)), monthlyDollars: null };
      if (summary.runs === 0) return null;
      return renderReport(summary, await readReport({ configuration, stores, evidence }, summary), language);
    },
  };
}

/** Newest first. */
function lastWeeks(newest: Week, timeZone: string): Week[] {
  const weeks = [newest];
  while (weeks.length < weeksShown) weeks.push(weekBefore(weeks.at(-1) ?? newest, timeZone));
  return weeks;
}
