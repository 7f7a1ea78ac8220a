import { oneLine } from '../../model/foreign-text.ts';
import type { Language } from '../../model/language.ts';
import type { Light } from '../../model/light.ts';
import type { PlanEntry } from '../../model/plan.ts';
import { themeOfPlanId } from '../../model/theme.ts';
import type { Naming } from '../name-touchpoints.ts';
import { themeWords } from '../themes/themes.ts';
import { planWords } from './plan.ts';

export interface EntryWords {
  /** The light as it stands; null of the business's own actions, which have none. */
  readonly light: Light | null;
  /** "Overdue" */
  readonly label: string;
  /** "Contact form (Website shop)" */
  readonly what: string;
  /** "Olena, by 15 December: “compare three”"; empty where nobody said anything. */
  readonly people: string;
}

interface Wording {
  readonly naming: Naming;
  readonly language: Language;
  /** "15 December" */
  readonly date: (date: string) => string;
}

/** @param group the same action at several touchpoints */
export function wordEntry(entry: PlanEntry, group: readonly PlanEntry[], wording: Wording): EntryWords {
  const { fate, kind, light } = entry;
  const words = planWords[wording.language];
  const isOwn = kind === 'own';
  return {
    light: isOver(entry) && !isOwn ? 'green' : light,
    label: isOwn && (fate === 'done' || fate === 'dropped') ? words.own[fate] : words.fate[fate],
    what: whatOf(entry, group, wording),
    people: peopleOf(entry, wording),
  };
}

/** What is over is as good as green. */
function isOver({ fate }: PlanEntry): boolean {
  return fate === 'done' || fate === 'gone';
}

function whatOf(
  { id, kind, what, probe }: PlanEntry,
  group: readonly PlanEntry[],
  { naming, language }: Wording,
): string {
  const words = planWords[language];
  if (kind === 'theme') {
    const { moreOften, complaint } = themeWords[language];
    const theme = themeOfPlanId(id);
    return moreOften(theme === null ? id : complaint[theme]);
  }
  const ids = group.flatMap(({ touchpointId }) => touchpointId ?? []);
  const at = ids.length === 0 || ids.every(naming.isOnly) ? '' : ` (${naming.namesOf(ids)})`;
  if (kind === 'own') return `${oneLine(what ?? '')}${at}`;
  const name = `${naming.checkName(probe ?? '')}${at}`;
  return kind === 'steady' || kind === 'see' ? words[kind](name) : name;
}

function peopleOf(entry: PlanEntry, { language, date }: Wording): string {
  const { taken, closed, who, by } = entry;
  const words = planWords[language];
  const name = closed?.by ?? taken?.by ?? who;
  const until = by === null || closed !== null || isOver(entry) ? null : words.until(date(by));
  const note = closed === null ? taken?.note : closed.why;
  const both = [name, until].flatMap((each) => each ?? []).map(oneLine);
  const said = note === undefined || note === '' ? [] : [words.said(oneLine(note))];
  return [both.join(', '), ...said].filter((part) => part !== '').join(': ');
}
