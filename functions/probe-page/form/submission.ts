import { failed, type Measured, measured, unknown } from '../../../shared/runtime/probe.ts';
import type { FormDraft } from './drafts.ts';
import type { Play } from './play.ts';
import { captchaOf } from './purpose.ts';
import { soundsLikeRefusal, soundsLikeThanks } from './reaction.ts';
import { judgeRehearsal } from './rehearsal.ts';

type Rest = Pick<Measured, 'measurements' | 'details'>;

/**
 * What a real submission came to. Success is the configured confirmation, or a recognised one.
 * @param pageStatus the status of the page that answered a native submission
 */
export function judgeSubmission(form: FormDraft, play: Play, confirmation: string | undefined, rest: Rest): Measured {
  const [request] = play.sent;
  if (request === undefined) return judgeRehearsal(form, play, { kind: 'silent' }, rest);
  const captcha = captchaOf(form);
  const words = [...play.dialogs, ...play.reaction.appeared];
  const refusal = soundsLikeRefusal(words);
  const status = request.status ?? 0;
  if (request.failure !== null) {
    const isLate = /timeout|timed out/i.test(request.failure);
    return isLate
      ? failed('form-timeout', 'The form was sent, but its server did not answer within 15 seconds.', rest)
      : failed('form-error', `The form was sent, but its server could not be reached (${request.failure}).`, rest);
  }
  if (status >= 500) return failed('form-error', `The form was sent and its server answered ${status}.`, rest);
  if (captcha !== 'none' && (status >= 400 || refusal !== null)) {
    return unknown(
      'captcha',
      `The form is guarded by a captcha (${captcha}) and turned our test away. Let visitors whose user agent ends in Touchlight/1 through.`,
      rest,
    );
  }
  if (status >= 400) {
    const said = refusal ?? play.reaction.appeared[0];
    return failed(
      'form-rejected',
      `The form was sent and its server refused it with ${status}${said === undefined ? '' : `: "${said.slice(0, 160)}"`}.`,
      rest,
    );
  }
  const confirmed =
    confirmation === undefined ? soundsLikeThanks(words) : (words.find((line) => line.includes(confirmation)) ?? null);
  if (confirmed !== null) {
    return measured(`The form was sent and confirmed: "${confirmed.slice(0, 120)}".`, {
      ...rest,
      measurements: { ...rest.measurements, confirmationMissing: 0 },
    });
  }
  if (refusal !== null)
    return failed('form-rejected', `The form was sent and refused: "${refusal.slice(0, 160)}".`, rest);
  const expected = confirmation === undefined ? 'nothing that reads like a confirmation' : `not "${confirmation}"`;
  return measured(`The form was sent, but the page shows ${expected}.`, {
    ...rest,
    measurements: { ...rest.measurements, confirmationMissing: 1 },
    facts: { confirmationMissing: `after sending, the page shows ${expected}` },
  });
}
