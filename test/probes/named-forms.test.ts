import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { type Trial, tryPage } from './form-trial.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const writeToUs = `<p><label>Your name <input name="name" required></label></p><p><label>E-mail <input name="email" type="email" required></label></p>
<p><label>Message <textarea name="message" required></textarea></label></p><button>Send message</button>`;
const callBack =
  '<p><label>Your phone <input name="phone" type="tel" required></label></p><button>Call me back</button>';
const live = (to: string, attributes = '', inner = callBack): string =>
  `<form action="${to}" method="post" ${attributes}>${inner}</form>`;
const dead = (attributes = '', inner = callBack): string =>
  `<form ${attributes} onsubmit="return false">${inner}</form>`;
const main = live('/send', '', writeToUs);

function tryForm(body: string, place: string, options: Record<string, unknown> = {}): Promise<Trial> {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><body><h1>Roof repair</h1>${body}</body></html>`;
  return tryPage('form', {
    launch: browser.launch,
    options: { page: `/form${place}`, ...options },
    replies: { '/form': { status: 200, body: html }, '*': { status: 200, body: '<p>Thank you!</p>' } },
  });
}

const dialog = (inner: string): string => `<a href="#callback" id="open">Call me back</a>
<div id="callback" style="display:none">${inner}</div>
<script>document.getElementById('open').onclick = (e) => { e.preventDefault(); document.getElementById('callback').style.display = 'block' }</script>`;

/** Beside the main form, which is alive, stands another, which is dead. */
const ways: readonly { readonly it: string; readonly body: string }[] = [
  { it: 'by its own id', body: `${main}${dead('id="callback"')}` },
  { it: 'by the id of the section around it', body: `${main}<section id="callback"><div>${dead()}</div></section>` },
  { it: 'by an anchor before it', body: `${main}<a name="callback"></a>${dead()}` },
  { it: 'by the heading before it', body: `${main}<h2 id="callback">Call me back</h2>${dead()}` },
  { it: 'by an anchor in a block before it', body: `${main}<p><a id="callback"></a>Shall we call you?</p>${dead()}` },
  { it: 'by the id of its field', body: `${main}${dead('', callBack.replace('<input', '<input id="callback"'))}` },
  { it: 'where it stands before the main form', body: `${dead('id="callback"')}${main}` },
  { it: 'in a dialog that its link opens', body: `${main}${dialog(dead())}` },
  {
    it: 'in a dialog that opens by its address alone',
    body: `<style>#callback { display: none } #callback:target { display: block }</style>${main}<div id="callback">${dead()}</div>`,
  },
  {
    it: 'in an open shadow tree',
    body: `${main}<div id="callback"></div><script>document.getElementById('callback').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(dead())}</script>`,
  },
  {
    it: 'of which a script makes a form a second later',
    body: `${main}<div id="callback"></div><script>setTimeout(() => { document.getElementById('callback').innerHTML = ${JSON.stringify(dead())} }, 1000)</script>`,
  },
];

describe.concurrent('of two forms, the one that is named', { timeout: 120_000 }, () => {
  it.each(ways)('is looked at alone: $it', async ({ body }) => {
    const { result, deliveries } = await tryForm(body, '#callback');
    expect(result.cause, result.reason).toBe('form-does-nothing');
    expect(deliveries).toEqual([]);
    const alive = body
      .replace(dead(), live('/callback'))
      .replace('onsubmit="return false"', 'action="/callback" method="post"');
    const repaired = await tryForm(
      alive.replaceAll(JSON.stringify(dead()), JSON.stringify(live('/callback'))),
      '#callback',
    );
    expect(repaired.result.outcome, repaired.result.reason).toBe('measured');
    expect(repaired.result.reason).toMatch(/\/callback; this was a rehearsal, so no message was delivered/);
  });

  it('is really sent once, and the other one is not', async () => {
    const { deliveries } = await tryForm(`${main}${live('/callback', 'id="callback"')}`, '#callback', {
      mode: 'submit',
    });
    expect(deliveries.filter(({ way }) => way.startsWith('POST')).map(({ way }) => way)).toEqual(['POST /callback']);
  });

  it('is missing where nothing has its name, although another form is there', async () => {
    const { result } = await tryForm(main, '#callback');
    expect(result.cause, result.reason).toBe('form-missing');
    expect(result.reason).toContain('/form#callback');
  });

  it('is the main one where only the page is named', async () => {
    const { result } = await tryForm(`${dead('id="callback"')}${main}`, '');
    expect(result.reason).toMatch(/\/send; this was a rehearsal, so no message was delivered/);
  });

  it('behind a router’s address is the form of that view', async () => {
    const { result } = await tryForm(
      `<div id="view"></div><script>if (location.hash === '#/contact') document.getElementById('view').innerHTML = ${JSON.stringify(main)}</script>`,
      '#/contact',
    );
    expect(result.reason).toMatch(/\/send; this was a rehearsal, so no message was delivered/);
  });
});
