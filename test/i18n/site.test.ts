import { describe, expect, it } from 'vitest';
import { meanings, placeholders, recipes } from '../../shared/i18n/site/answers-en.ts';
import { en } from '../../shared/i18n/site/en.ts';
import { wordFinding, wordStatement } from '../../shared/i18n/wording.ts';
import type { Statement } from '../../shared/model/finding.ts';
import { type NetworkFault, networkFaults } from '../../shared/model/network-fault.ts';
import {
  type BotWallVendor,
  type Placeholder,
  type StatusMeaning,
  sayNetworkFault,
  saySite,
} from '../../shared/model/site-statements.ts';
import { foreignWords } from '../support/foreign-words.ts';
import { aCause } from '../support/said.ts';

const url = 'https://shop.example/';
const answered = { url, status: 503, statusText: 'Service Unavailable' };
const userAgent = 'Touchlight/1';
const refused = sayNetworkFault('refused', url, { code: 'ECONNREFUSED' });
const office = saySite('site/private-address', { host: 'office.example', addresses: ['10.0.0.1', '::1'] });
const ofHost = ['site/restless', 'site/frozen', 'site/silent', 'site/meddling', 'site/crashed'] as const;

const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] => Object.keys(record) as Key[];

const all: readonly Statement[] = [
  ...keysOf<NetworkFault>(networkFaults).map((fault) => sayNetworkFault(fault, url, { code: 'ECONNRESET' })),
  sayNetworkFault('timed-out', url, { afterMs: 20_000 }),
  sayNetworkFault('no-proper-answer', url, {}),
  saySite('site/dead-end', { from: 'shop.example', to: 'other.example:1080', why: refused }),
  office,
  saySite('site/private-address', { host: '127.0.0.1', addresses: [] }),
  saySite('site/detour', { from: 'shop.example', to: 'http://office.example', why: office }),
  saySite('site/no-page', { url }),
  saySite('site/not-a-page', { url, contentType: 'application/pdf' }),
  saySite('site/not-a-page', { url, contentType: null }),
  ...ofHost.map((id) => saySite(id, { host: 'shop.example' })),
  ...keysOf<BotWallVendor>(recipes).map((vendor) => saySite('site/bot-wall', { ...answered, vendor, userAgent })),
  saySite('site/turned-away', { ...answered, why: 'forbidden', userAgent }),
  saySite('site/turned-away', { ...answered, why: 'too-many-requests', userAgent }),
  saySite('site/turned-away', { ...answered, why: 'script-first', userAgent }),
  saySite('site/turned-away', { ...answered, why: 'robot-check', userAgent }),
  saySite('site/covered', { what: 'inert', selector: 'main', says: null }),
  saySite('site/legal-reasons', answered),
  ...keysOf<Placeholder>(placeholders).map((shows) => saySite('site/placeholder', { ...answered, shows, words: null })),
  saySite('site/placeholder', { ...answered, shows: 'program-error', words: 'Fatal error: Uncaught Error' }),
  ...(['preloader', 'password', 'notice', 'window'] as const).flatMap((what) => [
    saySite('site/covered', { what, selector: 'div#cover', says: 'Back soon' }),
    saySite('site/covered', { what, selector: 'div.wall', says: null }),
  ]),
  saySite('site/locked', {}),
  saySite('site/robots-forbid', { host: 'beanhouse.example', rule: 'Disallow: /' }),
  ...[503, null].map((status) => saySite('site/robots-unread', { host: 'beanhouse.example', status })),
  saySite('site/robots-silent', { host: 'beanhouse.example' }),
  saySite('site/empty-answer', answered),
  ...keysOf<StatusMeaning>(meanings).map((meaning) => saySite('site/http-error', { ...answered, meaning })),
];

describe('what is said of a site that does not give its page', () => {
  it('is all told here', () => {
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(Object.keys(en)));
  });

  it.each(all.map((statement) => [statement.id, statement] as const))('%s is told in each language', (_, statement) => {
    for (const language of ['en', 'uk', 'ru'] as const) {
      const wording = wordFinding(aCause(statement), 'availability', language);
      for (const text of [wording.sentence, wording.brief])
        expect(text).not.toMatch(/undefined|\[object|NaN|null|no words/);
      expect(wording.sentence).toMatch(/[.?»]$/);
      expect(wording.brief).not.toMatch(/https?:\/\/|^ | {2}| $|\.$/);
      if (language === 'en') continue;
      // Makers of walls are named as they name themselves.
      const vendor = String(statement.params['vendor']);
      expect([wording.sentence, wording.brief].flatMap((text) => foreignWords(text.replaceAll(vendor, '')))).toEqual(
        [],
      );
      expect(wording.sentence).toMatch(/\p{sc=Cyrl}/u);
    }
  });

  it('is one sentence of what is so, and what to do about it', () => {
    expect(wordStatement(refused, 'en')).toBe(
      'shop.example refuses the connection: no web server is listening there. Ask your hosting provider to start it.',
    );
    expect(wordStatement(refused, 'uk')).toBe(
      'shop.example не приймає з’єднання: вебсервер там не працює. Попросіть хостинг-провайдера запустити його.',
    );
    expect(wordStatement(refused, 'ru')).toBe(
      'shop.example не принимает соединения: веб-сервер там не работает. Попросите хостинг-провайдера запустить его.',
    );
  });

  it('waits as long in each language', () => {
    const silent = sayNetworkFault('timed-out', url, { afterMs: 21_000 });
    expect(wordStatement(silent, 'en')).toMatch(/^shop\.example did not respond within 21 seconds\. /);
    expect(wordStatement(silent, 'uk')).toMatch(/^shop\.example не відповідає протягом 21 секунди\. /);
    expect(wordStatement(silent, 'ru')).toMatch(/^shop\.example не отвечает в течение 21 секунды\. /);
  });

  it('names another statement within it, as a sentence of its own', () => {
    const detour = saySite('site/detour', { from: 'shop.example', to: 'http://office.example', why: office });
    expect(wordStatement(detour, 'en')).toBe(
      'shop.example redirects to http://office.example. office.example resolves to 10.0.0.1 and ::1, none of which is on the public internet. In AWS, Touchlight visits public addresses only. If customers are sent there too, they get no page. Open the site in your own browser to find out.',
    );
    expect(wordFinding(aCause(detour), 'availability', 'en').brief).toBe(
      'shop.example redirects to an address that is not on the public internet',
    );
  });

  it('leaves out the address of the page where there is no room for it', () => {
    const missing = saySite('site/http-error', { url, status: 404, statusText: 'Not Found', meaning: 'missing' });
    expect(wordFinding(aCause(missing), 'availability', 'en').brief).toBe(
      'the site returns 404 Not Found instead of a page: there is nothing at this address any more',
    );
    expect(wordFinding(aCause(missing), 'availability', 'uk').brief).toBe(
      'сайт замість сторінки відповідає HTTP 404: за цією адресою вже нічого немає',
    );
  });
});
