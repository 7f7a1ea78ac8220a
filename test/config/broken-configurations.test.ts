import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { formatFaults, readConfigurationFile } from '../../shared/config/read-configuration.ts';
import { probeSpecs } from '../../shared/probes/index.ts';

const fixtures = 'test/fixtures/config';
const goldens = 'test/golden/config';
const today = '2026-11-22';

/** Words of the packages beneath, which mean nothing to the person who writes the file. */
const foreignWords =
  /Invalid (input|option|type|key)|Unrecognized|expected (string|number|object|array)|received|undefined|\bNaN\b|\[object|zod|ZodError|flow (map|sequence|collection)|implicit key|scalar|\bat .*:\d+:\d+\)/i;

/** Names every check that a website has in this version. */
const allChecksOff = `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - id: website
    kind: website
    url: https://coffeelab.example
    checks:
${Object.values(probeSpecs)
  .flatMap(({ id, visit }) => (visit === 'poll' ? [] : `      ${id}: false\n`))
  .join('')}`;

const generated = mkdtempSync(path.join(tmpdir(), 'touchlight-configurations-'));
afterAll(() => rmSync(generated, { recursive: true }));
writeFileSync(path.join(generated, 'all-checks-off.yaml'), allChecksOff);

const files = [fixtures, generated].flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)));
const names = files.map((file) => path.basename(file, '.yaml'));

/** The file is read as `touchpoints.yaml`, so that the goldens look like what people see. */
function faultsOf(name: string): string {
  const file = files.find((each) => path.basename(each, '.yaml') === name) ?? '';
  const reading = readConfigurationFile(file, today);
  if (reading.ok) throw new Error(`${file} is not broken.`);
  return `${formatFaults(reading.faults, reading.text).replaceAll(file, 'touchpoints.yaml')}\n`;
}

describe('a broken configuration is refused with the place, the value, the limit and the remedy', () => {
  it('in at least 60 ways', () => expect(names.length).toBeGreaterThanOrEqual(60));

  for (const name of names) {
    it(name, () => {
      const golden = `${goldens}/${name}.txt`;
      const faults = faultsOf(name);
      if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(golden, faults);
      expect(faults).toBe(readFileSync(golden, 'utf8'));
      expect(faults).not.toMatch(foreignWords);
    });
  }

  it('has no golden without its configuration', () => {
    const lonely = readdirSync(goldens).filter((file) => !names.includes(path.basename(file, '.txt')));
    expect(lonely).toEqual([]);
  });
});
