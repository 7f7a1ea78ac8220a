import type { Strength } from '../../shared/evaluation/week/strengths.ts';
import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { themeWords } from '../../shared/i18n/themes/themes.ts';
import type { Fate, PlanEntry } from '../../shared/model/plan.ts';
import { themeOfPlanId } from '../../shared/model/theme.ts';
import { wordsOf } from '../../shared/probes/words.ts';
import type { Terminal } from '../terminal.ts';

const fateWords: Readonly<Record<Fate, string>> = {
  still: 'marked as done, but the problem is still there',
  back: 'was done, but the problem is back',
  overdue: 'overdue',
  due: 'due soon',
  done: 'done, and the problem is gone',
  gone: 'gone (not marked as done)',
  unverified: 'marked as done; not measured since',
  new: 'new',
  taken: 'taken',
  open: 'open',
  unmeasured: 'not measured, so its status is unknown',
  dropped: 'dropped: not worth it',
};

/** One line each, and a second one for what people said. */
export function printPlan({ plan, keep, touchpoints }: WeekSummary, terminal: Terminal): void {
  if (plan.length === 0) {
    const measured = touchpoints.some(({ light }) => light !== 'unknown');
    terminal.print(measured ? 'Nothing to do.' : 'Nothing has been measured yet, so there is no plan yet.');
  }
  for (const entry of plan) printEntry(entry, whoOf(entry, touchpoints), terminal);
  if (keep.length > 0) terminal.print(terminal.bold('Keep:'));
  for (const strength of keep) terminal.print(`  ${strengthInWords(strength)}`);
}

function printEntry(entry: PlanEntry, who: string, terminal: Terminal): void {
  const { id, kind, fate, light, taken, closed, by } = entry;
  const isOver = fate === 'done' || fate === 'gone';
  const sign = terminal.light(isOver && kind !== 'own' ? 'green' : light);
  const says = kind === 'own' && closed !== null ? closed.how : fateWords[fate];
  terminal.print(`${sign}  ${terminal.bold(id)}  ${says}${by === null || isOver ? '' : `, by ${by}`}, ${who}`);
  terminal.print(`          ${whatOf(entry)}`);
  const words = [
    ...(taken === null ? [] : [`taken by ${taken.by}${taken.note === '' ? '' : `: ${taken.note}`}`]),
    ...(closed === null
      ? []
      : [`${closed.how}${closed.by === null ? '' : ` by ${closed.by}`}${closed.why === '' ? '' : `: ${closed.why}`}`]),
  ];
  if (words.length > 0) terminal.print(`          ${terminal.dim(words.join('; '))}`);
}

function whatOf({ id, kind, what, probe, touchpointId, light }: PlanEntry): string {
  if (kind === 'own') return [what ?? '', ...(touchpointId === null ? [] : [`(${touchpointId})`])].join(' ');
  const name = `${probe === null ? '' : (wordsOf(probe, 'en')?.name ?? probe)} of ${touchpointId ?? ''}`;
  switch (kind) {
    case 'steady':
      return `${name}: broke and recovered several times; find the cause`;
    case 'see':
      return `${name}: cannot be measured`;
    case 'theme': {
      const theme = themeOfPlanId(id);
      return themeWords.en.moreOften(theme === null ? id : themeWords.en.complaint[theme]);
    }
    case 'trouble':
      return light === null ? name : `${name}: ${light}`;
  }
}

function whoOf({ taken, who, role, touchpointId }: PlanEntry, touchpoints: WeekSummary['touchpoints']): string {
  const owner = touchpoints.find(({ id }) => id === touchpointId)?.owner;
  return taken?.by ?? who ?? (role === 'operator' ? role : (owner ?? role ?? 'nobody yet'));
}

function strengthInWords(strength: Strength): string {
  const { touchpointId, since, owner } = strength;
  const who = owner === undefined ? '' : ` (${owner})`;
  switch (strength.kind) {
    case 'green':
      return `${touchpointId}${who}: green every day since ${since}`;
    case 'answers':
      return `${touchpointId}${who}: ${strength.inTime} of ${strength.count} customers answered in time since ${since}`;
    case 'rating':
      return `${touchpointId}${who}: rating rose from ${strength.from.toFixed(2)} to ${strength.to.toFixed(2)} since ${since}`;
  }
}

/** For machines. */
export function describeEntry({
  id,
  kind,
  touchpointId,
  probe,
  what,
  fate,
  light,
  since,
  by,
  who,
  role,
  ...people
}: PlanEntry) {
  const { taken, closed } = people;
  return { id, kind, touchpointId, probe, what, fate, light, since, by, who, role, taken, closed };
}
