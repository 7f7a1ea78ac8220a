import { expect, test } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';

function faultsOf(channel: string): string {
  const text = `
business: Coffee Lab
timeZone: Europe/Kyiv
alerts: { ${channel} }
touchpoints: [{ id: website, kind: website, url: "https://coffeelab.example" }]
`;
  const reading = parseConfiguration(text, 'touchpoints.yaml', '2026-11-22');
  return reading.ok ? '' : JSON.stringify(reading.faults);
}

test.each([
  'telegram: { chat: "-1001234567890", secret: bot, api: "http://telegram.example.com" }',
  'slack: [{ channel: C0123456789, secret: bot, api: "http://slack.example.com/api/" }]',
  'pagerduty: { secret: key, api: "http://events.example.com/" }',
])('a token is never sent unencrypted to another machine: %s', (channel) => {
  expect(faultsOf(channel)).toContain('is not encrypted; write https://');
  expect(faultsOf(channel.replace('http://', 'https://'))).toBe('');
  expect(faultsOf(channel.replace(/http:\/\/[\w.]+/, 'http://127.0.0.1:8081'))).toBe('');
});
