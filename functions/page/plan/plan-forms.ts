import { createElement as h, type ReactElement } from 'react';
import { planWords } from '../../../shared/i18n/plan/plan.ts';
import type { PlanEntry } from '../../../shared/model/plan.ts';
import { longestPlanName, longestPlanNote } from '../../../shared/model/plan.ts';
import type { PageFrame } from '../page-frame.ts';
import { paths } from '../paths.ts';
import { button, form } from '../views/forms.ts';

/** What an operator may do about one action; folded away, so that a long plan stays a list. */
export function planForms(entry: PlanEntry, today: string, frame: PageFrame): ReactElement {
  const { form: words } = planWords[frame.language];
  const { id, closed } = entry;
  const hidden = { action: id };
  return h(
    'details',
    { key: 'forms' },
    h('summary', null, words.act),
    closed === null ? null : form(paths.planReopen, hidden, frame, button(words.reopen, 'plain')),
    form(
      paths.planTake,
      hidden,
      frame,
      field({
        id: `by-${id}`,
        name: 'by',
        label: words.who,
        max: longestPlanName,
        value: entry.taken?.by ?? frame.session.who,
      }),
      day(`until-${id}`, words.until, today, entry.taken?.until ?? null),
      field({ id: `note-${id}`, name: 'why', label: words.note, max: longestPlanNote, value: entry.taken?.note ?? '' }),
      button(words.take),
    ),
    form(
      paths.planDone,
      hidden,
      frame,
      field({ id: `done-${id}`, name: 'why', label: words.whatWasDone, max: longestPlanNote, value: '' }),
      button(words.done, 'plain'),
    ),
    form(
      paths.planDrop,
      hidden,
      frame,
      field({ id: `drop-${id}`, name: 'why', label: words.whyNot, max: longestPlanNote, value: '', isRequired: true }),
      button(words.drop, 'plain'),
    ),
  );
}

interface Field {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly max: number;
  readonly value: string;
  readonly isRequired?: boolean;
}

function field({ id, name, label, max, value, isRequired = false }: Field): ReactElement {
  return h(
    'div',
    { key: id, className: 'wide-field' },
    h('label', { htmlFor: id }, label),
    h('input', { id, name, maxLength: max, defaultValue: value, required: isRequired, autoComplete: 'off' }),
  );
}

function day(id: string, label: string, today: string, value: string | null): ReactElement {
  const isAhead = value !== null && value >= today;
  return h(
    'div',
    { key: id },
    h('label', { htmlFor: id }, label),
    h('input', { id, name: 'until', type: 'date', min: today, defaultValue: isAhead ? value : '' }),
  );
}
