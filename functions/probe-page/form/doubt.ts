import { withinDeadline } from '../../../shared/runtime/deadline.ts';
import type { PlacedForm } from './look-for-forms.ts';
import { onlyReloads } from './only-reloads.ts';
import { captchaOf } from './purpose.ts';
import { soundsLikeRefusal, soundsLikeThanks } from './reaction.ts';
import type { RequestInterceptor } from './request-interceptor.ts';
import type { SubmittedForm } from './submit-form.ts';

const mostAgeMs = 25_000;

/**
 * Would the form be accused of sending nothing, or does it not take what was typed? Then a person would have tried again. Or did it send something, and the page
 * says nothing of it? Then a draft's timer may have struck just after the press: on a page that is left alone until then, it
 * strikes unasked. What has really been sent is not sent twice to find that out.
 */
export function doubtAbout(
  { form }: PlacedForm,
  submitted: SubmittedForm,
  { policy }: RequestInterceptor,
): 'silent' | 'unasked' | null {
  const { sent, handedOver } = submitted;
  if (sent.length === 0) return handedOver === null && captchaOf(form) === 'none' ? 'silent' : null;
  // Its script may come late.
  if (policy === 'stop' && onlyReloads(form, submitted)) return 'silent';
  const isByScript = sent.every(({ type }) => type !== 'document');
  return policy === 'stop' && isByScript && !isAnswered(submitted) ? 'unasked' : null;
}

/** Milliseconds since the form's page was opened, and a little more; not too many to wait for. */
export async function ageOf({ frame }: PlacedForm, signal: AbortSignal): Promise<number> {
  const ageMs = await withinDeadline(
    frame.evaluate(() => performance.now()).catch(() => 0),
    signal,
  );
  return Math.min(ageMs + 1_000, mostAgeMs);
}

/** What the page also sends unasked, and says nothing of, has not been sent by the button, in whichever moment it left. */
export function withoutUnasked(submitted: SubmittedForm, { wasUnasked }: RequestInterceptor): SubmittedForm {
  return isAnswered(submitted) ? submitted : { ...submitted, sent: submitted.sent.filter((one) => !wasUnasked(one)) };
}

function isAnswered({ reaction, dialogs }: SubmittedForm): boolean {
  const says = [...dialogs, ...reaction.appeared];
  return reaction.cleared || soundsLikeThanks(says) !== null || soundsLikeRefusal(says) !== null;
}
