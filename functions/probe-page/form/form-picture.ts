import type { Visit } from '../../../shared/browser/visit.ts';
import { boxWithin, type MarkedPicture, type MarkState, picturesDetail } from '../../../shared/model/marked-picture.ts';
import { bestEffort } from '../../../shared/runtime/best-effort.ts';
import type { Measured } from '../../../shared/runtime/probe.ts';
import { takeView, type View } from '../walking/marked-view.ts';
import type { PlacedForm } from './find-forms.ts';

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
  const at = await bestEffort(() => element.boundingBox({ timeout: patienceMs }), patienceMs);
  signal.throwIfAborted();
  const box = at.ok && at.value !== null ? boxWithin(at.value, view) : null;
  const said = [form.heading, form.submitText, form.page].find((words) => words.trim() !== '') ?? form.page;
  return { ...view, page: form.page, label: said, box };
}

/** Runs in the page. What is higher than the screen is shown from its top. */
function bringIntoView(element: Element): void {
  const isHigh = element.getBoundingClientRect().height > innerHeight;
  element.scrollIntoView({ block: isHigh ? 'start' : 'center', behavior: 'instant' });
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
      return (measurements['fieldsMissing'] ?? 0) > 0 ? 'faulty' : 'usable';
    case 'failed':
      return 'faulty';
    case 'unknown':
    case 'not-applicable':
      return 'untested';
  }
}
