import type { Frame } from 'playwright-core';
import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import { takeCard } from './cards.ts';
import { readForms } from './drafts.ts';
import { rest } from './dwell.ts';
import { isHiddenTrap } from './fill.ts';
import type { FormDraft } from './form-draft.ts';
import { unveil } from './unveil.ts';

const mostCards = 6;
/** The next question slides in. */
const cardMs = 700;

/** The form as it stands now; null when it has gone. */
export async function formNow(key: string, frame: Frame, signal: AbortSignal): Promise<FormDraft | null> {
  const forms = await withinDeadline(
    readForms(frame).catch((): FormDraft[] => []),
    signal,
  );
  return forms.find((form) => form.key === key) ?? null;
}

/** @param done the keys of what has been filled in */
export function asks({ fields }: FormDraft, done: ReadonlySet<string>): boolean {
  return fields.some((field) => field.seen && !done.has(field.key));
}

/** Scrolls to what fades in. Of a form that shows no field, as a quiz or a calendar does, answers are taken until it does. */
export async function bringOut(
  form: FormDraft,
  done: ReadonlySet<string>,
  frame: Frame,
  signal: AbortSignal,
): Promise<FormDraft> {
  let current = await unveil(frame, form, signal);
  const isHolding = current.fields.some((field) => !field.seen && !isHiddenTrap(field, current));
  for (let taken = 0; isHolding && taken < mostCards && !asks(current, done); taken += 1) {
    if (!(await takeCard(frame, form.key, signal))) break;
    await rest(cardMs, signal);
    current = await unveil(frame, (await formNow(form.key, frame, signal)) ?? current, signal);
  }
  return current;
}
