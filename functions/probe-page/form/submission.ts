import { shorten } from '../../../shared/model/foreign-text.ts';
import { sayForm } from '../../../shared/probes/form/statements.ts';
import { failed, type Measured, measured, unknown } from '../../../shared/runtime/probe.ts';
import { captchaRecipe } from './captcha-recipe.ts';
import type { FormDraft } from './form-draft.ts';
import { adviceOn } from './needless.ts';
import { onlyReloads } from './only-reloads.ts';
import type { Outgoing } from './outgoing.ts';
import { captchaOf } from './purpose.ts';
import { soundsLikeRefusal, soundsLikeThanks } from './reaction.ts';
import { judgeRefusal } from './refusal.ts';
import { judgeRehearsal, judgeReload } from './rehearsal.ts';
import { answerPatienceMs, type SubmittedForm } from './submit-form.ts';

type Rest = Pick<Measured, 'measurements' | 'details'>;

/** What a real submission came to. Success is the configured confirmation, or a recognised one. */
export function judgeSubmission(
  form: FormDraft,
  submitted: SubmittedForm,
  confirmation: string | undefined,
  rest: Rest,
): Measured {
  const [request] = submitted.sent;
  if (request === undefined || submitted.switchedOff) return judgeRehearsal(form, submitted, { kind: 'silent' }, rest);
  return (
    judgeRefusal(request, rest) ??
    judgeDelivery(request, rest) ??
    judgeAnswer(request, form, submitted, confirmation, rest)
  );
}

/** Did the message reach a server that could take it? Null when it did. */
function judgeDelivery({ url, status, failure }: Outgoing, rest: Rest): Measured | null {
  if (failure?.timedOut) {
    return failed('form-timeout', sayForm('form/timeout', { patienceSeconds: answerPatienceMs / 1000 }), rest);
  }
  if (failure !== null) {
    return failed('form-error', sayForm('form/unreachable', { host: new URL(url).host, why: failure.says }), rest);
  }
  if (status === null || status < 500) return null;
  return failed('form-error', sayForm('form/server-error', { status }), rest);
}

function judgeAnswer(
  { status }: Outgoing,
  form: FormDraft,
  submitted: SubmittedForm,
  confirmation: string | undefined,
  rest: Rest,
): Measured {
  const words = [...submitted.dialogs, ...submitted.reaction.appeared];
  const refusal = soundsLikeRefusal(words);
  const refusedWith = status !== null && status >= 400 ? status : null;
  const captcha = captchaOf(form);
  if (captcha !== 'none' && (refusedWith !== null || refusal !== null)) {
    return unknown('captcha', sayForm('form/captcha-refuses', captchaRecipe(captcha)), rest);
  }
  if (refusedWith !== null) return rejected(refusedWith, refusal ?? submitted.reaction.appeared[0], rest);
  const confirmed =
    confirmation === undefined ? soundsLikeThanks(words) : (words.find((line) => line.includes(confirmation)) ?? null);
  if (confirmed !== null) {
    return measured(
      sayForm('form/confirmed', { says: shorten(confirmed, 300), advice: adviceOn(form, submitted.filled) }),
      {
        ...rest,
        measurements: { ...rest.measurements, confirmationMissing: 0 },
      },
    );
  }
  if (refusal === null && onlyReloads(form, submitted)) return judgeReload(form, submitted, rest);
  return refusal === null ? unconfirmed(confirmation ?? null, rest) : rejected(null, refusal, rest);
}

function rejected(status: number | null, said: string | undefined, rest: Rest): Measured {
  return failed(
    'form-rejected',
    sayForm('form/rejected', { status, says: said === undefined ? null : shorten(said, 300) }),
    rest,
  );
}

function unconfirmed(expected: string | null, rest: Rest): Measured {
  return measured(sayForm('form/unconfirmed', { expected }), {
    ...rest,
    measurements: { ...rest.measurements, confirmationMissing: 1 },
    facts: { confirmationMissing: sayForm('form/confirmation-missing', { expected }) },
  });
}
