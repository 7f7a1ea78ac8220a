import type { Visit } from '../../../shared/browser/visit.ts';
import { pressOpener } from '../walking/menu.ts';
import { announcedForm, awaitForms } from './awaited-form.ts';
import { openFormPage } from './find-forms.ts';
import { hasMain, lookForForms, type PlacedForm } from './look-for-forms.ts';

const lateMs = 10_000;

/** The search went on to other pages: back to the form's own, freshly loaded behind the guard. */
export async function returnTo(placed: PlacedForm, visit: Visit, signal: AbortSignal): Promise<PlacedForm | null> {
  const isHere = !placed.frame.isDetached() && placed.form.page === placed.frame.url();
  return isHere ? placed : openAgain(placed, visit, signal);
}

/** The form on its page, freshly loaded, and opened where it has to be; null when it is not there any more. */
export async function openAgain(placed: PlacedForm, visit: Visit, signal: AbortSignal): Promise<PlacedForm | null> {
  if (!(await openFormPage(visit, placed.form.page, signal))) return null;
  const find = async (): Promise<PlacedForm | null> => {
    const here = { visit, clicks: placed.clicks, anchor: null };
    const atOnce = await lookForForms(visit, placed.clicks, signal);
    const isLate = !hasMain(atOnce) && (await announcedForm(visit, signal)) !== null;
    const forms = isLate ? await awaitForms(here, lateMs, signal) : atOnce;
    const { key, fields } = placed.form;
    return forms.find(({ form }) => form.key === key && form.fields.length === fields.length) ?? null;
  };
  const again = await find();
  const isClosed = again !== null && placed.form.seen && !again.form.seen;
  if (!isClosed || !(await pressOpener(visit, `[data-touchlight="${again.form.key}"]`, signal))) return again;
  return (await find()) ?? again;
}
