import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { AgencyMail } from '../../../shared/config/fleet/agency-mail.ts';
import {
  type DeployedBusiness,
  hashOfFleet,
  readDeployedFleet,
  writeDeployedFleet,
} from '../../../shared/config/fleet/deployed-fleet.ts';
import { readFleet } from '../../../shared/config/fleet/read-fleet.ts';

const businesses = aFleet(60);
const file = writeDeployedFleet(businesses);

test('what was deployed is read as it was written, each business with its own settings', async () => {
  expect(await readDeployedFleet(file, hashOfFleet(file))).toEqual({ businesses, leftOut: [], agency: null });
  expect(new Set(businesses.map(({ configuration }) => configuration.timeZone)).size).toBe(2);
});

test('what checks of all businesses have in common is written once and kept once', async () => {
  const {
    businesses: [first, , third],
  } = await readDeployedFleet(file, hashOfFleet(file));
  const policyOf = (business: DeployedBusiness | undefined) =>
    business?.configuration.touchpoints[0]?.checks[0]?.policy;
  expect(policyOf(first)).toBeDefined();
  expect(policyOf(first)).toBe(policyOf(third));
  const policies = gunzipSync(file)
    .toString()
    .split('\n')
    .filter((line) => line === JSON.stringify({ piece: policyOf(first) }));
  expect(policies).toHaveLength(1);
});

test('the agency’s mail and who was left out travel with the businesses, and another mail is another deployment', async () => {
  const agency: AgencyMail = {
    ...{ name: 'Студія', timeZone: 'Europe/Kyiv', language: 'uk', isAnnounced: true },
    digest: { to: ['lead@north.example'], from: null, weekday: 'mon', atMinute: 480, reportsUrl: null },
  };
  const leftOut = [
    { id: 'florist', file: 'florist.yaml', faults: 1, firstFault: 'florist.yaml: is empty', pageLanguage: null },
  ];
  const whole = writeDeployedFleet(businesses, { agency, leftOut });
  expect(await readDeployedFleet(whole, hashOfFleet(whole))).toEqual({ businesses, agency, leftOut });
  for (const less of [{ agency }, { leftOut }])
    expect(hashOfFleet(writeDeployedFleet(businesses, less))).not.toBe(hashOfFleet(whole));
});

test('the same fleet has the same hash, so that functions are not deployed again for nothing', () => {
  expect(hashOfFleet(writeDeployedFleet(aFleet(60)))).toBe(hashOfFleet(file));
  expect(hashOfFleet(writeDeployedFleet(aFleet(59)))).not.toBe(hashOfFleet(file));
});

test('another file than the deployed one is refused, whatever it says', async () => {
  const other = writeDeployedFleet(aFleet(1));
  await expect(readDeployedFleet(other, hashOfFleet(file))).rejects.toThrow(
    'was changed or cut short. Deploy the fleet again.',
  );
  await expect(readDeployedFleet(file.subarray(0, 500), hashOfFleet(file))).rejects.toThrow('cut short');
});

test('a file of a later version is refused, because its lines may mean something else', async () => {
  const later = gzipSync(gunzipSync(file).toString().replace('"format":2', '"format":3'));
  await expect(readDeployedFleet(later, hashOfFleet(later))).rejects.toThrow(
    'has the format 3, and this version reads 2',
  );
});

function aFleet(count: number): DeployedBusiness[] {
  const { businesses: read, broken } = readFleet(
    Array.from({ length: count }, (_, n) => ({
      business: `shop-${String(n).padStart(2, '0')}`,
      fileName: `shop-${n}.yaml`,
      content: {
        text: `business: Кав’ярня ${n}\ntimeZone: ${n % 2 === 0 ? 'Europe/Kyiv' : 'Asia/Almaty'}\ntouchpoints: [{ id: website, kind: website, url: "https://shop-${n}.example" }]`,
      },
    })),
    '2026-11-22',
  );
  expect(broken).toEqual([]);
  return read.map(({ id, configuration }) => ({ id, configuration }));
}
