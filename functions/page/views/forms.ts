import { createElement as h, type ReactElement, type ReactNode } from 'react';
import { formatFor } from '../../../shared/i18n/format.ts';
import type { Incident } from '../../../shared/model/incident.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import type { PageFrame } from '../page-frame.ts';
import { paths } from '../paths.ts';

const longestWhy = 200;
/** Minutes that maintenance may be announced for here; the command line takes any. */
const lengths = [30, 60, 120, 240, 480, 1440] as const;
const usualLength = 60;

/** "I'm on it": with a word or without. */
export function acknowledgeForm({ checkId, openedAt }: Incident, frame: PageFrame): ReactElement | null {
  const { words } = frame;
  if (openedAt === null) return null;
  return form(
    paths.acknowledge,
    { check: checkId, opened: openedAt },
    frame,
    textField(`why-${checkId}-${openedAt}`, words.form.why),
    button(words.form.onIt),
  );
}

export function withdrawForm({ checkId, openedAt }: Incident, frame: PageFrame): ReactElement | null {
  if (openedAt === null) return null;
  const says = button(frame.words.form.withdraw, 'plain');
  return form(paths.withdraw, { check: checkId, opened: openedAt }, frame, says);
}

export function runForm(checkId: string, frame: PageFrame): ReactElement {
  return form(paths.run, { check: checkId }, frame, button(frame.words.form.run, 'plain'));
}

export function startMaintenanceForm(touchpointId: string, frame: PageFrame): ReactElement {
  const { words, language } = frame;
  const { duration } = formatFor(language);
  const id = `minutes-${touchpointId}`;
  return form(
    paths.startMaintenance,
    { touchpoint: touchpointId },
    frame,
    h(
      'div',
      { key: 'length' },
      h('label', { htmlFor: id }, words.form.maintenanceLength),
      h(
        'select',
        { id, name: 'minutes', defaultValue: usualLength },
        ...lengths.map((minutes) => h('option', { key: minutes, value: minutes }, duration(minutes * minuteMs))),
      ),
    ),
    textField(`maintenance-${touchpointId}`, words.form.maintenanceWhy),
    button(words.form.startMaintenance, 'plain'),
    h('p', { key: 'note', className: 'mute whole' }, words.form.maintenanceNote),
  );
}

export function endMaintenanceForm(touchpointId: string, frame: PageFrame): ReactElement {
  const says = button(frame.words.form.endMaintenance, 'plain');
  return form(paths.endMaintenance, { touchpoint: touchpointId }, frame, says);
}

/** Every act is a form of its own that comes back to where it was sent from: a link changes nothing. */
export function form(
  action: string,
  fields: Readonly<Record<string, string>>,
  { here }: PageFrame,
  ...inputs: readonly ReactNode[]
): ReactElement {
  return h(
    'form',
    { key: action, method: 'post', action },
    ...Object.entries({ ...fields, back: here }).map(([name, value]) =>
      h('input', { key: name, type: 'hidden', name, value }),
    ),
    h('div', { className: 'fields' }, ...inputs),
  );
}

function textField(id: string, label: string): ReactElement {
  return h(
    'div',
    { key: 'why', className: 'wide-field' },
    h('label', { htmlFor: id }, label),
    h('input', { id, name: 'why', maxLength: longestWhy, autoComplete: 'off' }),
  );
}

export function button(says: string, className?: string): ReactElement {
  return h('button', { key: says, type: 'submit', className }, says);
}
