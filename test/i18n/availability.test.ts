import { describe, expect, it } from 'vitest';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { sayAvailability } from '../../shared/probes/availability/statements.ts';
import { en } from '../../shared/probes/availability/words.en.ts';
import { foreignWords } from '../support/foreign-words.ts';
import { aCause } from '../support/said.ts';

const url = 'https://shop.example/';
const host = 'shop.example';
const issuers = ["Let's Encrypt", null];
const expired = (daysAgo: number) =>
  sayAvailability('availability/expired', { host, expiredAt: '2026-11-24T09:00:00.000Z', daysAgo });
const redirects = sayAvailability('availability/redirects', { way: ['http://shop.example/', url, `${url}uk`] });

const all: readonly Statement[] = [
  sayAvailability('availability/answers', { url, status: 200, firstByteMs: 123 }),
  sayAvailability('availability/redirect-loop', { url, hops: 2, again: url }),
  sayAvailability('availability/redirect-loop', { url, hops: 21, again: null }),
  sayAvailability('availability/browser-only', { url, status: 200, code: 'ERR_INVALID_HTTP_RESPONSE' }),
  sayAvailability('availability/unreadable', { url, code: 'ERR_INVALID_HTTP_RESPONSE' }),
  sayAvailability('availability/empty', { url, status: 200 }),
  sayAvailability('availability/dead-redirect', { url, status: 302, to: 'whatsapp://send' }),
  sayAvailability('availability/dead-redirect', { url, status: 302, to: null }),
  ...[0, 1, 2, 5, 21].map(expired),
  ...issuers.flatMap((issuer) => [
    sayAvailability('availability/chain-expired', { host, issuer }),
    sayAvailability('availability/revoked', { host, issuer }),
    sayAvailability('availability/unknown-issuer', { host, issuer }),
    sayAvailability('availability/expires', { host, issuer, expiresAt: '2026-12-30T00:00:00.000Z' }),
    sayAvailability('availability/chain-incomplete', { host, issuer }),
  ]),
  sayAvailability('availability/not-yet-valid', { host, validFrom: '2026-11-24T09:00:00.000Z' }),
  sayAvailability('availability/wrong-name', { host, names: ['other.example', 'www.other.example'], others: 3 }),
  sayAvailability('availability/wrong-name', { host, names: [], others: 0 }),
  sayAvailability('availability/self-signed', { host }),
  sayAvailability('availability/not-accepted', { host, code: 'INVALID_PURPOSE' }),
  ...(['server', 'connection', 'lookup'] as const).map((step) =>
    sayAvailability('availability/slow-step', { step, ms: 2_140 }),
  ),
  redirects,
  sayAvailability('availability/unencrypted', { url }),
  sayAvailability('availability/silent-family', { host, family: 6, address: '2a02:6b8::1' }),
];

describe('what the availability of a site is told with', () => {
  it('is all told here', () => {
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(Object.keys(en.says)));
  });

  it.each(all.map((statement) => [statement.id, statement] as const))('%s is told in each language', (_, statement) => {
    for (const language of ['en', 'uk', 'ru'] as const) {
      const wording = wordFinding(aCause(statement), 'availability', language);
      for (const text of [wording.sentence, wording.brief])
        expect(text).not.toMatch(/undefined|\[object|NaN|null|no words/);
      expect(wording.sentence).toMatch(/[.?»]$/);
      expect(wording.brief).not.toMatch(/https?:\/\/|^ | {2}| $/);
      if (language === 'en') continue;
      expect([wording.sentence, wording.brief].flatMap(foreignWords)).toEqual([]);
      expect(wording.sentence).toMatch(/\p{sc=Cyrl}/u);
    }
  });

  it('has dates as people write them', () => {
    const warning = 'visitors see a security warning instead of the page. Renew it, and ask';
    expect(wordStatement(expired(235), 'en')).toContain(
      `The certificate for shop.example expired on 24 November 2026 (235 days ago): ${warning}`,
    );
    expect(wordStatement(expired(1), 'uk')).toMatch(
      /^Строк дії сертифіката shop\.example закінчився 24 листопада 2026 р\. \(учора\): /,
    );
    expect(wordStatement(expired(22), 'ru')).toMatch(
      /^Срок действия сертификата shop\.example истёк 24 ноября 2026 г\. \(22 дня назад\): /,
    );
  });

  it('has whole sentences and a brief one without the way', () => {
    expect(wordStatement(redirects, 'en')).toBe(
      'Visitors are redirected 2 times before a page appears (http://shop.example/ > https://shop.example/ > https://shop.example/uk). Redirect the first address straight to the last.',
    );
    expect(wordFinding(aCause(redirects), 'availability', 'uk').brief).toBe(
      'перш ніж відкриється сторінка, відвідувачів переспрямовують 2 рази',
    );
  });

  it('has what servers say of themselves in quotation marks', () => {
    const expires = sayAvailability('availability/expires', {
      ...{ host, issuer: "Let's Encrypt", expiresAt: '2026-12-30T00:00:00.000Z' },
    });
    expect(wordStatement(expires, 'uk')).toContain(
      "Строк дії сертифіката shop.example (від «Let's Encrypt») закінчується 30 грудня 2026 р. Після цього дня",
    );
    expect(wordFinding(aCause(expires), 'availability', 'en').brief).toBe(
      "the certificate for shop.example (issuer: Let's Encrypt) expires on 30 December 2026",
    );
  });
});
