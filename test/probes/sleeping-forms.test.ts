import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { lookForForm, page } from './walking-site.ts';

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

/** Nothing here asks how fast its visitors are. */
const brisk = { rehearseMs: 0, submitMs: 0, againMs: 0 };
const fields =
  '<p><label>Your name <input name=name required></label></p><p><label>Phone number <input name=phone type=tel required></label></p>';
const postcode = (button: string): string =>
  `<div><label>Postcode <input name=postcode id=pc required></label> ${button}</div><div id=list hidden><label>Your address <select id=a name=address><option value="">Please select</select></label></div>`;
const find = '<button type=button id=look>Find address</button>';
const lookUp = `<script>look.onclick = async (e) => { e.preventDefault(); const r = await fetch('/api/postcode/' + encodeURIComponent(pc.value)); let all = []; try { all = (await r.json()).addresses ?? [] } catch {} if (all.length === 0) return; list.hidden = false; for (const x of all) a.add(new Option(x)) }; a.onchange = () => { go.disabled = a.value === ''; go.hidden = false }</script>`;
const asleep = '<button type=submit id=go disabled>Get my quote</button>';
const site = (inner: string, script = ''): string =>
  page(`<h1>Get a quote</h1><form action="/send" method=post>${fields}${inner}</form>${script}`);

// Address look-ups: woolworths/FakeFiller#47.
describe.concurrent('a form whose button sleeps', { timeout: 90_000 }, () => {
  it.each([
    ['an address has been looked up', site(`${postcode(find)}${asleep}`, lookUp)],
    [
      'a button without a type has looked one up',
      site(`${postcode(find.replace(' type=button', ''))}${asleep}`, lookUp),
    ],
    [
      'an address has been looked up, and is not shown until then',
      site(`${postcode(find)}${asleep.replace('disabled', 'hidden')}`, lookUp),
    ],
    [
      'a customer number has been checked',
      site(
        `<div><label>Customer number <input name=no id=pc required></label> <a role=button tabindex=0 id=look>Check number</a></div>${asleep}`,
        `<script>look.onclick = () => fetch('/check?no=' + pc.value).then((r) => r.json()).then((r) => { go.disabled = r.known !== true })</script>`,
      ),
    ],
  ])('until %s is grey, and says so', async (_, pages) => {
    const { outcome, cause, reason } = await lookForForm(pages, browser, {}, { pace: brisk });
    expect({ outcome, cause }, reason).toEqual({ outcome: 'unknown', cause: 'nothing-sent' });
    expect(reason).toMatch(/cannot be sent until "(Find address|Check number)" has been pressed/);
  });

  it.each([
    ['for ever, with nothing that could wake it', site(asleep)],
    [
      'beside a button that only chooses a picture',
      site(`<p><button type=button>Upload a photo</button></p>${asleep}`),
    ],
    ['no more, and does nothing', site(`${postcode(find)}<button type=button id=go>Get my quote</button>`, lookUp)],
  ])('%s is dead', async (_, pages) => {
    const { outcome, cause, reason } = await lookForForm(pages, browser, {}, { pace: brisk });
    expect({ outcome, cause }, reason).toEqual({ outcome: 'failed', cause: 'form-does-nothing' });
  });

  it('no more works, whatever else could be checked', async () => {
    const code = '<div><label>Voucher <input name=voucher></label> <button type=button>Check voucher</button></div>';
    const { outcome, reason } = await lookForForm(
      { '/': site(`${code}<button type=submit>Get my quote</button>`), '/send': '<h1>Thank you</h1>' },
      browser,
      {},
      { pace: brisk },
    );
    expect(outcome, reason).toBe('measured');
  });
});
