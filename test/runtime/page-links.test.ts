import { describe, expect, test } from 'vitest';
import { linkTo, type Seal, sign, verify } from '../../shared/runtime/page-links.ts';

const now = Date.parse('2026-11-30T10:00:00Z');
const minute = 60_000;
const seal: Seal = { key: 'k'.repeat(64), audience: 'Touchlight', use: 'link' };
const pass = { role: 'operator', who: 'olena@example.com', until: '2026-12-07T10:00:00.000Z' } as const;
const token = sign(pass, seal);

test('a token says who may come in as what, and until when', () => {
  expect(verify(token, seal, now)).toEqual(pass);
});

test('names of people in any script come back as they were, cut at 200 characters', () => {
  const who = 'Олена 🙂 <olena@приклад.укр>';
  expect(verify(sign({ ...pass, who }, seal), seal, now)?.who).toBe(who);
  expect(verify(sign({ ...pass, who: 'x'.repeat(500) }, seal), seal, now)?.who).toBe('x'.repeat(200));
});

describe('nobody is let in with', () => {
  const [version = '', payload = '', mac = ''] = token.split('.');
  const forged = Buffer.from(JSON.stringify(['operator', 1_796_637_600, 'mallory'])).toString('base64url');
  const other = sign({ ...pass, who: 'somebody else' }, seal).split('.')[2] ?? '';
  const cases: Record<string, string> = {
    nothing: '',
    'another payload under the same seal': `${version}.${forged}.${mac}`,
    'the seal of another token': `${version}.${payload}.${other}`,
    'another version': `v2.${payload}.${mac}`,
    'no seal': `${version}.${payload}.`,
    'a seal cut short': token.slice(0, -1),
    'a seal with a letter more': `${token}A`,
    'a truncated payload': `${version}.${payload.slice(0, -2)}.${mac}`,
    'ordinary base64': `${version}.${payload}.${mac.slice(0, -1)}=`,
    'a space': `${token} `,
    'a part more': `${token}.${mac}`,
    'ten thousand letters': `${version}.${'A'.repeat(10_000)}.${mac}`,
    'letters of another alphabet': `${version}.${payload}.${'й'.repeat(43)}`,
  };
  for (const [name, given] of Object.entries(cases)) {
    test(name, () => expect(verify(given, seal, now)).toBeNull());
  }

  test('a seal that differs only in the bits that base64 leaves unused', () => {
    const last = mac.at(-1) ?? '';
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const twin = alphabet[alphabet.indexOf(last) ^ 1] ?? '';
    expect(Buffer.from(`${mac.slice(0, -1)}${twin}`, 'base64url')).toEqual(Buffer.from(mac, 'base64url'));
    expect(verify(`${version}.${payload}.${mac.slice(0, -1)}${twin}`, seal, now)).toBeNull();
  });

  test('the token of another stack, another key or another use', () => {
    for (const change of [{ audience: 'Touchlight-Test' }, { key: 'q'.repeat(64) }, { use: 'session' }] as const) {
      expect(verify(token, { ...seal, ...change }, now)).toBeNull();
      expect(verify(sign(pass, { ...seal, ...change }), seal, now)).toBeNull();
    }
  });
});

test('a link ends at its time, give or take what two clocks may differ', () => {
  const until = Date.parse(pass.until);
  expect(verify(token, seal, until + 5 * minute)).toEqual(pass);
  expect(verify(token, seal, until + 5 * minute + 1000)).toBeNull();
});

test('without a real key nothing is signed and nothing is believed', () => {
  for (const key of ['', 'short']) {
    expect(() => sign(pass, { ...seal, key })).toThrow('at least 32 characters');
    expect(() => verify(token, { ...seal, key }, now)).toThrow('at least 32 characters');
  }
});

test('an address of a page leads through the door and on, whatever the path holds', () => {
  const path = '/incident?check=website%2Fpage-load%3A%2Fprices%40mobile&opened=2026-11-30T09%3A40%3A00.000Z';
  const url = new URL(linkTo('https://abc.lambda-url.eu-central-1.on.aws/', path, token));
  expect(url.origin).toBe('https://abc.lambda-url.eu-central-1.on.aws');
  expect(url.pathname).toBe(`/in/${token}`);
  expect(url.searchParams.get('to')).toBe(path);
  expect(url.href).toMatch(/^[!-~]+$/);
});
