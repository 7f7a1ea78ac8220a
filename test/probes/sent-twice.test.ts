import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { tryPage } from './form-trial.ts';
import { contactForm, lookForForm, page, type Site } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const brisk = { rehearseMs: 0, submitMs: 0, againMs: 0 };
const thanks = "document.querySelector('form').outerHTML = '<p>Thank you for your message</p>'";
const site = (script: string, form: string): Site => ({
  '/': page(`<h2>Write to us</h2>${form}<script>const form = document.querySelector('form');
    const data = () => new FormData(form); const texts = (d = data()) => Object.fromEntries(d);
    const json = (url, more = {}, d = texts()) => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...d, ...more }) });
    const post = (url, more = {}) => fetch(url, { method: 'POST', body: new URLSearchParams({ ...texts(), ...more }) });
    const xhr = (url) => { const x = new XMLHttpRequest(); x.open('POST', url); x.send(data()); return x; };
    const done = () => { ${thanks} };
    const on = (what, act) => form.addEventListener(what, act);
    ${script}</script>`),
  '/send': '<h1>Thank you, we have received your message</h1>',
});
const look = (script: string, form: string) => lookForForm(site(script, form), browser, {}, { pace: brisk });

// Public reports: contact-form-7 and Elementor threads on doubled mails; a listener bound in each of two copies of a script.
const doubled: [why: string, script: string, form?: string][] = [
  ['a script sends and lets the browser send, too', "on('submit', () => { post('/send') })"],
  ['a script sends JSON and lets the browser send, too', "on('submit', () => { json('/send') })"],
  [
    'two listeners are bound',
    "const send = (e) => { e.preventDefault(); post('/send').then(done) }; on('submit', send); on('submit', (e) => send(e))",
  ],
  [
    'its plugin is loaded twice, each copy with a number of its own',
    "for (const copy of [1, 2]) on('submit', (e) => { e.preventDefault(); post('/send', { _wpnonce: 'a' + copy, request_id: copy }).then(done) })",
  ],
  [
    'the button sends and the form sends',
    "form.querySelector('button').onclick = () => { xhr('/send') }; on('submit', (e) => { e.preventDefault(); xhr('/send').onload = done })",
  ],
  [
    'a script hears of the form, and another of the document',
    "const send = async (e) => { e.preventDefault(); await post('/send'); done() }; on('submit', send); document.addEventListener('submit', send)",
  ],
  [
    'each copy waits a moment for its guard',
    "for (const wait of [20, 120]) on('submit', async (e) => { e.preventDefault(); await new Promise((r) => setTimeout(r, wait)); post('/send', { captcha_token: 'x' + wait }).then(done) })",
  ],
  [
    'a form without a message asks for a call',
    "on('submit', () => { post('/send') })",
    '<form action="/send" method="post"><label>Your name <input name=name required></label><label>Phone <input name=phone type=tel required></label><button>Call me back</button></form>',
  ],
  [
    'a script sends through a library and by hand',
    "on('submit', (e) => { e.preventDefault(); xhr('/send'); fetch('/send', { method: 'POST', body: data() }).then(done) })",
  ],
  ['the address has a slash at its end once', "on('submit', () => { post('/send/') })"],
];

const once: [why: string, script: string, form?: string][] = [
  ['the browser sends alone', ''],
  ['a script sends alone', "on('submit', (e) => { e.preventDefault(); post('/send').then(done) })"],
  [
    'a question comes first',
    "on('submit', async (e) => { e.preventDefault(); await post('/send', { check: 1 }); await post('/send'); done() })",
  ],
  [
    'a script saves a draft and then lets the browser send',
    "on('submit', async (e) => { e.preventDefault(); await post('/drafts'); form.submit() })",
  ],
  [
    'it tries again because it does not understand our stand-in',
    "on('submit', async (e) => { e.preventDefault(); for (let n = 0; n < 3; n += 1) { const answer = await (await json('/send')).json(); if (answer.ticket) break } done() })",
  ],
  ['a counter reads along', "on('submit', () => { navigator.sendBeacon('/send', new URLSearchParams(texts())) })"],
  ['a lead is tracked beside it', "on('submit', () => { post('/track/lead') })"],
  [
    'one goes to the owner and one to the visitor',
    "on('submit', (e) => { e.preventDefault(); for (const template of ['owner', 'thanks']) json('/send', { template }); setTimeout(done, 50) })",
  ],
  [
    'one has another subject',
    "on('submit', (e) => { e.preventDefault(); for (const s of ['New enquiry', 'We have received your message']) post('/send', { _subject: s }); setTimeout(done, 50) })",
  ],
  [
    'one address takes two actions',
    "on('submit', (e) => { e.preventDefault(); post('/ajax', { action: 'mail' }); post('/ajax', { action: 'crm' }).then(done) })",
  ],
  [
    'the address is put on a list while the message is sent',
    "on('submit', (e) => { e.preventDefault(); const { name, email } = texts(); json('/send', {}, { name, email }); json('/send').then(done) })",
  ],
];

describe.concurrent('a message that one press sends twice is told', { timeout: 90_000 }, () => {
  it.each(doubled)('when %s', async (_, script, form = contactForm) => {
    const { outcome, measurements, reason } = await look(script, form);
    expect({ outcome, twice: measurements['sentTwice'] }, reason).toEqual({ outcome: 'measured', twice: 1 });
  });

  it.each(once)('but not when %s', async (_, script, form = contactForm) => {
    const { outcome, measurements, reason } = await look(script, form);
    expect({ outcome, twice: measurements['sentTwice'] }, reason).toEqual({ outcome: 'measured', twice: 0 });
    expect(reason).not.toContain('two addresses');
  });
});

it('what a script and the browser send to two addresses is advice, because only the inbox can tell', {
  timeout: 90_000,
}, async () => {
  const { measurements, reason } = await look("on('submit', () => { post('/api/contact') })", contactForm);
  expect(measurements['sentTwice']).toBe(0);
  // Which of the two a busy browser lets go first is its own affair.
  expect(reason).toMatch(
    /two addresses of the site: http\S*\/(api\/contact and http\S*\/send|send and http\S*\/api\/contact)\./,
  );
});

it('a real message leaves once, and the second that its press sends is told', { timeout: 90_000 }, async () => {
  const { result, deliveries } = await tryPage('tries-twice', { launch: browser.launch, options: { mode: 'submit' } });
  expect(result.outcome).toBe('measured');
  expect(result.measurements).toMatchObject({ sentTwice: 1, confirmationMissing: 0 });
  expect(deliveries).toHaveLength(1);
});
