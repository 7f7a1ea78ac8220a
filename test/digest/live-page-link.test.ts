import { describe, expect, test } from 'vitest';
import { createHandler } from '../../functions/digest/handler.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Mail } from '../../shared/ports/mailer.ts';
import { createLinkMaker, type LinkMaker } from '../../shared/runtime/page-link-maker.ts';
import { verify } from '../../shared/runtime/page-links.ts';
import { aQuietLogger } from '../support/a-quiet-logger.ts';
import { aStatus } from '../support/a-status.ts';
import { aBusiness } from '../support/a-week.ts';
import { emptyStores } from '../support/empty-stores.ts';

const now = () => Date.parse('2026-11-23T06:00:00Z');
const key = 'k'.repeat(64);
const page = 'https://abc.lambda-url.eu-central-1.on.aws/';
const maker = () => createLinkMaker({ page, key: async () => key, audience: 'Touchlight', now });

async function mailsOf(links?: () => Promise<LinkMaker>): Promise<Mail[]> {
  const business = aBusiness();
  const configuration: Configuration = {
    ...business,
    alerts: { ...business.alerts, email: ['Boss@coffeelab.example'] },
    digest: business.digest && { ...business.digest, to: ['owner@coffeelab.example', 'boss@coffeelab.example'] },
  };
  const mails: Mail[] = [];
  const handle = createHandler({
    configuration,
    stores: emptyStores({
      statuses: { load: async () => null, list: async () => [aStatus()], save: async () => 'saved' },
    }),
    evidence: { read: async () => null },
    reports: { put: async () => {} },
    mailer: { send: async (mail) => void mails.push(mail) },
    announcer: { announce: async () => {} },
    ...(links !== undefined && { links }),
    logger: aQuietLogger(),
    now,
  });
  await handle({ scheduledAt: '2026-11-23T06:00:00Z' });
  return mails;
}

function linkIn({ text }: Mail): URL {
  return new URL(/^https:.*lambda-url.*$/m.exec(text)?.[0] ?? '');
}

describe('the weekly mail of a stack with a live page', () => {
  test('lets each reader in as themselves, until the next mail has come', async () => {
    const mails = await mailsOf(maker);
    const passes = mails.map((mail) => {
      const link = linkIn(mail);
      expect(mail.html).toContain(link.href.replaceAll('&', '&amp;'));
      expect(mail.html).toContain('See how it is now');
      expect(link.searchParams.get('to')).toBe('/');
      return verify(link.pathname.slice('/in/'.length), { key, audience: 'Touchlight', use: 'link' }, now());
    });
    expect(passes).toEqual([
      { role: 'reader', who: 'owner@coffeelab.example', until: '2026-12-01T06:00:00.000Z' },
      // Who also gets the alerts could act by those.
      { role: 'operator', who: 'boss@coffeelab.example', until: '2026-12-01T06:00:00.000Z' },
    ]);
  });

  test('is sent without a link where there is no page, or its secret cannot be read', async () => {
    const away = async (): Promise<LinkMaker> => {
      throw new Error('Secrets Manager is away');
    };
    for (const links of [undefined, away]) {
      const mails = await mailsOf(links);
      expect(mails.map(({ to }) => to)).toEqual(['owner@coffeelab.example', 'boss@coffeelab.example']);
      for (const { text } of mails) expect(text).not.toContain('See how it is now');
    }
  });
});
