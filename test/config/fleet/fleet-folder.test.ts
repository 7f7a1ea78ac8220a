import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readFleetFolder } from '../../../shared/config/fleet/fleet-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'touchlight-sites-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const today = '2026-11-30';
const site =
  'business: Bakery\ntimeZone: UTC\ntouchpoints: [{ id: website, kind: website, url: "https://bakery.example" }]\n';
const agency = 'agency: North Studio\ntimeZone: Europe/Kyiv\n';

function readWith(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const reading = readFleetFolder(folder, today);
  if ('problem' in reading) throw new Error(reading.problem);
  return reading;
}

it.each(['agency.yml', 'Agency.yaml', 'AGENCY.YAML'])(
  'a file named %s is meant as agency.yaml: it is a fault to rename, and no business',
  (name) => {
    const { businesses, broken, agency: found, agencyFaults } = readWith({ 'bakery.yaml': site, [name]: agency });
    expect(businesses.map(({ id }) => id)).toEqual(['bakery']);
    expect(broken).toEqual([]);
    expect(found).toBeNull();
    expect(agencyFaults).toMatchObject([
      { file: path.join(folder, name), message: 'is not read, because only agency.yaml is; rename it' },
    ]);
  },
);

it('a folder in the folder is one business, a fleet of its own, or a place where nothing is read, which is said', () => {
  const { businesses, passedOver } = readWith({
    'agency.yaml': agency,
    'bakery.yaml': site,
    'dentist/touchpoints.yaml': site,
    'dentist/old.yaml': site,
    'florist/Touchpoints.yaml': site,
    'scorecards/phone.yaml': 'scorecard: phone\nsections: []\n',
    'south/agency.yaml': agency,
    'south/salon.yaml': site,
  });
  expect(businesses.map(({ id }) => id)).toEqual(['bakery', 'dentist']);
  expect(passedOver).toHaveLength(2);
  expect(passedOver[0]).toContain(`${path.join(folder, 'florist', 'Touchpoints.yaml')} is not watched`);
  expect(passedOver[1]).toContain('makes it a fleet of its own');
});

it('a folder whose businesses all lie too deep says where they belong', () => {
  expect(() => readWith({ 'north/salon/touchpoints.yaml': site })).toThrow(
    /has no file of a business; .*Move it there$/,
  );
});
