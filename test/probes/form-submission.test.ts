import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import type { Replies } from './form-receiver.ts';
import { type Trial, tryPage } from './form-trial.ts';

let browser: SharedBrowser;

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

async function submit(
  page: string,
  replies: Replies = {},
  options: Record<string, unknown> = {},
): Promise<Trial & Trial['result']> {
  const trial = await tryPage(page, { launch: browser.launch, replies, options: { mode: 'submit', ...options } });
  return { ...trial, ...trial.result };
}

// Side by side: a submission waits more than it computes.
describe.concurrent('a submission', () => {
  it('is delivered once, marked as a test, and confirmed', async () => {
    const { outcome, measurements, details, deliveries } = await submit('fetch-json');
    expect(outcome).toBe('measured');
    expect(measurements).toMatchObject({ confirmationMissing: 0 });
    const [delivery, ...more] = deliveries;
    expect(more).toEqual([]);
    expect(delivery?.body).toContain('Touchlight test, please ignore');
    expect(delivery?.headers['x-touchlight']).toBe('test');
    expect(delivery?.headers['user-agent']).toContain('Touchlight/1');
    const marker = (details?.['sent'] as { marker: string } | undefined)?.marker ?? '-';
    expect(delivery?.body).toContain(`touchlight-${marker}@example.com`);
  });

  it('is delivered once by a form that sends twice', async () => {
    const { outcome, deliveries } = await submit('tries-twice');
    expect(outcome).toBe('measured');
    expect(deliveries).toHaveLength(1);
  });

  it('is delivered once by a form that also saves while one types', async () => {
    const { deliveries } = await submit('autosave');
    expect(deliveries).toHaveLength(1);
  });

  it.each(['plain-post', 'multipart', 'new-tab', 'embedded', 'xhr', 'multi-step'])(
    'of %s is delivered once',
    async (page) => {
      const { outcome, deliveries } = await submit(page);
      expect(outcome).toBe('measured');
      expect(deliveries).toHaveLength(1);
    },
  );

  it('is confirmed after a redirect', async () => {
    const { outcome, reason, measurements } = await submit('plain-post', {
      '/send': { status: 303, headers: { location: '/thanks' }, body: '' },
      '/thanks': { status: 200, body: '<h1>Thank you for your message</h1>' },
    });
    expect({ outcome, measurements }, reason).toMatchObject({
      outcome: 'measured',
      measurements: { confirmationMissing: 0 },
    });
  });

  it('fails when the server breaks', async () => {
    const { outcome, cause, reason } = await submit('plain-post', { '/send': { status: 500, body: '<h1>Oops</h1>' } });
    expect({ outcome, cause }, reason).toEqual({ outcome: 'failed', cause: 'form-error' });
    expect(reason).toContain('500');
  });

  it('fails when the server refuses it, with its words', async () => {
    const { outcome, cause, reason } = await submit('fetch-json', {
      '/send': { status: 422, body: 'the phone number is not valid' },
    });
    expect({ outcome, cause }, reason).toEqual({ outcome: 'failed', cause: 'form-rejected' });
    expect(reason).toContain('the phone number is not valid');
  });

  it('lacks a confirmation when the configured one does not appear', async () => {
    const { measurements, facts } = await submit('fetch-json', {}, { confirmation: 'See you soon' });
    expect(measurements['confirmationMissing']).toBe(1);
    expect(facts?.['confirmationMissing']).toContain('See you soon');
  });
});
