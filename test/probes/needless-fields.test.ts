import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { tryPage } from './form-trial.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const required = (n: number, from = 0): string =>
  Array.from(
    { length: n },
    (_, i) => `<p><label>Detail ${from + i} <input name="d${from + i}" required></label></p>`,
  ).join('');
const who = `<p><label>Your name <input name="name" required></label></p><p><label>E-mail <input name="email" type="email" required></label></p>
<p><label>Message <textarea name="message" required></textarea></label></p>`;
const phone = '<p><label>Your phone <input name="phone" type="tel" required></label></p>';
const email = '<p><label>E-mail <input name="email" type="email" required></label></p>';
const optionalEmail = email.replace(' required', '');
const radio =
  '<fieldset><legend>How?</legend><label><input type="radio" name="how" value="a" required>A</label><label><input type="radio" name="how" value="b" required>B</label><label><input type="radio" name="how" value="c" required>C</label></fieldset>';
const consent = '<label><input type="checkbox" name="ok" required> I agree to the privacy policy</label>';
const form = (inner: string, button: string): string =>
  `<form action="/send" method="post">${inner}<button>${button}</button></form>`;

const many = /Visitors must fill in \d+ fields/;
const call = /promises a call, but insists on an email address/;

/** What the owner is advised beside a green light; null for nothing. */
const forms: readonly { readonly it: string; readonly body: string; readonly advice: RegExp | null }[] = [
  {
    it: 'twelve fields that must be filled in',
    body: form(who + required(9), 'Send message'),
    advice: /must fill in 12 fields/,
  },
  { it: 'eight of them', body: form(who + required(5), 'Send message'), advice: /must fill in 8 fields/ },
  { it: 'seven of them', body: form(who + required(4), 'Send message'), advice: null },
  {
    it: 'twelve fields, of which three must be filled in',
    body: form(who + required(9).replaceAll(' required', ''), 'Send message'),
    advice: null,
  },
  {
    it: 'eight fields marked with a star',
    body: form(
      who +
        required(5)
          .replaceAll(' required', '')
          .replaceAll(/Detail (\d)/g, 'Detail $1 *'),
      'Send message',
    ),
    advice: /must fill in 8 fields/,
  },
  {
    it: 'a question of three choices, which counts once',
    body: form(who + required(3) + radio, 'Send message'),
    advice: null,
  },
  { it: 'a consent, which does not count', body: form(who + required(4) + consent, 'Send message'), advice: null },
  { it: 'a call-back that insists on an email address', body: form(phone + email, 'Call me back'), advice: call },
  {
    it: 'a call-back in its heading that does',
    body: `<h2>We call you back</h2>${form(phone + email, 'Send')}`,
    advice: call,
  },
  {
    it: 'a call-back that asks for one without insisting',
    body: form(phone + optionalEmail, 'Call me back'),
    advice: null,
  },
  { it: 'a call-back by phone alone', body: form(phone, 'Call me back'), advice: null },
  { it: 'an ordinary form that insists on both', body: form(who + phone, 'Send message'), advice: null },
];

describe.concurrent('a form that works is advised on', { timeout: 60_000 }, () => {
  it.each(forms)('$it', async ({ body, advice }) => {
    const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><body><h1>Roof repair</h1>${body}</body></html>`;
    const { result } = await tryPage('form', {
      launch: browser.launch,
      replies: { '/form': { status: 200, body: html }, '*': { status: 200, body: '<p>Thank you!</p>' } },
    });
    expect(result.outcome, result.reason).toBe('measured');
    expect(result.facts).toEqual({});
    if (advice === null) expect(result.reason).not.toMatch(new RegExp(`${many.source}|${call.source}`));
    else expect(result.reason).toMatch(advice);
  });
});
