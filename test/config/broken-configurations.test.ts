import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatFaults, readConfigurationFile } from '../../shared/config/read-configuration.ts';

const fixtures = 'test/fixtures/config';
const goldens = 'test/golden/config';
const today = '2026-11-22';

/** Words of the packages beneath, which mean nothing to whoever writes the file. */
const foreignWords =
  /Invalid (input|option|type|key)|Unrecognized|expected (string|number|object|array)|received|undefined|\bNaN\b|\[object|zod|ZodError|flow (map|sequence|collection)|implicit key|scalar|\bat .*:\d+:\d+\)/i;

const names = readdirSync(fixtures).map((file) => file.replace(/\.yaml$/, ''));

/** The file is read as `touchpoints.yaml`, so that the goldens look like what people see. */
function faultsOf(name: string): string {
  const path = `${fixtures}/${name}.yaml`;
  const reading = readConfigurationFile(path, today);
  if (reading.ok) throw new Error(`${path} is not broken.`);
  return `${formatFaults(reading.faults, reading.text).replaceAll(path, 'touchpoints.yaml')}\n`;
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
    const lonely = readdirSync(goldens).filter((file) => !existsSync(`${fixtures}/${file.replace(/\.txt$/, '.yaml')}`));
    expect(lonely).toEqual([]);
  });
});
