import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readDeployedConfiguration, writeDeployedConfiguration } from '../../shared/config/deployed-configuration.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { configurationFile } from '../../shared/model/stack-names.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'touchlight-deployed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what was deployed is read as it was written, also beyond the size of one piece and in every script', () => {
  const configuration = aFleet(800);
  writeFileSync(path.join(folder, configurationFile), writeDeployedConfiguration(configuration));
  expect(readDeployedConfiguration(folder)).toEqual(configuration);
});

test('what checks have in common is kept once', () => {
  writeFileSync(path.join(folder, configurationFile), writeDeployedConfiguration(aFleet(2)));
  const [first, second] = readDeployedConfiguration(folder).touchpoints;
  expect(first?.checks[0]?.thresholds).toBe(second?.checks[0]?.thresholds);
  expect(first?.checks[0]?.policy).toBe(second?.checks[1]?.policy);
});

test('a file that does not fit this code is refused', () => {
  writeFileSync(path.join(folder, configurationFile), '{"business":"A"}\n');
  expect(() => readDeployedConfiguration(folder)).toThrow('timeZone');
  writeFileSync(path.join(folder, configurationFile), '');
  expect(() => readDeployedConfiguration(folder)).toThrow();
});

function aFleet(sites: number): Configuration {
  const touchpoints = Array.from(
    { length: sites },
    (_, n) => `  - { id: site-${n}, kind: website, url: "https://site-${n}.example" }`,
  );
  const reading = parseConfiguration(
    `business: "Кав'ярня ☕"\ntimeZone: Europe/Kyiv\ntouchpoints:\n${touchpoints.join('\n')}`,
    'a.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.configuration;
}
