import { readWeek } from '../../functions/digest/read-week.ts';
import { closeAction, type Planning, reopenAction, takeAction } from '../../shared/acting/planning.ts';
import { unknownName } from '../../shared/config/suggest.ts';
import { localDate } from '../../shared/evaluation/schedule/zone.ts';
import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { lastFullWeek, weekAt } from '../../shared/evaluation/week/week.ts';
import { oneLine } from '../../shared/model/foreign-text.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { PlanEntry, PlanStep } from '../../shared/model/plan.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { openHistory } from '../history/open-history.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { thisPerson } from '../local/this-person.ts';
import { readDay } from '../options/day.ts';
import type { Terminal } from '../terminal.ts';
import { describeEntry, printPlan } from './print-plan.ts';

export interface PlanOptions {
  readonly config: string;
  readonly stack?: string;
}

/** The plan as it stands now, and the table behind it. */
interface Desk {
  readonly stores: Stores;
  readonly summary: WeekSummary;
  readonly now: Instant;
}

/** What is to be done, who does it by when, and what became of the rest since the last digest. */
export async function listPlan(options: PlanOptions, terminal: Terminal): Promise<number> {
  return atDesk(options, terminal, async ({ summary }) => {
    terminal.printJson({ version: 1, plan: summary.plan.map(describeEntry), keep: summary.keep });
    printPlan(summary, terminal);
    return exitCodes.ok;
  });
}

export interface TakeOptions extends PlanOptions {
  readonly by?: string;
  readonly until?: string;
  readonly note: string;
}

export async function takeFromPlan(id: string, options: TakeOptions, terminal: Terminal): Promise<number> {
  return atDesk(options, terminal, async ({ stores, summary, now }) => {
    const today = localDate(Date.parse(now), summary.timeZone);
    const until = options.until === undefined ? null : readDay('--until', options.until, today);
    const entry = entryOf(id, summary);
    const by = nameOf(options);
    const taking = { by, note: options.note, until };
    const step = savedStep(await takeAction(entry, taking, { by: thisPerson(), now }, stores), id);
    terminal.printJson({ version: 1, taken: step });
    terminal.print(`${id}: ${by} does it${until === null ? '' : ` by ${until}`}.`);
    return exitCodes.ok;
  });
}

export interface CloseOptions extends PlanOptions {
  readonly by?: string;
  readonly why: string;
}

export async function closeInPlan(
  id: string,
  how: 'done' | 'dropped',
  options: CloseOptions,
  terminal: Terminal,
): Promise<number> {
  return atDesk(options, terminal, async ({ stores, summary, now }) => {
    const entry = entryOf(id, summary);
    const actor = { by: nameOf(options), now };
    const step = savedStep(await closeAction(entry, { how, why: options.why }, actor, stores), id);
    terminal.printJson({ version: 1, closed: step, light: entry.light });
    terminal.print(`${id}: ${closedInWords(how, entry)}`);
    return exitCodes.ok;
  });
}

export async function reopenInPlan(id: string, options: PlanOptions, terminal: Terminal): Promise<number> {
  return atDesk(options, terminal, async ({ stores, summary, now }) => {
    const entry = entryOf(id, summary);
    const step = savedStep(await reopenAction(entry, { by: thisPerson(), now }, stores), id);
    terminal.printJson({ version: 1, reopened: step });
    terminal.print(`${id}: open again.`);
    return exitCodes.ok;
  });
}

function closedInWords(how: 'done' | 'dropped', { kind, light }: PlanEntry): string {
  if (how === 'dropped') return 'dropped. It stays on the list while the problem lasts, but no email asks for it.';
  if (kind === 'steady') return 'done. If it breaks again, the plan says so.';
  if (kind === 'theme') return 'marked as done. The digest says whether fewer customers complain.';
  if (light === null) return 'done.';
  const seen = light === 'unknown' ? 'it cannot be measured' : `the light is still ${light}`;
  return `marked as done, but ${seen}. The next digest says whether the problem is gone.`;
}

async function atDesk(
  options: PlanOptions,
  terminal: Terminal,
  work: (desk: Desk) => Promise<number>,
): Promise<number> {
  const configuration = readTouchpoints(options.config, terminal);
  const now = toInstant(Date.now());
  const { timeZone } = configuration;
  const history = await openHistory(options);
  try {
    const { stores } = history;
    // As the digest sees it, and what has changed since the last one.
    const week = lastFullWeek(now, timeZone);
    const summary = await readWeek({ configuration, stores }, week, now, weekAt(now, timeZone).id);
    return await work({ stores, summary, now });
  } finally {
    await history.close();
  }
}

function entryOf(id: string, { plan }: WeekSummary): PlanEntry {
  const entry = plan.find((each) => each.id === id);
  if (entry !== undefined) return entry;
  const ids = plan.map((each) => each.id);
  const all = ids.length === 0 ? 'The plan is empty.' : '"touchlight plan" lists them.';
  throw new UsageError(unknownName('No action of the plan', id, ids, all));
}

function nameOf({ by = thisPerson() }: { readonly by?: string }): string {
  const name = oneLine(by);
  if (name === '') throw new UsageError('--by: write a name, such as --by Olena.');
  return name;
}

function savedStep(planning: Planning, id: string): PlanStep {
  switch (planning.outcome) {
    case 'saved':
      return planning.step;
    case 'conflict':
      throw new UsageError(`Someone else has just changed ${id}. "touchlight plan" shows how.`);
    case 'not-closed':
      throw new UsageError(`${id} is not closed, so there is nothing to reopen.`);
  }
}
