import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { type Trial, tryPage } from './form-trial.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

function rehearse(page: string, options: Record<string, unknown> = {}): Promise<Trial> {
  return tryPage(page, { launch: browser.launch, options });
}

/** How each kind of form looks to a rehearsal; none of them may deliver anything. */
const kinds: {
  page: string;
  outcome: string;
  cause?: string;
  submit?: string;
  measurements?: Record<string, number>;
  reason?: RegExp;
}[] = [
  { page: 'plain-post', outcome: 'measured', submit: 'post', measurements: { fieldsMissing: 0, clicksToForm: 0 } },
  { page: 'multipart', outcome: 'measured', submit: 'post', measurements: { fieldsMissing: 0 } },
  { page: 'plain-get', outcome: 'measured', submit: 'post', measurements: { fieldsMissing: 0 } },
  { page: 'new-tab', outcome: 'measured', submit: 'post', measurements: { fieldsMissing: 0 } },
  { page: 'hidden-frame', outcome: 'measured', submit: 'post', measurements: { fieldsMissing: 0 } },
  { page: 'embedded', outcome: 'measured', submit: 'post', measurements: { fieldsMissing: 0 } },
  {
    page: 'fetch-json',
    outcome: 'measured',
    submit: 'fetch',
    measurements: { fieldsMissing: 0, confirmationMissing: 0 },
  },
  { page: 'xhr', outcome: 'measured', submit: 'fetch', measurements: { fieldsMissing: 0, confirmationMissing: 0 } },
  { page: 'beacon', outcome: 'measured', submit: 'fetch', measurements: { fieldsMissing: 0 } },
  { page: 'keepalive', outcome: 'measured', submit: 'fetch', measurements: { fieldsMissing: 0 } },
  { page: 'web-socket', outcome: 'measured', submit: 'fetch', measurements: { fieldsMissing: 0 } },
  { page: 'autosave', outcome: 'measured', submit: 'fetch', measurements: { fieldsMissing: 0 } },
  { page: 'worker', outcome: 'measured', submit: 'fetch', measurements: { fieldsMissing: 0 } },
  { page: 'shared-worker', outcome: 'measured' },
  { page: 'pixel', outcome: 'measured', submit: 'fetch', measurements: { fieldsMissing: 0 } },
  {
    page: 'mailto',
    outcome: 'measured',
    submit: 'mailto',
    reason: /email program/,
    measurements: { mailProgramNeeded: 1 },
  },
  { page: 'whatsapp', outcome: 'measured', submit: 'mailto', reason: /messenger/ },
  { page: 'multi-step', outcome: 'measured', submit: 'post', measurements: { fieldsMissing: 0 } },
  { page: 'honeypot', outcome: 'measured', submit: 'post', measurements: { fieldsMissing: 0 } },
  { page: 'in-a-dialog', outcome: 'measured', submit: 'post', measurements: { fieldsMissing: 0 } },
  { page: 'nameless-field', outcome: 'measured', measurements: { fieldsMissing: 1 } },
  { page: 'no-confirmation', outcome: 'measured', submit: 'fetch', measurements: { fieldsMissing: 0 } },
  { page: 'endpoint-500', outcome: 'failed', cause: 'form-error', reason: /returns HTTP 500/ },
  { page: 'endpoint-gone', outcome: 'failed', cause: 'form-error', reason: /returns HTTP 410/ },
  { page: 'endpoint-404', outcome: 'measured', measurements: { endpointDoubtful: 1 } },
  { page: 'placeholder', outcome: 'failed', cause: 'form-error', reason: /template placeholder/ },
  { page: 'script-error', outcome: 'failed', cause: 'script-error', submit: 'none', reason: /reading 'track'/ },
  {
    page: 'thanks-without-sending',
    outcome: 'failed',
    cause: 'form-sends-nothing',
    submit: 'none',
    reason: /get back to you/,
  },
  { page: 'leaving-beacon', outcome: 'failed', cause: 'form-sends-nothing' },
  { page: 'does-nothing', outcome: 'failed', cause: 'form-does-nothing', submit: 'none' },
  { page: 'no-handler', outcome: 'failed', cause: 'form-does-nothing', submit: 'none', reason: /only reloads/ },
  { page: 'native-validation', outcome: 'unknown', cause: 'form-refuses', reason: /"Customer number"/ },
  { page: 'refuses-in-script', outcome: 'unknown', cause: 'form-refuses', reason: /valid customer number/ },
  { page: 'recaptcha', outcome: 'unknown', cause: 'captcha', reason: /reCAPTCHA.*Touchlight\/1/ },
  { page: 'hcaptcha', outcome: 'unknown', cause: 'captcha' },
  { page: 'turnstile', outcome: 'unknown', cause: 'captcha' },
  { page: 'newsletter-only', outcome: 'not-applicable' },
];

// Side by side: a rehearsal waits more than it computes.
describe.concurrent('a rehearsal', () => {
  it.each(kinds)(
    'of $page comes to $outcome $cause and delivers nothing',
    async ({ page, outcome, cause, submit, measurements, reason }) => {
      const { result, form, deliveries } = await rehearse(page);
      expect(result.reason).not.toBe('');
      expect({ outcome: result.outcome, cause: result.cause }, result.reason).toEqual({
        outcome,
        cause: cause ?? null,
      });
      if (measurements !== undefined) expect(result.measurements).toMatchObject(measurements);
      if (reason !== undefined) expect(result.reason).toMatch(reason);
      if (submit !== undefined) expect(form?.submit).toBe(submit);
      expect(deliveries).toEqual([]);
    },
  );
});

describe.concurrent('what a rehearsal tells of a form', () => {
  it('names purpose, roles and captcha', async () => {
    const { form } = await rehearse('honeypot');
    expect(form).toMatchObject({ purpose: 'contact', captcha: 'none' });
    // Its two traps for robots are nothing that a visitor is asked.
    expect(form?.fields.map(({ role }) => role)).toEqual(['name', 'email', 'phone', 'message']);
  });

  it('says which typed field is not sent', async () => {
    const { result } = await rehearse('nameless-field');
    expect(result.facts?.['fieldsMissing']).toContain('"E-mail"');
  });

  it('says that the configured page has no form', async () => {
    const { result } = await rehearse('plain-post', { page: '/no-such-page' });
    expect(result).toMatchObject({ outcome: 'failed', cause: 'form-missing' });
  });
});
