import { quote } from '../../../shared/model/foreign-text.ts';
import { failed, type Measured, measured, unknown } from '../../../shared/runtime/probe.ts';
import { captchaRecipe } from './captcha-recipe.ts';
import type { FormDraft } from './drafts.ts';
import type { Play } from './play.ts';
import { captchaOf } from './purpose.ts';
import { soundsLikeRefusal, soundsLikeThanks } from './reaction.ts';
import { judgeRefusal } from './refusal.ts';
import { judgeRehearsal } from './rehearsal.ts';
import type { Outgoing } from './wire.ts';

type Rest = Pick<Measured, 'measurements' | 'details'>;

/** What a real submission came to. Success is the configured confirmation, or a recognised one. */
export function judgeSubmission(form: FormDraft, play: Play, confirmation: string | undefined, rest: Rest): Measured {
  const [request] = play.sent;
  if (request === undefined) return judgeRehearsal(form, play, { kind: 'silent' }, rest);
  return (
    judgeRefusal(request, rest) ?? judgeDelivery(request, rest) ?? judgeAnswer(request, form, play, confirmation, rest)
  );
}

/** Did the message reach a server that could take it? Null when it did. */
function judgeDelivery({ url, status, failure }: Outgoing, rest: Rest): Measured | null {
  const host = new URL(url).host;
  if (failure !== null && /timeout|timed out/i.test(failure)) {
    return failed(
      'form-timeout',
      'The form was sent, but its server gave no answer within 15 seconds: customers cannot know whether their message arrived. Whoever runs the site should see what happens there when the form is sent.',
      rest,
    );
  }
  if (failure !== null) {
    return failed(
      'form-error',
      `Messages from the form are lost: ${host}, where it sends them, cannot be reached (${failure}). Whoever runs the site should look at that server.`,
      rest,
    );
  }
  if ((status ?? 0) < 500) return null;
  return failed(
    'form-error',
    `Messages from the form are probably lost: the server that takes them answers ${status}, an error of its own. Whoever runs the site should look at the server's log.`,
    rest,
  );
}

function judgeAnswer(
  { status }: Outgoing,
  form: FormDraft,
  play: Play,
  confirmation: string | undefined,
  rest: Rest,
): Measured {
  const words = [...play.dialogs, ...play.reaction.appeared];
  const refusal = soundsLikeRefusal(words);
  const isRefused = (status ?? 0) >= 400;
  const captcha = captchaOf(form);
  if (captcha !== 'none' && (isRefused || refusal !== null)) {
    const { name, recipe } = captchaRecipe(captcha);
    return unknown('captcha', `The form is guarded by ${name}, which turned our test away. ${recipe}`, rest);
  }
  if (isRefused) return rejected(`with ${status}`, refusal ?? play.reaction.appeared[0], rest);
  const confirmed =
    confirmation === undefined ? soundsLikeThanks(words) : (words.find((line) => line.includes(confirmation)) ?? null);
  if (confirmed !== null) {
    return measured(`The form was sent and confirmed: ${quote(confirmed, 120)}.`, {
      ...rest,
      measurements: { ...rest.measurements, confirmationMissing: 0 },
    });
  }
  return refusal === null ? unconfirmed(confirmation, rest) : rejected('', refusal, rest);
}

function rejected(how: string, said: string | undefined, rest: Rest): Measured {
  const words = said === undefined ? '' : `, saying ${quote(said, 120)}`;
  const manner = how === '' ? '' : ` ${how}`;
  return failed(
    'form-rejected',
    `The form was filled in and sent, and the site refused it${manner}${words}. Try it by hand: if you are refused, too, customers cannot write.`,
    rest,
  );
}

function unconfirmed(confirmation: string | undefined, rest: Rest): Measured {
  const expected = confirmation === undefined ? 'nothing that reads like a confirmation' : `not "${confirmation}"`;
  const advice =
    confirmation === undefined
      ? 'visitors cannot know that their message arrived; if there is one, put its words under "confirmation"'
      : 'either the message was not taken, or the words under "confirmation" are no longer those of the site';
  return measured(`The form was sent, but the page shows ${expected}.`, {
    ...rest,
    measurements: { ...rest.measurements, confirmationMissing: 1 },
    facts: { confirmationMissing: `after sending, the page shows ${expected}: ${advice}` },
  });
}
