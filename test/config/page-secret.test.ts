import { expect, test } from 'vitest';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';

test.each([
  'telegram: { chat: "-1001234567890", secret: page-links }',
  'webhook: [{ urlSecret: page-links, secret: webhook-signing }]',
  'pagerduty: [{ secret: pagerduty-key }, { name: office, secret: page-links }]',
])('no channel may read the secret with which links are signed: %s', (channel) => {
  const text = `
business: Coffee Lab
timeZone: Europe/Kyiv
page: {}
alerts: { ${channel} }
touchpoints: [{ id: website, kind: website, url: "https://coffeelab.example" }]
`;
  const reading = parseConfiguration(text, 'touchpoints.yaml', '2026-11-22');
  expect(JSON.stringify(reading.ok ? null : reading.faults)).toContain('links to the live page are signed');
});
