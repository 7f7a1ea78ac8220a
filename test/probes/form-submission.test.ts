import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inEnglish } from '../support/said.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import type { Replies } from './form-receiver.ts';
import { type Trial, tryPage } from './form-trial.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

function submit(page: string, replies: Replies = {}, options: Record<string, unknown> = {}): Promise<Trial> {
  return tryPage(page, { launch: browser.launch, replies, options: { mode: 'submit', ...options } });
}

const redirect = { status: 303, headers: { location: '/thanks' }, body: '' };
const thanks = { status: 200, body: '<h1>Thank you for your message</h1>' };

interface Kind {
  readonly kind: string;
  readonly page?: string;
  readonly replies?: Replies;
  readonly options?: Record<string, unknown>;
  readonly outcome: string;
  readonly cause?: string;
  readonly deliveries: 0 | 1;
  readonly confirmationMissing?: number;
  readonly reason: RegExp;
}

/** How each kind of form looks to a real submission, and how many messages reach the site's server. */
const kinds: readonly Kind[] = [
  ...['plain-post', 'multipart', 'new-tab', 'embedded', 'multi-step', 'honeypot', 'in-a-dialog'].map((kind) => ({
    ...{ kind, outcome: 'measured', deliveries: 1 as const, confirmationMissing: 0, reason: /confirmed: "Thank you/ },
  })),
  ...['fetch-json', 'xhr', 'tries-twice', 'autosave', 'counted'].map((kind) => ({
    ...{ kind, outcome: 'measured', deliveries: 1 as const, confirmationMissing: 0, reason: /confirmed: "Thank/ },
  })),
  {
    kind: 'redirect after the post',
    page: 'plain-post',
    replies: { '/send': redirect, '/thanks': thanks },
    ...{ outcome: 'measured', deliveries: 1, confirmationMissing: 0, reason: /confirmed/ },
  },
  { kind: 'mailto', outcome: 'measured', deliveries: 0, reason: /email program/ },
  {
    kind: 'native-validation',
    outcome: 'unknown',
    cause: 'form-refuses',
    deliveries: 0,
    reason: /"Customer number".*fill/,
  },
  {
    kind: 'native validation that the owner knows how to meet',
    page: 'native-validation',
    options: { fill: { 'customer number:': 'KD-000001' } },
    ...{ outcome: 'measured', deliveries: 1, confirmationMissing: 0, reason: /confirmed/ },
  },
  { kind: 'refuses-in-script', outcome: 'unknown', cause: 'form-refuses', deliveries: 0, reason: /valid customer/ },
  {
    kind: 'rejection by status',
    page: 'fetch-json',
    replies: { '/send': { status: 422, body: 'the phone number is not valid' } },
    ...{ outcome: 'failed', cause: 'form-rejected', deliveries: 1, reason: /422.*the phone number is not valid/ },
  },
  {
    kind: 'rejection on a page that says so',
    page: 'plain-post',
    replies: { '/send': { status: 200, body: '<h1>Error: your message was not accepted</h1>' } },
    ...{ outcome: 'failed', cause: 'form-rejected', deliveries: 1, reason: /Error: your message was not accepted/ },
  },
  {
    kind: 'server error',
    page: 'plain-post',
    replies: { '/send': { status: 500, body: '<h1>Oops</h1>' } },
    ...{ outcome: 'failed', cause: 'form-error', deliveries: 1, reason: /returns HTTP 500/ },
  },
  {
    kind: 'a server that never answers',
    page: 'plain-post',
    replies: { '/send': 'never' },
    ...{ outcome: 'failed', cause: 'form-timeout', deliveries: 1, reason: /within 15 seconds/ },
  },
  { kind: 'script-error', outcome: 'failed', cause: 'script-error', deliveries: 0, reason: /script fails/ },
  {
    kind: 'does-nothing',
    outcome: 'failed',
    cause: 'form-does-nothing',
    deliveries: 0,
    reason: /pressing its button sends nothing/,
  },
  { kind: 'leaving-beacon', outcome: 'failed', cause: 'form-sends-nothing', deliveries: 0, reason: /lost/ },
  { kind: 'thanks-without-sending', outcome: 'failed', cause: 'form-sends-nothing', deliveries: 0, reason: /lost/ },
  ...['recaptcha', 'hcaptcha', 'turnstile'].map((kind) => ({
    ...{ kind, outcome: 'unknown', cause: 'captcha', deliveries: 0 as const, reason: /Touchlight\/1.*test key/ },
  })),
  {
    kind: 'a captcha that only the server insists on',
    page: 'captcha-at-the-server',
    replies: { '/send': { status: 400, body: 'Missing token' } },
    ...{ outcome: 'unknown', cause: 'captcha', deliveries: 1, reason: /Turnstile.*Touchlight\/1/ },
  },
];

// Side by side: a submission waits more than it computes.
describe.concurrent('a submission', () => {
  it.each(kinds)(
    'of $kind comes to $outcome $cause and is delivered $deliveries times, also when the run comes twice',
    async ({ kind, page = kind, replies, options, outcome, cause = null, deliveries, confirmationMissing, reason }) => {
      const trial = await submit(page, replies, options);
      const { result } = trial;
      expect({ outcome: result.outcome, cause: result.cause }, result.reason).toEqual({ outcome, cause });
      expect(result.reason).toMatch(reason);
      expect(result.measurements['confirmationMissing']).toBe(confirmationMissing);
      expect(trial.deliveries).toHaveLength(deliveries);
      expect(trial.submissions).toHaveLength(deliveries);
      const { evidence, ...rest } = result;
      expect(evidence?.map(({ name }) => name)).toEqual([
        // A form that needs the visitor's own mail program works with a hindrance: that is pictured, too.
        ...(outcome === 'measured' && kind !== 'mailto' ? [] : ['form.jpg']),
        'form-found.jpg',
      ]);
      if (deliveries === 1) expect(trial.again).toMatchObject({ ...rest, details: { sent: expect.anything() } });
    },
  );

  it('carries its marker, names Touchlight, and is written down as it was typed', async () => {
    const { deliveries, result, submissions } = await submit('fetch-json');
    const [delivery] = deliveries;
    const [submission] = submissions;
    expect(delivery?.body).toContain('Touchlight test, please ignore');
    expect(delivery?.headers['x-touchlight']).toBe('test');
    expect(delivery?.headers['user-agent']).toContain('Touchlight/1');
    expect(delivery?.body).toContain(`touchlight-${submission?.marker}@example.com`);
    expect(result.details?.['sent']).toMatchObject({ marker: submission?.marker });
    const outcome = submission?.outcome;
    expect(outcome && inEnglish(outcome)).toMatchObject({ outcome: 'measured', reason: result.reason });
    expect(submission?.page).toMatch(/\/fetch-json$/);
    expect(submission?.sentTo).toMatch(/\/send$/);
    expect(submission?.typed.map(({ field }) => field)).toEqual(['Your name', 'E-mail', 'Phone', 'Message']);
    // The receiver reads a plus as a blank.
    for (const { value } of submission?.typed ?? []) expect(delivery?.body).toContain(value.replace('+', ' '));
  });

  it('may ask the server about an address first: the answer is the server’s own, and the message is sent once', async () => {
    const willing = { '/thanks-for-asking': { status: 200, body: 'yes' } };
    const accepted = await submit('asks-first', willing);
    expect(accepted.deliveries.map(({ way }) => way)).toEqual(['GET /thanks-for-asking', 'POST /send']);
    expect(accepted.result.reason).toContain('confirmed: "Thank you!"');
    expect(accepted.submissions).toHaveLength(1);
    const unwilling = { '/thanks-for-asking': { status: 422, body: 'no' } };
    const refused = await submit('asks-first', unwilling);
    expect(refused.deliveries.map(({ way }) => way)).toEqual(['GET /thanks-for-asking']);
    expect(refused.result).toMatchObject({ outcome: 'failed', cause: 'form-rejected' });
  });

  it('is not counted as a visitor, and the page’s own scripts do not miss their counter', async () => {
    const { hits } = await submit('counted');
    expect(hits.filter((hit) => hit.includes('matomo'))).toEqual([]);
    expect(hits).toContain('POST /send');
  });

  it('is written in the page’s language, through its steps, with what it requires and nothing more', async () => {
    const { deliveries, result } = await submit('in-ukrainian', {}, { fill: { 'Номер картки клієнта': 'KD-000001' } });
    expect(result.outcome, result.reason).toBe('measured');
    const sent = new URLSearchParams(deliveries[0]?.body.replaceAll('+380', '%2B380'));
    expect(Object.fromEntries(sent)).toMatchObject({
      ...{ service: 'cut', barber: 'olha', guests: '2', who: 'Тест Тачлайт', card: 'KD-000001', agree: 'on' },
      day: expect.stringMatching(/^\d\d\.\d\d\.20\d\d$/),
      phone: expect.stringMatching(/^\+380\d{9}$/),
      comment: expect.stringMatching(/^Тест Touchlight, будь ласка, не відповідайте/),
    });
    expect(sent.has('news')).toBe(false);
  });

  it('lacks a confirmation when the configured one does not appear', async () => {
    const { result } = await submit('fetch-json', {}, { confirmation: 'See you soon' });
    expect(result.measurements['confirmationMissing']).toBe(1);
    expect(result.facts?.['confirmationMissing']).toContain('See you soon');
  });
});
