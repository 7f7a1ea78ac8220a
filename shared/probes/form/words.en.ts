import type { Format } from '../../model/format.ts';
import type { FoundForm } from '../../model/found.ts';
import type { ProbeWords } from '../probe-words.ts';
import type { form } from './spec.ts';
import type { FormStatements } from './statements.ts';

const purposeNames: Readonly<Record<FoundForm['purpose'], string>> = {
  contact: 'contact',
  booking: 'booking',
  newsletter: 'newsletter',
  search: 'search',
  login: 'login',
  comment: 'comments',
  order: 'orders',
  other: 'something else',
};
const seconds = { one: 'second', other: 'seconds' };
const connect = 'Ask your developer to connect it.';

export const en: ProbeWords<typeof form, FormStatements> = {
  name: 'Contact form',
  good: 'the contact form works',
  bad: 'the contact form does not work',
  measurement: {
    fieldsMissing: () => 'the form does not send everything that is typed into it',
    confirmationMissing: () => 'the form leaves the visitor without a confirmation',
    endpointDoubtful: () => 'the address that the form sends to seems not to exist',
    submitMs: (value) => `the form reacts after ${value}`,
  },
  says: {
    'form/none': ({ purposes }) => {
      const others = purposes.map((purpose) => purposeNames[purpose]).join(', ');
      return `no form was found through which a customer could write${others === '' ? '' : ` (only for: ${others})`}`;
    },
    'form/missing': ({ page }) =>
      `there is no contact form on ${page}, where touchpoints.yaml says one is: it was taken away, or has moved to another page`,
    'form/vanished': () => [
      'the form was there when the page was first looked at, and gone when it was to be filled in',
      'The next run tells more.',
    ],
    'form/rehearsed': ({ url }, { at }) =>
      `the form sends what a visitor types${at(' to ', url)}; nothing was delivered`,
    'form/hands-over': ({ to }) =>
      `the form hands the message to the visitor's own ${to === 'mail' ? 'e-mail program' : 'messenger'}`,
    'form/placeholder-address': ({ url }, { at }) => [
      `nobody receives what the form sends: its address${at(' ', url)} is a template's that was never filled in`,
      'Ask your developer to put the real one there.',
    ],
    'form/endpoint-broken': ({ status, url }, { at }) => [
      `messages from the form are lost: the address that it sends to answers ${status}${at(' (', `${url})`)}`,
      'Ask your developer to check that server and its log.',
    ],
    'form/endpoint-doubtful': ({ status, url }, { at }) => [
      `the address that the form sends to says ${status}, not found, when asked${at(' (', `${url})`)}`,
      'Fill the form in once by hand to see whether a message arrives.',
    ],
    'form/fields-not-sent': ({ labels }, { list, quote }) => [
      `what is typed into ${list(labels.map((label) => quote(label, 80)))} is not sent, so nobody will read it`,
      'Ask your developer whether the field has lost its name.',
    ],
    'form/shows-nothing': () =>
      'after sending, the page shows the visitor nothing: no thanks, no error, the text stays',
    'form/script-error': ({ message }, { quote }) => [
      'nobody can write through the form: its script breaks when the button is pressed, and nothing is sent',
      `For your developer, the error is: ${quote(message, 200)}.`,
    ],
    'form/captcha': (guard) => [
      `the form is guarded by ${captchaOf(guard)}, so it could not be tried to the end`,
      letInBy(guard),
    ],
    'form/only-reloads': () => [
      'nobody can write through the form: pressing its button only reloads the page, and nothing that was typed is sent',
      connect,
    ],
    'form/does-nothing': () => [
      'nobody can write through the form: pressing its button does nothing, nothing is sent and the visitor is told nothing',
      connect,
    ],
    'form/sends-nothing': ({ thanks }, { quote }) => [
      `the form ${thanks === null ? 'clears its fields' : `says ${quote(thanks, 100)}`}, but nothing leaves the visitor's browser: every message is lost`,
      connect,
    ],
    'form/no-button': () => [
      'the form has no button that we could find to send it',
      'If customers see one, it is not marked as a button, and people with a keyboard or a screen reader miss it, too.',
    ],
    'form/refuses': ({ says }, { quote }) => [
      `the form refuses what we typed: ${quote(says)}`,
      'If it wants something special, give it under "fill" in touchpoints.yaml.',
    ],
    'form/refuses-field': (field, format) => [
      `the form does not accept what we typed into ${fieldOf(field, format)}`,
      'Give it what it wants under "fill" in touchpoints.yaml.',
    ],
    'form/field-closed': (field, format) => [
      `nothing could be typed into ${fieldOf(field, format)}: it is covered or switched off, or this visit was too slow`,
      'Try it by hand.',
    ],
    'form/confirmed': ({ says }, { quote }) => `the form was sent and confirmed: ${quote(says)}`,
    'form/unconfirmed': ({ expected }, format) => `the form was sent, but the page ${notSeen(expected, format)}`,
    'form/confirmation-missing': ({ expected }, format) => [
      `after sending, the page ${notSeen(expected, format)}`,
      expected === null
        ? 'Visitors cannot know that their message arrived; if there is a confirmation, put its words under "confirmation" in touchpoints.yaml.'
        : 'Either the message was not taken, or the words under "confirmation" in touchpoints.yaml are no longer those of the site.',
    ],
    'form/rejected': ({ status, says }, { quote }) => [
      `the form was filled in and sent, and the site refused it${status === null ? '' : ` with ${status}`}${says === null ? '' : `, saying ${quote(says)}`}`,
      'Try it by hand: if you are refused, too, customers cannot write.',
    ],
    'form/captcha-refuses': (guard) => [
      `the form is guarded by ${captchaOf(guard)}, which turned our test away`,
      letInBy(guard),
    ],
    'form/timeout': ({ patienceSeconds }, { counted }) => [
      `the form was sent, but its server gave no answer within ${counted(patienceSeconds, seconds)}: customers cannot know whether their message arrived`,
      'Ask your developer to check what the server does when the form is sent.',
    ],
    'form/unreachable': ({ host, why }, { clause }) => [
      `messages from the form are lost: ${host}, where it sends them, cannot be reached (${clause(why)})`,
      'Ask your developer to check that server.',
    ],
    'form/connection-broke': () => 'the connection broke',
    'form/no-answer': () => 'no answer',
    'form/server-error': ({ status }) => [
      `messages from the form are probably lost: the server that takes them answers ${status}, an error of its own`,
      "Ask your developer to check the server's log.",
    ],
    'form/private-address': ({ url }, { at }) => [
      `messages from the form are lost: it sends them to ${at('', `${url}, `)}an address that exists only on the visitor's own computer or inside a private network`,
      "Ask your developer to put the site's public address there.",
    ],
    'form/leads-inside': ({ url, why }, { at, whole }) => [
      `the form sends its messages to ${at('', url) || 'a private address'}, so it was not tried to the end`,
      whole(why),
      "If customers' name servers say the same, they cannot write: ask your developer whether the address is right.",
    ],
    'form/sent-on-inside': ({ url, why }, { at, whole }) => [
      `the form was sent, but its server then leads to ${at('', url) || 'a private address'}`,
      whole(why),
      'If customers are led there, too, they get an error instead of a confirmation: fill the form in once by hand.',
    ],
    'form/outside-hours': ({ at, timeZone }, { dateTime }) => [
      `no test message was sent, because it is only sent in business hours: ${at === null ? 'there are none' : `the next begin at ${dateTime(at, timeZone)}`}`,
      '"outsideHours: true" in touchpoints.yaml lets it be sent at any time.',
    ],
    'form/daily-limit': ({ maxPerDay, at, timeZone }, { dateTime }) => [
      `no test message was sent: ${maxPerDay} within 24 hours is the limit (maxPerDay in touchpoints.yaml)`,
      `The next may be sent at ${dateTime(at, timeZone)}.`,
    ],
    'form/sent-before': ({ at, timeZone, marker }, { dateTime }) => [
      `this run sent its test message (marker ${marker}) at ${dateTime(at, timeZone)} and was then interrupted, so it is not sent again`,
      'Whether the message arrived is not known; the next run tells.',
    ],
  },
  trend: {
    submitMs: 'Form reacts after',
  },
  remedy:
    'Fill in the form yourself. If it fails, ask your developer to check the form’s endpoint and the server log. Until then, customer messages are lost.',
  trouble: {
    title: 'The contact form does not work',
    has: (at) => `the contact form${at} has failed`,
    was: (at) => `the contact form${at} failed`,
    todo: 'Fill in the form yourself. If it fails, ask your web developer to check where it sends messages.',
    gain: 'Enquiries reach you again. Until then, customer messages are lost.',
  },
};

function captchaOf({ captcha }: FormStatements['form/captcha']): string {
  return captcha === null ? 'a captcha' : `a captcha (${captcha})`;
}

function letInBy({ userAgent, testKey }: FormStatements['form/captcha']): string {
  const key = testKey === null ? '' : `, or give them the test key ${testKey}`;
  return `To have it tried, leave it out for visitors whose user agent contains ${userAgent}${key}.`;
}

function fieldOf({ label, says }: FormStatements['form/refuses-field'], { quote }: Format): string {
  return `${label === null ? 'one of its fields' : quote(label, 80)}${says === null ? '' : ` (the browser says: ${quote(says)})`}`;
}

function notSeen(expected: string | null, { quote }: Format): string {
  return expected === null ? 'shows nothing that reads like a confirmation' : `does not show ${quote(expected)}`;
}
