import { joined, readHeard, readsWords } from '../../functions/digest/read-heard.ts';
import { parseDuration } from '../../shared/config/duration.ts';
import { byPeriod } from '../../shared/evaluation/themes/by-period.ts';
import { candidatesIn } from '../../shared/evaluation/themes/candidates.ts';
import { dollarsOf } from '../../shared/evaluation/themes/model-cost.ts';
import { type Heard, periodsUntil, recurringThemes } from '../../shared/evaluation/themes/recurring.ts';
import { businessOfConfiguration, type Configuration } from '../../shared/model/business.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { keepLongDays } from '../../shared/model/keep-days.ts';
import type { PeriodKind } from '../../shared/model/period-kind.ts';
import { themes as aboutOf } from '../../shared/model/theme.ts';
import { dayMs, minuteMs } from '../../shared/model/time-spans.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { openHistory } from '../history/open-history.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import type { Terminal } from '../terminal.ts';
import { printThemes, type ShownThemes, themesAsCsv } from './print-themes.ts';

export interface ThemesOptions {
  readonly config: string;
  readonly stack?: string;
  readonly since: string;
  readonly by?: PeriodKind;
  readonly csv?: boolean;
  readonly json?: boolean;
}

/** What customers keep complaining of and praising, each person counted once. */
export async function showThemes(options: ThemesOptions, terminal: Terminal): Promise<number> {
  const days = daysOf(options);
  const configuration = readTouchpoints(options.config, terminal);
  const checks = configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks).filter(readsWords);
  if (checks.length === 0)
    throw new UsageError(
      `${options.config} has no touchpoint where customers write in public: add a social page, a review site (docs/platforms) or a survey (docs/loyalty.md).`,
    );
  const history = await openHistory(options);
  try {
    const now = toInstant(Date.now());
    const periods = periodsUntil(now, days);
    // Of the period before, a part would have been deleted by now.
    const isCompared = 2 * days <= keepLongDays;
    const written = { from: (isCompared ? periods.before : periods.now).from, to: periods.now.to, now };
    const { neverRead, ...heard } = await readAll(configuration, history.stores, written, options.stack !== undefined);
    const shown: ShownThemes = {
      neverRead,
      ...{ days, isCompared, isDeployed: options.stack !== undefined },
      timeZone: configuration.timeZone,
      recurring: recurringThemes(heard, periods),
      candidates: candidatesIn(heard.quotable, heard.sayings),
      spending: await spendingOf(configuration, heard.capUsd ?? null, history.stores, now),
      periods: options.by === undefined ? [] : byPeriod(heard.sayings, periods.now, options.by, configuration.timeZone),
    };
    terminal.printJson(asJson(shown));
    if (options.csv === true) for (const line of themesAsCsv(shown)) terminal.print(line);
    else printThemes(shown, terminal);
    return exitCodes.ok;
  } finally {
    await history.close();
  }
}

/** Whole days; as many before are read to compare with, where they are still kept. */
function daysOf({ since, csv = false, json = false }: ThemesOptions): number {
  const minutes = parseDuration(since);
  const days = minutes === null ? 0 : (minutes * minuteMs) / dayMs;
  if (days < 1 || !Number.isInteger(days))
    throw new UsageError(`--since takes whole days, such as 90d, not "${since}".`);
  if (days > keepLongDays)
    throw new UsageError(
      `--since ${since}: what customers said is kept for ${keepLongDays} days; write at most ${keepLongDays}d.`,
    );
  if (csv && json) throw new UsageError('--csv and --json are two ways to print the same; choose one.');
  return days;
}

/** What a model has cost this month; null where none reads. */
async function spendingOf(
  configuration: Configuration,
  capUsd: number | null,
  { modelSpending }: Pick<Stores, 'modelSpending'>,
  now: Instant,
): Promise<ShownThemes['spending']> {
  if (capUsd === null) return null;
  const spent = await modelSpending.spent({ business: businessOfConfiguration(configuration), month: now.slice(0, 7) });
  return { usd: dollarsOf(spent), atMostUsd: capUsd };
}

async function readAll(
  { touchpoints }: Configuration,
  stores: Pick<Stores, 'conversations' | 'statuses' | 'touchpoints'>,
  written: { readonly from: Instant; readonly to: Instant; readonly now: Instant },
  isAlwaysOn: boolean,
): Promise<Heard & { readonly neverRead: readonly string[] }> {
  const sources = touchpoints
    .map(({ id, checks }) => ({ id, checks: checks.filter(readsWords) }))
    .filter(({ checks }) => checks.length > 0);
  const all = sources.map(async ({ id, checks }) => {
    const [statuses, watch] = await Promise.all([stores.statuses.list(id), stores.touchpoints.load(id)]);
    // A machine that was off has lost nothing: its next poll reads what was written meanwhile.
    const runs = statuses.map(({ lastRunAt }) => lastRunAt).toSorted();
    const now = isAlwaysOn ? written.now : (runs.at(-1) ?? written.now);
    const heard = await readHeard({ checks, statuses, watch }, [], stores, { ...written, now });
    const hasRun = checks.some((check) => statuses.some(({ checkId }) => checkId === check.id));
    return { ...heard, neverRead: hasRun || heard.sayings.length > 0 ? [] : [id] };
  });
  const read = await Promise.all(all);
  return { ...joined(read), neverRead: read.flatMap(({ neverRead }) => neverRead) };
}

function asJson({ recurring, candidates, periods, days, isCompared, spending, neverRead }: ShownThemes) {
  const { now, before, people, complainers, unplaced, themes, notRead, instead } = recurring;
  const peopleBefore = isCompared ? recurring.peopleBefore : null;
  return {
    ...{ version: 1, days, period: now, before, people, peopleBefore, complainers, unplaced },
    themes: themes.map(({ theme, side, examples, people: saying, before: sayingBefore, change, touchpoints }) => ({
      ...{ theme, side, about: aboutOf[theme], people: saying, before: sayingBefore, change, touchpoints },
      examples: examples.map(({ text, permalink }) => ({ text, permalink })),
    })),
    spentOnModel: spending,
    readBy: instead === null ? null : { texts: instead.texts, lexicon: instead.byLexicon, why: instead.why },
    notRead: notRead.map(({ touchpointId, how, since }) => ({ touchpoint: touchpointId, how, since })),
    neverRead,
    periods,
    candidates: candidates.found,
    candidatesFromTexts: candidates.texts,
  };
}
