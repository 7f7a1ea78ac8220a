import type { PlanEntry } from '../../shared/evaluation/plan/plan.ts';
import type { Action } from '../../shared/evaluation/week/actions.ts';
import type { Strength } from '../../shared/evaluation/week/strengths.ts';
import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import type { Naming } from '../../shared/i18n/name-touchpoints.ts';
import { planWords } from '../../shared/i18n/plan/plan.ts';
import { oneLine } from '../../shared/model/foreign-text.ts';
import type { Fate, Taken } from '../../shared/model/plan.ts';
import type { Formats } from './formats.ts';
import type { PlanView } from './view.ts';

/** What has not changed since the last mail is for the report. */
const quiet: ReadonlySet<Fate> = new Set(['taken', 'open', 'unmeasured', 'dropped']);
/** What is over is as good as green, and nobody has to be named as the one to ask. */
const over: ReadonlySet<Fate> = new Set(['done', 'gone']);

export interface PlanLimits {
  readonly lines: number;
  /** Also what has not changed. */
  readonly all: boolean;
}

/** What became of the plan, and what is done well. */
export function wordPlan(summary: WeekSummary, naming: Naming, formats: Formats, { lines, all }: PlanLimits): PlanView {
  const words = planWords[formats.language];
  const told = summary.plan.filter(({ fate, light, kind }) => {
    // What is only open stands among the actions already.
    return fate === 'open' ? all && (light === null || kind === 'own') : all || !quiet.has(fate);
  });
  const groups = [...Map.groupBy(told, alike).values()];
  const left = groups.length - lines;
  return {
    heading: words.heading,
    items: groups.slice(0, lines).map((group) => lineOf(group, naming, formats)),
    more: left > 0 ? words.more(left) : null,
    keep: { heading: words.keep, items: summary.keep.map((strength) => wordStrength(strength, naming, formats)) },
  };
}

/** The same at several touchpoints is one line. */
function alike({ fate, kind, probe, id, taken, closed, by }: PlanEntry): string {
  if (kind === 'own') return id;
  return JSON.stringify([fate, kind, probe, by, taken?.by, taken?.note, closed?.by, closed?.why]);
}

function lineOf(group: readonly PlanEntry[], naming: Naming, formats: Formats): PlanView['items'][number] {
  const [entry] = group;
  if (entry === undefined) return { light: null, text: '' };
  const { fate, kind, light } = entry;
  const words = planWords[formats.language];
  const label = kind === 'own' && (fate === 'done' || fate === 'dropped') ? words.own[fate] : words.fate[fate];
  const people = peopleOf(entry, formats);
  const text = `${label}: ${whatOf(group, naming, formats)}${people === '' ? '' : ` – ${people}`}`;
  return { light: over.has(fate) && kind !== 'own' ? 'green' : light, text };
}

function whatOf(group: readonly PlanEntry[], naming: Naming, { language }: Formats): string {
  const words = planWords[language];
  const [{ kind, what, probe } = {}] = group;
  const ids = group.flatMap(({ touchpointId }) => touchpointId ?? []);
  const at = ids.length === 0 || ids.every(naming.isOnly) ? '' : ` (${naming.namesOf(ids)})`;
  if (kind === 'own') return `${oneLine(what ?? '')}${at}`;
  const name = `${naming.checkName(probe ?? '')}${at}`;
  return kind === 'steady' || kind === 'see' ? words[kind](name) : name;
}

/** "Olena, by 15 December: “compare three”" */
function peopleOf({ fate, taken, closed, who, by }: PlanEntry, { language, date }: Formats): string {
  const words = planWords[language];
  const name = closed?.by ?? taken?.by ?? who;
  const isOver = closed !== null || over.has(fate);
  const until = by === null || isOver ? null : words.until(date(by));
  const said = closed === null ? taken?.note : closed.why;
  const both = [name, until]
    .flatMap((each) => each ?? [])
    .map(oneLine)
    .join(', ');
  const quoted = said === undefined || said === '' ? '' : words.said(oneLine(said));
  return [both, quoted].filter((part) => part !== '').join(': ');
}

function wordStrength(strength: Strength, naming: Naming, { language, date, figure, change }: Formats): string {
  const words = planWords[language];
  const { touchpointId, owner } = strength;
  const name = `${naming.nameOf(touchpointId)}${owner === undefined ? '' : ` (${oneLine(owner)})`}`;
  const since = date(strength.since);
  switch (strength.kind) {
    case 'green':
      return words.green(name, since);
    case 'answers':
      return words.answers(name, strength.inTime, strength.count, since);
    case 'rating':
      return words.rating(name, change(strength.to - strength.from), figure('rating', strength.to), since);
  }
}

/** Who has taken all that the action joins, if one person has. */
export function takenOf({ ids }: Action, { plan }: WeekSummary): Taken | null {
  const all = ids.map((id) => plan.find((entry) => entry.id === id && entry.closed === null)?.taken ?? null);
  const [first = null] = all;
  const isSame = (taken: Taken | null): boolean => taken?.by === first?.by && taken?.until === first?.until;
  return all.every(isSame) ? first : null;
}
