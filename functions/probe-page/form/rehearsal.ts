import { quote } from '../../../shared/model/foreign-text.ts';
import { failed, type Measured, measured, unknown } from '../../../shared/runtime/probe.ts';
import { captchaRecipe } from './captcha-recipe.ts';
import type { FormDraft } from './drafts.ts';
import { type EndpointAnswer, isPlaceholder, withoutQuery } from './endpoint.ts';
import type { Play } from './play.ts';
import { captchaOf } from './purpose.ts';
import { showsAnything, soundsLikeRefusal, soundsLikeThanks } from './reaction.ts';
import { judgeRefusal } from './refusal.ts';
import type { Outgoing } from './wire.ts';

type Rest = Pick<Measured, 'measurements' | 'details'>;

/** What a rehearsal came to. Nothing that our own stand-in answer caused is held against the site. */
export function judgeRehearsal(form: FormDraft, play: Play, endpoint: EndpointAnswer, rest: Rest): Measured {
  const [request] = play.sent;
  if (request !== undefined) return judgeRequest(request, play, endpoint, rest);
  if (play.handedOver !== null) {
    const program = /^mailto:/i.test(play.handedOver) ? 'e-mail program' : 'messenger';
    return measured(`The form hands the message to the visitor's own ${program}.`, rest);
  }
  return judgeSilence(form, play, rest);
}

function judgeRequest(request: Outgoing, play: Play, endpoint: EndpointAnswer, rest: Rest): Measured {
  const url = withoutQuery(request.url);
  if (isPlaceholder(request.url)) {
    return failed(
      'form-error',
      `Nobody receives what the form sends: its address ${url} is a template's that was never filled in. Whoever made the page has to put the real one there.`,
      rest,
    );
  }
  const refused = judgeRefusal(request, rest);
  if (refused !== null) return refused;
  if (endpoint.kind === 'broken') {
    return failed(
      'form-error',
      `Messages from the form are lost: the address that it sends to answers ${endpoint.status} (${url}). Whoever runs the site should look at that server.`,
      rest,
    );
  }
  const missing = missingFields(request, play);
  const isNative = request.type === 'document';
  const mute = !isNative && !showsAnything(play.reaction) && play.dialogs.length === 0;
  const measurements = {
    ...rest.measurements,
    ...(request.unreadable ? {} : { fieldsMissing: missing.length }),
    ...(isNative ? {} : { confirmationMissing: mute ? 1 : 0 }),
    endpointDoubtful: endpoint.kind === 'doubtful' ? 1 : 0,
  };
  const facts = {
    ...(missing.length === 0
      ? {}
      : {
          fieldsMissing: `what is typed into ${quoted(missing)} is not sent, so nobody will read it (has the field lost its name?)`,
        }),
    ...(mute
      ? {
          confirmationMissing: 'after sending, the page shows the visitor nothing: no thanks, no error, the text stays',
        }
      : {}),
    ...(endpoint.kind === 'doubtful'
      ? {
          endpointDoubtful: `the address that the form sends to says 404, not found, when asked (${url}); fill the form in once by hand to see whether a message arrives`,
        }
      : {}),
  };
  return measured(`The form sends what a visitor types to ${url}; nothing was delivered.`, {
    ...rest,
    measurements,
    facts,
  });
}

/** Nothing left the page: who is to blame, the site or our own typing? */
function judgeSilence(form: FormDraft, play: Play, rest: Rest): Measured {
  const [scriptError] = play.scriptErrors;
  if (scriptError !== undefined) {
    return failed(
      'script-error',
      `Nobody can write through the form: its script breaks when the button is pressed, and nothing is sent. For whoever made the page, the error is: ${scriptError}`,
      rest,
    );
  }
  const captcha = captchaOf(form);
  if (captcha !== 'none') {
    const { name, recipe } = captchaRecipe(captcha);
    return unknown('captcha', `The form is guarded by ${name}, so it could not be tried to the end. ${recipe}`, rest);
  }
  const [invalid] = play.invalid;
  if (invalid !== undefined) return refusedByTheBrowser(form, play, invalid, rest);
  return judgeReaction(play, rest);
}

/** Neither a script error, a captcha nor the browser explains the silence: what does the page show? */
function judgeReaction(play: Play, rest: Rest): Measured {
  const words = [...play.dialogs, ...play.reaction.appeared];
  const thanks = soundsLikeThanks(words);
  if (play.reaction.reloaded && thanks === null) {
    return failed(
      'form-does-nothing',
      'Nobody can write through the form: pressing its button only reloads the page, and nothing that was typed is sent. Whoever made the page has to connect it.',
      rest,
    );
  }
  if (thanks !== null || play.reaction.cleared) {
    const said = thanks === null ? 'clears its fields' : `says ${quote(thanks, 100)}`;
    return failed(
      'form-sends-nothing',
      `The form ${said}, but nothing leaves the visitor's browser: every message is lost. Whoever made the page has to connect it.`,
      rest,
    );
  }
  const refusal = soundsLikeRefusal(words);
  if (refusal !== null)
    return unknown(
      'form-refuses',
      `The form refuses what we typed: ${quote(refusal, 120)}. If it wants something special, give it under "fill" in touchpoints.yaml.`,
      rest,
    );
  return play.pressed ? doesNothing(rest) : hasNoButton(rest);
}

function hasNoButton(rest: Rest): Measured {
  return unknown(
    'no-button',
    'The form has no button that we could find to send it. If customers see one, it is not marked as a button, and people with a keyboard or a screen reader miss it, too.',
    rest,
  );
}

function doesNothing(rest: Rest): Measured {
  return failed(
    'form-does-nothing',
    'Nobody can write through the form: pressing its button does nothing, nothing is sent and the visitor is told nothing. Whoever made the page has to connect it.',
    rest,
  );
}

function refusedByTheBrowser(form: FormDraft, play: Play, invalid: string, rest: Rest): Measured {
  const field = fieldNamed(form, invalid);
  const typed = play.filled.find((each) => invalid.startsWith(`${each.field.key}: `))?.value ?? '';
  if (typed === '') {
    return unknown(
      'form-refuses',
      `Nothing could be typed into ${field}: it is covered or switched off, or this visit was too slow. Try it by hand.`,
      rest,
    );
  }
  return unknown(
    'form-refuses',
    `The form does not accept what we typed into ${field}. Give it what it wants under "fill" in touchpoints.yaml.`,
    rest,
  );
}

/** Name, address, phone and message that were typed, but that the request does not carry. */
function missingFields(request: Outgoing, play: Play): string[] {
  const typed = play.filled.filter(
    ({ role, value }) => /^(name|email|phone|message)$/.test(role) && value !== null && value.trim().length > 2,
  );
  const sent = new Set(play.sent.flatMap(({ carries }) => carries));
  return request.unreadable
    ? []
    : typed.filter(({ value }) => value !== null && !sent.has(value)).map(({ field }) => field.label);
}

function fieldNamed(form: FormDraft, invalid: string): string {
  const [key, said] = invalid.split(': ');
  const label = form.fields.find((field) => field.key === key)?.label ?? 'one of its fields';
  return `${quote(label, 80)}${said === undefined || said === '' ? '' : ` (the browser says: ${said})`}`;
}

function quoted(labels: readonly string[]): string {
  return labels.map((label) => quote(label, 80)).join(' and ');
}
