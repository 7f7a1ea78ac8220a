import type { Action } from '../../shared/evaluation/week/actions.ts';
import type { Strength } from '../../shared/evaluation/week/strengths.ts';
import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import type { Naming } from '../../shared/i18n/name-touchpoints.ts';
import { planWords } from '../../shared/i18n/plan/plan.ts';
import { wordEntry } from '../../shared/i18n/plan/word-entry.ts';
import { oneLine } from '../../shared/model/foreign-text.ts';
import type { Fate, PlanEntry, Taken } from '../../shared/model/plan.ts';
import type { Formats } from './formats.ts';
import type { PlanView } from './view.ts';

/** What has not changed since the last mail is for the report. */
const quiet: ReadonlySet<Fate> = new Set(['taken', 'open', 'unmeasured', 'dropped']);
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
    items: groups.slice(0, lines).flatMap((group) => lineOf(group, naming, formats)),
    more: left > 0 ? words.more(left) : null,
    keep: { heading: words.keep, items: summary.keep.map((strength) => wordStrength(strength, naming, formats)) },
  };
}

/** The same at several touchpoints is one line. */
function alike({ fate, kind, probe, id, taken, closed, by }: PlanEntry): string {
  if (kind === 'own' || kind === 'theme') return id;
  return JSON.stringify([fate, kind, probe, by, taken?.by, taken?.note, closed?.by, closed?.why]);
}

function lineOf(group: readonly PlanEntry[], naming: Naming, { language, date }: Formats): PlanView['items'] {
  return group.slice(0, 1).map((entry) => {
    const { light, label, what, people } = wordEntry(entry, group, { naming, language, date });
    return { light, text: `${label}: ${what}${people === '' ? '' : ` – ${people}`}` };
  });
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
