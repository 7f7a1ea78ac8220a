import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { form } from '../../functions/probe-page/probes/form.ts';
import { openVisit } from '../../shared/browser/visit.ts';
import type { Measured } from '../../shared/runtime/probe.ts';
import { aContext } from '../support/a-context.ts';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import { aReceiver, type Receiver } from './form-receiver.ts';

let browser: SharedBrowser;
const started: Receiver[] = [];

beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(async () => {
  await Promise.all(started.map((receiver) => receiver.close()));
  await browser.close();
});

async function submit(
  page: string,
  replies: Parameters<typeof aReceiver>[0] = {},
  options: Record<string, unknown> = {},
): Promise<Measured & { receiver: Receiver }> {
  const receiver = await aReceiver(replies);
  started.push(receiver);
  const visit = await openVisit({
    url: receiver.page(page),
    device: 'desktop',
    throttled: false,
    signal: AbortSignal.timeout(60_000),
    launch: browser.launch,
  });
  try {
    const result = await form.measure(visit, aContext(form.spec, { options: { mode: 'submit', ...options } }));
    return { ...result, receiver };
  } finally {
    await visit.close();
  }
}

// Side by side: a submission waits more than it computes.
describe.concurrent('a submission', () => {
  it('is delivered once, marked as a test, and confirmed', async () => {
    const { outcome, measurements, details, receiver } = await submit('fetch-json');
    expect(outcome).toBe('measured');
    expect(measurements).toMatchObject({ confirmationMissing: 0 });
    const [delivery, ...more] = receiver.deliveries;
    expect(more).toEqual([]);
    expect(delivery?.body).toContain('Touchlight test, please ignore');
    expect(delivery?.headers['x-touchlight']).toBe('test');
    expect(delivery?.headers['user-agent']).toContain('Touchlight/1');
    const marker = (details?.['sent'] as { marker: string } | undefined)?.marker ?? '-';
    expect(delivery?.body).toContain(`touchlight-${marker}@example.com`);
  });

  it('is delivered once by a form that sends twice', async () => {
    const { outcome, receiver } = await submit('tries-twice');
    expect(outcome).toBe('measured');
    expect(receiver.deliveries).toHaveLength(1);
  });

  it('is delivered once by a form that also saves while one types', async () => {
    const { receiver } = await submit('autosave');
    expect(receiver.deliveries).toHaveLength(1);
  });

  it.each(['plain-post', 'multipart', 'new-tab', 'embedded', 'xhr', 'multi-step'])(
    'of %s is delivered once',
    async (page) => {
      const { outcome, receiver } = await submit(page);
      expect(outcome).toBe('measured');
      expect(receiver.deliveries).toHaveLength(1);
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
