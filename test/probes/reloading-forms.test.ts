import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { button, fields, form, onSubmit, script, send } from './foreign-forms.ts';
import { tryPage } from './form-trial.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

const html = (body: string) => ({
  status: 200,
  body: `<!doctype html><html lang="en"><meta charset="utf-8"><body>${body}</body></html>`,
});
const rehearse = (body: string) => tryPage('form', { launch: browser.launch, replies: { '/form': html(body) } });
const submit = (body: string) =>
  tryPage('form', { launch: browser.launch, options: { mode: 'submit' }, replies: { '/form': html(body) } });
const whole = (attributes = ''): string => form(fields + button, attributes);
/** A script that fails before it keeps the browser from sending the form itself. */
const slim = `${whole()}${script(`const $ = {}; f.onsubmit = () => { $.ajax.send({}); return false; };`)}`;
const calls = form(
  '<label>Your name <input name="name"></label><label>Phone <input name="phone" type="tel"></label><button>Call me</button>',
);
const thanksByGet = `${whole()}<script>if (location.search) document.body.innerHTML = '<h1>Thank you!</h1>'</script>`;

// Public reports of the kind: skydiver/october-plugin-forms#197, mispecto/bootstrap-feedback-form#4.
describe.concurrent('a form that only opens its own page again, with what was typed in its address', {
  timeout: 90_000,
}, () => {
  it.each([
    ['because its script fails', slim, 'script-error', /script fails.*\(reading 'send'\)/],
    ['because nothing listens', whole(), 'form-does-nothing', /only reloads the page/],
    ['with an empty action', whole('action=""'), 'form-does-nothing', /only reloads the page/],
    ['with a hash for an action', whole('action="#"'), 'form-does-nothing', /only reloads the page/],
    ['with its own path for an action', whole('action="/form"'), 'form-does-nothing', /only reloads the page/],
    ['and asks for a number to call', calls, 'form-does-nothing', /only reloads the page/],
    [
      'because its script calls what is not there',
      `${whole()}${script('f.addEventListener("submit", (e) => { grecaptchaReady(); e.preventDefault(); })')}`,
      'script-error',
      /grecaptchaReady is not defined/,
    ],
  ])('%s is dead, and sends nothing', async (_, body, cause, reason) => {
    const { result, form: found, deliveries } = await rehearse(body);
    expect({ outcome: result.outcome, cause: result.cause }, result.reason).toEqual({ outcome: 'failed', cause });
    expect(result.reason).toMatch(reason);
    expect(found?.submit).toBe('none');
    expect(deliveries).toEqual([]);
  });

  it('is dead in a submission, too, where nobody thanks for it', async () => {
    const { result } = await submit(whole());
    expect({ outcome: result.outcome, cause: result.cause }, result.reason).toEqual({
      outcome: 'failed',
      cause: 'form-does-nothing',
    });
  });

  it('works in a submission where the page thanks for it', async () => {
    const { result, deliveries } = await submit(thanksByGet);
    expect(result.reason).toMatch(/confirmed: "Thank you!"/);
    expect(deliveries.map(({ way }) => way)).toEqual(['GET /form']);
  });

  it.each([
    ['its script comes late', `${whole()}${script(`setTimeout(() => { ${onSubmit(send())} }, 1500)`)}`],
    ['it is posted to its own page, which a server may handle', whole('method="post"')],
    ['it is sent by GET to another address', whole('action="/send"')],
    [
      'a script sends it and forgets to keep the browser from it',
      `${whole()}${script("f.onsubmit = () => { navigator.sendBeacon('/send', new FormData(f)); }")}`,
    ],
    [
      'it asks for a free table',
      form(
        '<label>Your name <input name="name"></label><label>Phone <input name="phone" type="tel"></label><label>Day <input type="date" name="day"></label><button>Find a table</button>',
      ),
    ],
  ])('is not seen where %s', async (_, body) => {
    const { result, deliveries } = await rehearse(body);
    expect(result.outcome, result.reason).toBe('measured');
    expect(deliveries).toEqual([]);
  });
});
