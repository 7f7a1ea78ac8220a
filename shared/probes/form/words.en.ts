import type { Format, StatementFormat } from '../../model/format.ts';
import type { FoundForm } from '../../model/found.ts';
import type { ProbeWords } from '../probe-words.ts';
import { adviceOn, whyUnfinished } from '../unfinished-walk.en.ts';
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
    endpointDoubtful: () => "the form's endpoint does not seem to exist",
    mailProgramNeeded: () => "the form needs the visitor's own email program",
    sentTwice: () => 'the form sends every message twice',
    submitMs: (value) => `the form takes ${value} to respond`,
  },
  says: {
    'form/none': ({ purposes }) => {
      const others = purposes.map((purpose) => purposeNames[purpose]).join(', ');
      return `no contact form was found${others === '' ? '' : ` (only forms for: ${others})`}`;
    },
    'form/missing': ({ page }) =>
      `there is no contact form on ${page}, although touchpoints.yaml says there is: it was removed or moved to another page`,
    'form/vanished': () => [
      'the form was on the page at first, but was gone when it was time to fill it in',
      'The next run will show whether it is back.',
    ],
    'form/rehearsed': ({ url, advice = [] }, { at, whole }) => [
      `the form sends what a visitor types${at(' to ', url)}; this was a rehearsal, so no message was delivered`,
      ...advice.map(whole),
    ],
    'form/many-required': ({ required }, { counted }) => [
      `visitors must fill in ${counted(required, { one: 'field', other: 'fields' })}, and every further field makes some of them give up`,
      'Ask only for what you need in order to answer.',
    ],
    'form/needless-email': ({ label }, { quote }) => [
      `the form promises a call, but insists on an email address too (${quote(label)})`,
      'Make it optional or leave it out.',
    ],
    'form/number-displaced': ({ label, typed, left }, { quote }) => [
      `the phone field (${quote(label)}) turns ${typed} into ${left}: it puts digits of its own in front and cuts the last ones off`,
      'Show beforehand what the number begins with, or take it as people write it.',
    ],
    'form/hands-over': ({ to, advice = [] }, { whole }) => [
      `the form hands the message to the visitor's own ${to === 'mail' ? 'email program' : 'messenger'}`,
      ...advice.map(whole),
    ],
    'form/untried': (seen, format) => [
      `${seen.forms.length + seen.more === 1 ? 'another form for customers was seen, but not tried' : 'other forms for customers were seen, but not tried'}: ${namesOf(seen, format)}`,
      howToTry(seen, format),
    ],
    'form/one-of-several': ({ page, says }, { whole }) => [
      `of the forms that were tried, the one on ${page} does not work`,
      whole(says),
    ],
    'form/mail-program': () => [
      "the form sends nothing itself: it opens a mail in the visitor's own email program, and where none is set up, as with people who read their mail in the browser, nothing is sent",
      'Ask your developer to let the site send the message. Until then, your email address has to stand beside the form, where everybody can copy it.',
    ],
    'form/sent-twice': ({ url }, { at }) => [
      `one press of the button sends the same message${at(' to ', url)} twice, so every enquiry probably reaches you twice`,
      'Ask your developer whether the script of the form is loaded twice, or lets the browser send the form as well.',
    ],
    'form/sent-two-ways': ({ url, other }, { at }) => [
      `one press of the button sends the message to two addresses of the site${at(': ', url)}${at(' and ', other)}`,
      'If every enquiry reaches you twice, ask your developer to let either the script or the browser send the form, not both.',
    ],
    'form/placeholder-address': ({ url }, { at }) => [
      `nobody receives what the form sends: its address${at(' ', url)} is a template placeholder that was never replaced`,
      'Ask your developer to enter the real one.',
    ],
    'form/endpoint-broken': ({ status, url }, { at }) => [
      `the form's endpoint returns HTTP ${status}${at(' (', `${url})`)}, so messages are lost`,
      'Ask your developer to check that server and its log.',
    ],
    'form/endpoint-doubtful': ({ status, url }, { at }) => [
      `the form's endpoint returns HTTP ${status} to a test request${at(' (', `${url})`)}, so it may not exist`,
      'Fill in the form yourself to see whether the message arrives.',
    ],
    'form/fields-not-sent': ({ labels }, { list, quote }) => [
      `what visitors type into ${list(labels.map((label) => quote(label, 80)))} is not sent, so nobody will read it`,
      'Ask your developer whether the field has lost its name attribute.',
    ],
    'form/script-error': ({ message, page }, { quote, at }) => [
      `nobody can use the form${on(page, at)}: its script fails when the button is pressed, and nothing is sent`,
      `The error, for your developer: ${quote(message, 200)}.`,
    ],
    'form/captcha': (guard) => [
      `the form is protected by ${captchaOf(guard)}, so it could not be fully tested`,
      letInBy(guard),
    ],
    'form/captcha-missing': ({ url, status }, { at }) => [
      `nobody can use the form: it waits for a captcha that never appears, because its script returns HTTP ${status}${at(' (', `${url})`)}`,
      'Ask your developer to put the script back, or to remove the captcha.',
    ],
    'form/only-reloads': ({ page }, { at }) => [
      `nobody can use the form${on(page, at)}: pressing its button only reloads the page and sends nothing`,
      connect,
    ],
    'form/does-nothing': ({ page }, { at }) => [
      `nobody can use the form${on(page, at)}: pressing its button sends nothing and shows the visitor no message`,
      connect,
    ],
    'form/sends-nothing': ({ thanks, page }, { quote, at }) => [
      `the form${on(page, at)} ${thanks === null ? 'clears its fields' : `says ${quote(thanks, 100)}`}, but nothing leaves the visitor's browser: every message is lost`,
      connect,
    ],
    'form/no-button': () => [
      'Touchlight could not find the button that sends the form',
      'If customers see one, it is not marked up as a button, so people who use a keyboard or a screen reader miss it too.',
    ],
    'form/asks-first': () => [
      'before it sends anything, the form asks its server for something that nobody else can give, and a rehearsal keeps that request back',
      'Send a message yourself, or set "mode: submit" to have it tried for real.',
    ],
    'form/waits-for': ({ button }, { quote }) => [
      `the form cannot be sent until ${quote(button, 80)} has been pressed, and a rehearsal holds back the request that this button makes`,
      'Fill in the form yourself to see whether it works.',
    ],
    'form/refuses': ({ says }, { quote }) => [
      `the form rejects what Touchlight typed: ${quote(says)}`,
      'If it needs a particular value, set it under "fill" in touchpoints.yaml.',
    ],
    'form/refuses-field': (field, format) => [
      `the form does not accept what Touchlight typed into ${fieldOf(field, format)}`,
      'Set a value that it accepts under "fill" in touchpoints.yaml.',
    ],
    'form/field-unfilled': ({ label }, { quote }) => [
      `Touchlight could not fill in ${quote(label, 80)}, and without it the form sends nothing`,
      'Fill in the form yourself to see whether it works.',
    ],
    'form/field-closed': (field, format) => [
      `nothing could be typed into ${fieldOf(field, format)}: it is covered or disabled, or this visit was too slow`,
      'Try it yourself.',
    ],
    'form/hidden-required': ({ label }, { quote }) => [
      `nobody can send the form: it insists on ${label === null ? 'a field' : `the field ${quote(label, 80)}`} that no visitor can see, and the browser refuses without a word`,
      'Ask your developer to remove the field, or to make it optional.',
    ],
    'form/impossible-field': ({ label, misses }, { quote }) => [
      `nobody can send the form: it insists on ${label === null ? 'a field' : `the field ${quote(label, 80)}`}, ${misses === 'choice' ? 'which offers nothing to choose' : 'but accepts no value there, because its limits exclude each other'}`,
      misses === 'choice'
        ? 'Ask your developer where its entries should come from.'
        : 'Ask your developer to check the limits of the field.',
    ],
    'form/switched-off': ({ page }, { at }) => [
      `nobody can use the form${on(page, at)}: all of its fields are switched off, so visitors cannot type anything`,
      'Ask your developer why. Often the script that should switch them on fails to load.',
    ],
    'form/confirmed': ({ says, advice = [] }, { quote, whole }) => [
      `the form was sent and confirmed: ${quote(says)}`,
      ...advice.map(whole),
    ],
    'form/unconfirmed': ({ expected }, format) => `the form was sent, but the page ${notSeen(expected, format)}`,
    'form/confirmation-missing': ({ expected }, format) => [
      `after sending, the page ${notSeen(expected, format)}`,
      expected === null
        ? 'Visitors cannot tell whether their message arrived. If the page does confirm it, put its words under "confirmation" in touchpoints.yaml.'
        : 'Either the message was not accepted, or the words under "confirmation" in touchpoints.yaml no longer match the site.',
    ],
    'form/rejected': ({ status, says }, { quote }) => [
      `the form was filled in and sent, but the site rejected it${status === null ? '' : ` with HTTP ${status}`}${says === null ? '' : `, saying ${quote(says)}`}`,
      'Try it yourself: if it rejects you too, customers cannot write to you.',
    ],
    'form/captcha-refuses': (guard) => [
      `the form is protected by ${captchaOf(guard)}, which blocked the test`,
      letInBy(guard),
    ],
    'form/timeout': ({ patienceSeconds }, { counted }) => [
      `the form was sent, but its server did not respond within ${counted(patienceSeconds, seconds)}: customers cannot tell whether their message arrived`,
      'Ask your developer to check what the server does when the form is sent.',
    ],
    'form/unreachable': ({ host, why }, { clause }) => [
      `the form's server ${host} cannot be reached (${clause(why)}), so messages are lost`,
      'Ask your developer to check that server.',
    ],
    'form/connection-broke': () => 'the connection was lost',
    'form/no-such-name': () => 'no server has that name',
    'form/no-answer': () => 'no response',
    'form/server-error': ({ status }) => [
      `the form's server returns HTTP ${status} (a server error), so messages are probably lost`,
      "Ask your developer to check the server's log.",
    ],
    'form/private-address': ({ url }, { at }) => [
      `messages from the form are lost: it sends them to ${at('', `${url}, `)}an address that exists only on the visitor's own computer or inside a private network`,
      "Ask your developer to replace it with the site's public address.",
    ],
    'form/leads-inside': ({ url, why }, { at, whole }) => [
      `the form sends its messages to ${at('', url) || 'a private address'}, so it was not fully tested`,
      whole(why),
      "If customers' DNS servers give the same address, they cannot write to you: ask your developer whether it is right.",
    ],
    'form/sent-on-inside': ({ url, why }, { at, whole }) => [
      `the form was sent, but its server then redirects to ${at('', url) || 'a private address'}`,
      whole(why),
      'If customers are sent there too, they get an error instead of a confirmation. Fill in the form yourself to find out.',
    ],
    'form/outside-hours': ({ at, timeZone }, { dateTime }) => [
      `no test message was sent, because they are sent only during business hours: ${at === null ? 'there are none' : `the next start at ${dateTime(at, timeZone)}`}`,
      'To send at any time, set "outsideHours: true" in touchpoints.yaml.',
    ],
    'form/daily-limit': ({ maxPerDay, at, timeZone }, { dateTime }) => [
      `no test message was sent: the limit is ${maxPerDay} in 24 hours (maxPerDay in touchpoints.yaml)`,
      `The next can be sent at ${dateTime(at, timeZone)}.`,
    ],
    'form/sent-before': ({ at, timeZone, marker }, { dateTime }) => [
      `this run sent its test message (marker ${marker}) at ${dateTime(at, timeZone)} and was then interrupted, so the message is not sent again`,
      'It is not known whether it arrived; the next run will show.',
    ],
    'form/not-for-enquiries': ({ purpose }) => [
      `the form is for ${purposeNames[purpose]}, and a mystery shopper writes through contact forms only`,
      'It never books, orders or reserves. Name another form in touchpoints.yaml.',
    ],
    'form/takes-no-enquiry': ({ missing }) => [
      missing === 'message'
        ? 'the form has no field for a message, so nothing can be asked through it'
        : 'the form does not ask for an email address, so no answer could reach the shopper',
      'Name another form in touchpoints.yaml.',
    ],
    'form/too-late': () => 'the form was visited too long after that was planned, so nothing was sent',
    'form/unfinished': (walk, format) => [
      `no contact form was found, but there may be one: ${whyUnfinished(walk, format)}`,
      ...adviceOn(walk, format),
    ],
  },
  trend: {
    submitMs: 'Form response time',
  },
  remedy:
    "Fill in the form yourself. If it fails, ask your developer to check the form's endpoint and the server log. Until then, customer messages are lost.",
  trouble: {
    title: 'The contact form does not work',
    has: (at) => `the contact form${at} has been broken`,
    was: (at) => `the contact form${at} was broken`,
    todo: 'Fill in the form yourself. If it fails, ask your web developer to check where it sends messages.',
    gain: 'Enquiries reach you again. Until then, customer messages are lost.',
  },
};

function namesOf({ forms, more }: FormStatements['form/untried'], { quote, list }: StatementFormat): string {
  const named = forms.map(({ title, page }) => `${title === null ? 'a form' : quote(title, 60)} on ${page}`);
  return list([...named, ...(more > 0 ? [`${more} more`] : [])]);
}

function howToTry({ forms, more }: FormStatements['form/untried'], { quote, list }: StatementFormat): string {
  const one = forms.length + more === 1;
  const keys = list(forms.flatMap(({ key }) => (key === null ? [] : quote(key, 100))));
  const sample = quote('form:/#callback');
  return keys === ''
    ? `To have ${one ? 'it' : 'them'} tried too, each needs an id of its own; touchpoints.yaml then names it by page and id, as in ${sample}.`
    : `To have ${one ? 'it' : 'them'} tried too, add ${keys} to the checks of the website in touchpoints.yaml.`;
}

function on(page: string | undefined, at: StatementFormat['at']): string {
  return page === undefined ? '' : at(' on ', page);
}

function captchaOf({ captcha }: FormStatements['form/captcha']): string {
  return captcha === null ? 'a captcha' : `a captcha (${captcha})`;
}

function letInBy({ userAgent, testKey }: FormStatements['form/captcha']): string {
  const key = testKey === null ? '' : `, or give them the test key ${testKey}`;
  return `To let Touchlight test it, turn the captcha off for visitors whose user agent contains ${userAgent}${key}.`;
}

function fieldOf({ label, says }: FormStatements['form/refuses-field'], { quote }: Format): string {
  return `${label === null ? 'one of its fields' : quote(label, 80)}${says === null ? '' : ` (the browser says: ${quote(says)})`}`;
}

function notSeen(expected: string | null, { quote }: Format): string {
  return expected === null ? 'shows nothing that looks like a confirmation' : `does not show ${quote(expected)}`;
}
