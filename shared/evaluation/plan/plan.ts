import type { BadLight } from '../../model/incident.ts';
import type { Instant } from '../../model/instant.ts';
import {
  type Closed,
  type Fate,
  fates,
  mostPlanned,
  type OwnAction,
  type PlanAction,
  type PlanEntry,
  type PlanMemory,
  type Planned,
  type PlanStep,
} from '../../model/plan.ts';
import { dayMs } from '../../model/time-spans.ts';
import type { Role } from '../../model/week-figure.ts';

/** Something that is to be done now. The same trouble has the same id next week. */
export interface Need extends PlanAction {
  readonly light: BadLight | 'unknown';
  /** Since when the trouble lasts; of what broke several times, when it last did; of a theme, since when it repeats; null where nobody knows. */
  readonly troubleSince: Instant | null;
  readonly role: Role;
  /** A day in the business's zone. */
  readonly by: string;
}

/** How what an action was about stands now, where there is no need of it. */
export type Standing = 'well' | 'unknown' | 'removed';

export interface PlanParts {
  /** Worst first. */
  readonly needs: readonly Need[];
  readonly standingOf: (action: PlanAction) => Standing;
  readonly own: readonly OwnAction[];
  readonly steps: readonly PlanStep[];
  /** The plan as the digest before showed it; null before the first. */
  readonly memory: PlanMemory | null;
  /** In the business's zone. */
  readonly today: string;
}

/** What is known of one action before its fate is decided. */
interface Known {
  readonly planned: Planned;
  readonly need: Need | null;
  readonly own: OwnAction | null;
  readonly remembered: boolean;
  readonly step: PlanStep | null;
}

/** Everything that is to be done, and what became of what was: by fate, the worst first. */
export function planOf(parts: PlanParts): PlanEntry[] {
  const entries = knownActions(parts).flatMap((known): PlanEntry[] => {
    const fate = fateOf(known, parts);
    return fate === null ? [] : [entryOf(known, fate)];
  });
  return entries.toSorted((a, b) => fates.indexOf(a.fate) - fates.indexOf(b.fate));
}

function knownActions({ needs, own, steps, memory, today }: PlanParts): Known[] {
  const before = new Map(memory?.planned.map((each) => [each.id, each]));
  const stepOf = new Map(steps.map((each) => [each.id, each]));
  const known = (
    planned: Planned,
    { need = null, of = null }: { need?: Need | null; of?: OwnAction | null },
  ): Known => ({
    ...{ planned, need, own: of, remembered: before.has(planned.id) },
    step: stepOf.get(planned.id) ?? null,
  });
  const needed = needs.map((need) => {
    const { id, kind, touchpointId, probe } = need;
    const { since, by } = before.get(id) ?? { since: today, by: need.by };
    return known({ id, kind, touchpointId, probe, since, by }, { need });
  });
  const owned = own.map((of) => {
    const { id, touchpointId, by } = of;
    return known({ id, kind: 'own', touchpointId, probe: null, since: before.get(id)?.since ?? today, by }, { of });
  });
  const listed = new Set([...needed, ...owned].map(({ planned }) => planned.id));
  const left = [...before.values()].filter(({ id }) => !listed.has(id)).map((planned) => known(planned, {}));
  const touched = steps
    .filter(({ id }) => !listed.has(id) && !before.has(id))
    .map(({ id, kind, touchpointId, probe }) => known({ id, kind, touchpointId, probe, since: today, by: null }, {}));
  return [...needed, ...owned, ...left, ...touched];
}

function entryOf({ planned, need, own, step }: Known, fate: Fate): PlanEntry {
  const isAnew = step?.closed?.how === 'gone' && fate !== 'gone';
  const taken = isAnew ? null : (step?.taken ?? null);
  return {
    ...planned,
    by: taken?.until ?? planned.by,
    fate,
    light: need?.light ?? null,
    what: own?.what ?? null,
    who: own?.who ?? null,
    role: need?.role ?? null,
    taken,
    closed: isAnew ? null : (step?.closed ?? null),
  };
}

/** Null where there is nothing to tell. */
function fateOf(known: Known, parts: PlanParts): Fate | null {
  const { planned, need, own, step } = known;
  const closed = step?.closed ?? null;
  if (own !== null) return closed === null ? openFate(known, parts) : isNews(closed, parts) ? ownEnd(closed) : null;
  // Taken out of the file: nobody wants it any more.
  if (planned.kind === 'own') return null;
  if (need !== null) {
    if (closed === null || closed.how === 'gone') return openFate(known, parts);
    if (closed.how === 'dropped') return 'dropped';
    if (need.troubleSince !== null && need.troubleSince > closed.at) return 'back';
    // A month of complaints is not over on the day on which somebody acts: whether it helped, the next weeks say.
    if (need.kind === 'theme') return 'unverified';
    // What broke and recovered is done unless it breaks again; no light shows before whether it will.
    if (need.kind !== 'steady') return 'still';
  }
  return fateWithoutNeed(known, closed, parts);
}

function ownEnd({ how }: Closed): Fate {
  return how === 'dropped' ? 'dropped' : 'done';
}

function fateWithoutNeed({ planned, remembered, step }: Known, closed: Closed | null, parts: PlanParts): Fate | null {
  const standing = parts.standingOf(planned);
  if (standing === 'removed' || closed?.how === 'dropped') return null;
  const isTold =
    !remembered && (closed === null ? step?.taken === undefined || step.taken === null : !isNews(closed, parts));
  if (isTold) return null;
  if (standing === 'well') return closed?.how === 'done' ? 'done' : 'gone';
  return closed?.how === 'done' ? 'unverified' : 'unmeasured';
}

/** What nobody has closed, and has to be done. */
function openFate({ planned, step, remembered }: Known, { memory, today }: PlanParts): Fate {
  const taken = step === null || step.closed?.how === 'gone' ? null : step.taken;
  const by = taken?.until ?? planned.by;
  if (by !== null && by < today) return 'overdue';
  if (taken !== null) return by !== null && by < dayAfter(today, 7) ? 'due' : 'taken';
  // Before the first digest everything is new, so nothing is.
  return memory !== null && !remembered ? 'new' : 'open';
}

/** Has no digest told it yet? */
function isNews({ at }: Closed, { memory }: Pick<PlanParts, 'memory'>): boolean {
  return memory === null || at > memory.at;
}

function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** What the next digest is compared with: all that is not over. */
export function memoryOf(
  entries: readonly PlanEntry[],
  at: { readonly weekId: string; readonly now: Instant },
): PlanMemory {
  const lasting = entries.filter(
    ({ fate, kind }) => fate !== 'done' && fate !== 'gone' && !(fate === 'dropped' && kind === 'own'),
  );
  const planned = lasting.map(({ id, kind, touchpointId, probe, since, by }) => ({
    id,
    kind,
    touchpointId,
    probe,
    since,
    by,
  }));
  return { weekId: at.weekId, at: at.now, planned: planned.slice(0, mostPlanned) };
}
