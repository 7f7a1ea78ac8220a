import {
  type Comparison,
  type CompetitorRuns,
  comparedSince,
  compareWithCompetitors,
  hoursAround,
} from '../../shared/evaluation/competitors/compare.ts';
import type { Figure } from '../../shared/evaluation/week/figures.ts';
import type { TouchpointWeek } from '../../shared/evaluation/week/of-touchpoint.ts';
import type { Week } from '../../shared/evaluation/week/week.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Competitor } from '../../shared/model/competitor.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Result } from '../../shared/model/result.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { availability } from '../../shared/probes/availability/spec.ts';
import { contacts } from '../../shared/probes/contacts/spec.ts';
import { fieldSpeed } from '../../shared/probes/field-speed/spec.ts';
import { pageLoad } from '../../shared/probes/page-load/spec.ts';

type ResultReader = Pick<Stores['results'], 'list'>;

/**
 * The own site beside the competitors', up to the end of the week. Of them it reads all results of four weeks, which are one a
 * night, and the hourly ones of the week; of the own page those around theirs.
 * @returns null where the file names no competitor
 */
export async function readComparison(
  { competitors, touchpoints }: Pick<Configuration, 'competitors' | 'touchpoints'>,
  results: ResultReader,
  { week, now, weeks }: { readonly week: Week; readonly now: Instant; readonly weeks: readonly TouchpointWeek[] },
): Promise<Comparison | null> {
  const own = touchpoints.find(({ kind }) => kind === 'website');
  if (competitors.length === 0 || own === undefined) return null;
  const until = now < week.to ? now : week.to;
  const isAsked = competitors.some(({ checks }) => checkOf(checks, fieldSpeed.id) !== undefined);
  const theirs = await Promise.all(competitors.map((each) => runsOf(each, results, { week, until })));
  const figures = weeks.find(({ id }) => id === own.id)?.figures ?? [];
  const its = checkOf(own.checks, pageLoad.id);
  const all = theirs.flatMap(({ pageLoads }) => pageLoads);
  return compareWithCompetitors(
    {
      pageLoads: its === undefined ? null : await readAround(its, all, results),
      visitors: isAsked ? await readVisitors(own.checks, results, until) : null,
      clicksToContact: figureOf(figures, 'clicksToContact'),
      answering: figureOf(figures, 'answering'),
    },
    theirs,
  );
}

async function runsOf(
  { name, url, checks }: Competitor,
  results: ResultReader,
  { week, until }: { readonly week: Week; readonly until: Instant },
): Promise<CompetitorRuns> {
  const read = async (probe: string, from: Instant): Promise<Result[]> => {
    const check = checkOf(checks, probe);
    return check === undefined ? [] : results.list(check.id, { from, to: until });
  };
  const since = toInstant(comparedSince(until));
  const [pageLoads, seen, answers, visitors] = await Promise.all([
    read(pageLoad.id, since),
    read(contacts.id, since),
    read(availability.id, week.from),
    readVisitors(checks, results, until),
  ]);
  return { name, url, pageLoads, contacts: seen, availability: answers, visitors };
}

/** A week at most lies between two questions. */
const visitorsMs = 8 * dayMs;

async function readVisitors(checks: readonly Check[], results: ResultReader, until: Instant): Promise<Result[]> {
  const check = checkOf(checks, fieldSpeed.id);
  if (check === undefined) return [];
  return results.list(check.id, { from: toInstant(Date.parse(until) - visitorsMs), to: until });
}

async function readAround(check: Check, theirs: readonly Result[], results: ResultReader): Promise<Result[]> {
  const spans = hoursAround(theirs).map(({ from, to }) =>
    // `to` is exclusive.
    results.list(check.id, { from: toInstant(from), to: toInstant(to + 1) }),
  );
  return (await Promise.all(spans)).flat();
}

/** As a phone sees it, at the touchpoint's own address. */
function checkOf(checks: readonly Check[], probe: string): Check | undefined {
  return checks.find((check) => check.probe === probe && check.device !== 'desktop' && check.page === null);
}

function figureOf(figures: readonly Figure[], id: Figure['id']): number | null {
  return figures.find((figure) => figure.id === id)?.now ?? null;
}
