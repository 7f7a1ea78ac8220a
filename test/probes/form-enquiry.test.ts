import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSharedBrowser, type SharedBrowser } from '../support/shared-browser.ts';
import type { Replies } from './form-receiver.ts';
import { type Trial, tryPage } from './form-trial.ts';

const enquiry = {
  name: 'Touchlight TL-7K3Q9ZB',
  email: 'shopper+tl-7k3q9zb@probe.example',
  subject: 'Parking (test TL-7K3Q9ZB)',
  text: 'Hello,\n\nis there somewhere to park nearby?\n\nThis is a test message (TL-7K3Q9ZB).',
};

let browser: SharedBrowser;
beforeAll(async () => {
  browser = await aSharedBrowser();
});
afterAll(() => browser.close());

function ask(page: string, replies: Replies = {}): Promise<Trial> {
  return tryPage(page, { launch: browser.launch, replies, enquiry, options: { mode: 'submit' } });
}

describe('a mystery shopper at a form', () => {
  it('types who it is and what it asks, and leaves out the phone where it may', async () => {
    const { result, deliveries } = await ask('plain-post');
    expect(result).toMatchObject({ outcome: 'measured' });
    expect(deliveries).toHaveLength(1);
    const typed = new URLSearchParams(deliveries[0]?.body.replaceAll('+', '%2B').replaceAll('\r\n', '\n'));
    expect(Object.fromEntries(typed)).toEqual({
      name: enquiry.name,
      email: enquiry.email,
      phone: '',
      message: enquiry.text,
    });
  });

  it.each([
    ['books-a-table', /the form is for bookings?, and a mystery shopper writes through contact forms only/],
    ['books-in-a-second-step', /the form is for bookings?, and a mystery shopper writes through contact forms only/],
    ['books-in-a-later-page', /the form is for bookings?, and a mystery shopper writes through contact forms only/],
    ['books-by-its-button', /the form is for bookings?, and a mystery shopper writes through contact forms only/],
    ['takes-an-order', /the form is for orders, and a mystery shopper writes through contact forms only/],
    ['newsletter-only', /no contact form was found/],
    ['asks-for-a-call', /does not ask for an email address, so no answer could reach the shopper/],
  ])('sends nothing through %s, and says why', async (page, reason) => {
    const { result, deliveries, submissions } = await ask(page);
    expect(result.outcome).not.toBe('measured');
    expect(result.reason).toMatch(new RegExp(reason, 'i'));
    expect([deliveries, submissions]).toEqual([[], []]);
  });

  it('is grey at a captcha, and names it', async () => {
    const { result, deliveries } = await ask('turnstile');
    expect(result).toMatchObject({ outcome: 'unknown', cause: 'captcha' });
    expect(deliveries).toEqual([]);
  });

  it('knows that the message left when the server broke', async () => {
    const { result, submissions } = await ask('plain-post', { '/send': { status: 500, body: 'Oops' } });
    expect(result).toMatchObject({ outcome: 'failed', cause: 'form-error' });
    expect(submissions).toMatchObject([{ outcome: { outcome: 'failed' } }]);
  });
});
