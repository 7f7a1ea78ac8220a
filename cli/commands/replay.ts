import { whatHappened } from '../../functions/notify/render.ts';
import {
  type Comparison,
  compareAlerts,
  type ReplayedNotice,
  replayAlerts,
} from '../../shared/evaluation/what-if/replay.ts';
import { formatFor } from '../../shared/i18n/format.ts';
import type { Configuration, Touchpoint } from '../../shared/model/business.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Sent } from '../../shared/model/notification.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import { longestMaintenanceDays } from '../../shared/ports/stores.ts';
import { exitCodes } from '../exit.ts';
import { type History, openHistory } from '../history/open-history.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { selectChecks } from '../options/select-checks.ts';
import { applySettings } from '../options/settings.ts';
import { readSpan } from '../options/span.ts';
import type { Terminal } from '../terminal.ts';

export interface ReplayOptions {
  readonly config: string;
  readonly stack?: string;
  readonly set: readonly string[];
  readonly since: string;
}

const day = dayMs;
/** Results before the period, so that what was going on when it began is known and not taken for news. */
const warmUpMs = day;
/** Reminders are filed under the day on which their incident opened. */
const oldestSubjectMs = 30 * day;

interface Period {
  readonly from: Instant;
  readonly to: Instant;
}

/** Which alerts other thresholds or policies would have sent, from what was measured, beside what was sent in fact. */
export async function replay(options: ReplayOptions, terminal: Terminal): Promise<number> {
  const present = readTouchpoints(options.config, terminal);
  const changed = applySettings(present, options.set);
  const now = Date.now();
  const period = {
    from: toInstant(now - readSpan('--since', options.since, { min: '1h', max: '400d' })),
    to: toInstant(now + 1),
  };
  const touched = new Set(options.set.flatMap((setting) => touchpointsOf(present, setting)));
  const touchpoints = changed.touchpoints.filter(({ id }) => touched.size === 0 || touched.has(id));
  const history = await openHistory(options);
  try {
    const comparisons: Comparison[] = [];
    for (const touchpoint of touchpoints) {
      terminal.progress(`${touchpoint.id}: reading what was measured in the last ${options.since}`);
      const { stores, regions } = history;
      const source = { stores, regions, isAlwaysOn: options.stack !== undefined };
      comparisons.push(await compare(touchpoint, changed, source, period));
    }
    const all: Comparison = {
      same: comparisons.flatMap(({ same }) => same),
      dropped: comparisons.flatMap(({ dropped }) => dropped),
      added: comparisons.flatMap(({ added }) => added),
    };
    terminal.printJson({ version: 1, since: period.from, settings: options.set, ...all });
    print(all, changed, toInstant(now), terminal);
    return exitCodes.ok;
  } finally {
    await history.close();
  }
}

function touchpointsOf(configuration: Configuration, setting: string): string[] {
  const name = setting.slice(0, setting.lastIndexOf('=')).replace(/\.(green|red)$/, '');
  return selectChecks(configuration, [name.slice(0, name.lastIndexOf('.'))]).map(({ touchpointId }) => touchpointId);
}

async function compare(
  { id, checks }: Touchpoint,
  { calendar, maintenance }: Configuration,
  { stores, regions, isAlwaysOn }: Pick<History, 'stores' | 'regions'> & { readonly isAlwaysOn: boolean },
  period: Period,
): Promise<Comparison> {
  const before = (ms: number): Instant => toInstant(Date.parse(period.from) - ms);
  const subjects = { from: before(oldestSubjectMs), to: period.to };
  const measured = { from: before(warmUpMs), to: period.to };
  const isSeenElsewhere = checks.some((check) => check.regions !== undefined);
  const [results, sent, acknowledgements, windows, views] = await Promise.all([
    Promise.all(checks.map((check) => stores.results.list(check.id, measured))),
    stores.sent.list(id, subjects),
    stores.acknowledgements.list(id, subjects),
    stores.maintenance.list(id, { from: before(longestMaintenanceDays * day), to: period.to }),
    isSeenElsewhere ? regions?.views.list(id, measured) : undefined,
  ]);
  const replayed = replayAlerts({
    touchpointId: id,
    checks,
    results: results.flat(),
    calendar,
    maintenance: [...maintenance, ...windows],
    acknowledgements,
    until: period.to,
    isAlwaysOn,
    ...(regions !== null && views !== undefined && { regions: { home: regions.home, views } }),
  });
  const isWithin = ({ sentAt }: { readonly sentAt: Instant }): boolean => period.from <= sentAt && sentAt < period.to;
  return compareAlerts(
    sent.filter((entry) => isWithin(entry) && checks.some(({ id: checkId }) => checkId === entry.checkId)),
    replayed.filter(isWithin),
  );
}

function print(
  { same, dropped, added }: Comparison,
  configuration: Configuration,
  now: Instant,
  terminal: Terminal,
): void {
  const line = (sign: string, { checkId, reason, light, sentAt }: Sent | ReplayedNotice): string =>
    `${sign} ${formatFor('en').shortMoment(sentAt, configuration.timeZone, now).padEnd(14)} ${checkId.padEnd(30)} ${reason} (${light})`;
  const sent = same.length + dropped.length;
  terminal.print(terminal.bold(`${same.length + added.length} notices would have been sent; in fact it was ${sent}.`));
  const lines = [
    ...dropped.map((entry) => ({ at: entry.sentAt, text: line('-', entry) })),
    ...added.map((notice) => ({ at: notice.sentAt, text: `${line('+', notice)}: ${whatHappened(notice, 'en', now)}` })),
  ].toSorted((a, b) => (a.at < b.at ? -1 : 1));
  for (const { text } of lines) terminal.print(text);
  if (lines.length === 0) terminal.print('No difference.');
  terminal.print(
    terminal.dim(
      'Confirmations that another threshold would have asked for were never run: what is new comes at the next regular run here, ' +
        'and within ten minutes in life.',
    ),
  );
}
