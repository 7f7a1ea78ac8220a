import type { Locator } from 'playwright-core';
import type { Visit } from '../../../shared/browser/visit.ts';
import { boxWithin, type MarkedPicture, type MarkState, picturesDetail } from '../../../shared/model/marked-picture.ts';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';
import type { Measured } from '../../../shared/runtime/probe.ts';
import { takeView, type View } from '../walking/marked-view.ts';
import type { PlacedForm } from './look-for-forms.ts';

/** The form before anything is typed, where a visitor meets it. */
export interface FormPicture extends View {
  readonly page: string;
  readonly label: string;
  readonly box: Pick<MarkedPicture['marks'][number], 'x' | 'y' | 'width' | 'height'> | null;
}

const patienceMs = 1_500;

/** Nothing depends on it. Nothing has been typed yet, so the picture holds nothing of ours. */
export async function takeFormPicture(
  { form, frame }: PlacedForm,
  visit: Visit,
  signal: AbortSignal,
): Promise<FormPicture> {
  const element = frame.locator(`[data-touchlight="${form.key}"]`).first();
  await bestEffort(() => element.evaluate(bringIntoView, undefined, { timeout: patienceMs }), patienceMs);
  const view = await takeView(visit, 'form-found.jpg', signal);
  const at = await bestEffort(() => placeOf(element), patienceMs);
  signal.throwIfAborted();
  const box = at.ok && at.value !== null ? boxWithin(at.value, view) : null;
  const said = [form.heading, form.submitText, form.page].find((words) => words.trim() !== '') ?? form.page;
  return { ...view, page: form.page, label: said, box };
}

/** In pixels of the window, also where the form is in a frame. */
async function placeOf(element: Locator) {
  const own = await element.boundingBox({ timeout: patienceMs });
  if (own === null) return null;
  const { x, y, width, height } = await element.evaluate(withFields, undefined, { timeout: patienceMs });
  return { x: own.x + x, y: own.y + y, width, height };
}

/** Runs in the page. A form whose fields float has no height of its own. @returns from the form's own corner */
function withFields(element: Element): { x: number; y: number; width: number; height: number } {
  const own = element.getBoundingClientRect();
  const fields = [...element.querySelectorAll('input, textarea, select, button')];
  const boxes = [own, ...fields.map((field) => field.getBoundingClientRect())].filter(
    ({ width, height, right, bottom }) => width > 1 && height > 1 && right > 0 && bottom > 0,
  );
  if (boxes.length === 0) return { x: 0, y: 0, width: own.width, height: own.height };
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return { x: left - own.x, y: top - own.y, width: right - left, height: bottom - top };
}

/** Runs in the page. What is higher than the screen is shown from its top. */
function bringIntoView(element: Element): void {
  const { height } = element.getBoundingClientRect();
  const shown = (height < 2 ? element.querySelector('input:not([type="hidden"]), textarea') : null) ?? element;
  shown.scrollIntoView({ block: height > innerHeight ? 'start' : 'center', behavior: 'instant' });
}

/** The picture as evidence, and its mark as data, in the state that the test came to. */
export function withFormPicture(result: Measured, picture: FormPicture | null): Measured {
  if (picture === null) return result;
  const { name, bytes, page, width, height, label, box } = picture;
  if (bytes === null) return result;
  const marks = box === null ? [] : [{ kind: 'form' as const, label, state: stateOf(result), ...box }];
  const marked: MarkedPicture = { name, page, width, height, marks };
  return {
    ...result,
    evidence: [...(result.evidence ?? []), { name, contentType: 'image/jpeg', bytes }],
    details: { ...result.details, [picturesDetail]: [marked] },
  };
}

function stateOf({ outcome, measurements }: Measured): MarkState {
  switch (outcome) {
    case 'measured':
      if ((measurements['mailProgramNeeded'] ?? 0) > 0) return 'limited';
      return (measurements['fieldsMissing'] ?? 0) > 0 ? 'faulty' : 'usable';
    case 'failed':
      return 'faulty';
    case 'unknown':
    case 'not-applicable':
      return 'untested';
  }
}
