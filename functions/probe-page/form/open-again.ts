import type { Visit } from '../../../shared/browser/visit.ts';
import { pressOpener } from '../walking/menu.ts';
import { announcedForm, awaitForms } from './awaited-form.ts';
import { openFormPage } from './find-forms.ts';
import { hasMain, lookForForms, type PlacedForm } from './look-for-forms.ts';

const lateMs = 10_000;

/** The search went on to other pages: back to the form's own, freshly loaded behind the guard. */
export async function returnTo(placed: PlacedForm, visit: Visit, signal: AbortSignal): Promise<PlacedForm | null> {
  const { frame, form, shownOn } = placed;
  const isHere = !frame.isDetached() && (form.page === frame.url() || shownOn === visit.page.url());
  return isHere ? placed : openAgain(placed, visit, signal);
}

/** The form on its page, freshly loaded, and opened where it has to be; null when it is not there any more. */
export async function openAgain(placed: PlacedForm, visit: Visit, signal: AbortSignal): Promise<PlacedForm | null> {
  const { form, shownOn } = placed;
  const again = await openOn(shownOn, placed, visit, signal);
  // Where taps have brought its frame, it may stand alone.
  return again === null && form.page !== shownOn ? openOn(form.page, placed, visit, signal) : again;
}

async function openOn(
  address: string,
  placed: PlacedForm,
  visit: Visit,
  signal: AbortSignal,
): Promise<PlacedForm | null> {
  if (!(await openFormPage(visit, address, signal))) return null;
  const find = async (): Promise<PlacedForm | null> => {
    const here = { visit, clicks: placed.clicks, anchor: null };
    const atOnce = await lookForForms(visit, placed.clicks, signal);
    const isLate = !hasMain(atOnce) && (await announcedForm(visit, signal)) !== null;
    const forms = isLate ? await awaitForms(here, lateMs, signal) : atOnce;
    const { key, page, fields } = placed.form;
    const isIt = ({ form }: PlacedForm): boolean => form.key === key && form.fields.length === fields.length;
    const same = forms.filter(isIt);
    return same.find(({ form }) => form.page === page) ?? same[0] ?? null;
  };
  const again = await find();
  const isClosed = again !== null && placed.form.seen && !again.form.seen;
  if (!isClosed || !(await pressOpener(visit, `[data-touchlight="${again.form.key}"]`, signal))) return again;
  return (await find()) ?? again;
}
