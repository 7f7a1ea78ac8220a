import { describe, expect, it } from 'vitest';
import { formatFaults, parseConfiguration } from '../../shared/config/read-configuration.ts';
import { looksLikeToken, redact } from '../../shared/config/redact.ts';

/** Shaped like the tokens of the platforms, and worth nothing. */
const tokens = [
  'EAABsbCS1iHgBAKZCZBabcdefgh1234567890zzzz',
  'AIzaSyA1234567890abcdefghijklmnopqrstuv',
  'ya29.a0AfH6SMBx1234567890',
  'xoxb-123456789012-abcdefABCDEF',
  '123456789:AAE1234567890abcdefghijklmnopqrstuv',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc',
  'vk1.a.abcdef1234567890',
  'AKIA1234567890ABCDEF',
  '0123456789abcdef0123456789abcdef',
];

const names = [
  'facebook-page-token',
  'touchlight/prod/google-reviews',
  'vk_token_2026',
  'trustpilot.api.key',
  'website',
];

/** A file with faults around the token, which must not be seen in any of them. */
function refusal(touchpoint: string): string {
  const text = `business: Coffee Lab\ntimeZone: Europe/Kyiv\ntouchpoints:\n  - ${touchpoint}\n`;
  const reading = parseConfiguration(text, 'touchpoints.yaml', '2026-11-22');
  if (reading.ok) throw new Error(`${touchpoint} is not refused.`);
  return formatFaults(reading.faults, reading.text);
}

describe('a secret in the file', () => {
  for (const token of tokens) {
    it(`is refused and never shown: ${token.slice(0, 6)}…`, () => {
      expect(looksLikeToken(token)).toBe(true);
      const places = [
        `{ id: a, kind: facebook, page: b, secret: "${token}" }`,
        `{ id: a, kind: facebook, page: b, token: "${token}" }`,
        `{ id: a, kind: facebook, page: b, secret: [${token}], sla: soon }`,
        `{ id: a, kind: "${token}" }`,
        `{ id: a, kind: facebook, page: b, "${token}": x }`,
        `{ id: a, kind: website, url: "https://user:${token}@x.example" }`,
        `{ id: a, kind: facebook, page: b, secret: "${token}`,
      ];
      for (const place of places) expect(refusal(place)).not.toContain(token.slice(4, 16));
    });
  }

  for (const name of names) {
    it(`is not what a name is taken for: ${name}`, () => {
      expect(looksLikeToken(name)).toBe(false);
    });
  }

  it('is covered by as many stars as it has letters, so that the caret stays under its place', () => {
    const line = 'password: hunter2, url: https://me:pass@x.example/prices';
    expect(redact(line)).toBe('password: *******, url: https://*******@x.example/prices');
    expect(redact(line)).toHaveLength(line.length);
  });

  it('is not seen in ordinary values', () => {
    const line = 'url: https://coffeelab.example/menu/spring-2026?lang=uk&page=2 # 2026-12-01T22:00, +380 44 123 45 67';
    expect(redact(line)).toBe(line);
  });
});
