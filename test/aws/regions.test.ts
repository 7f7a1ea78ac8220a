import http from 'node:http';
import path from 'node:path';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest';
import type { Status } from '../../shared/model/status.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { aDeployedStack, type DeployedStack, sentenceOf } from './support/deployed-stack.ts';
import { changeEnvironment } from './support/environment.ts';
import { eventually } from './support/eventually.ts';

const further = 'eu-north-1';
const checkId = 'shop/availability';
/** The same site as customers near each region meet it. */
const addresses = { home: '127.0.0.1', further: '127.0.0.2' } as const;

let deployed: DeployedStack;
let port = 0;
const servers = new Map<string, http.Server>();

async function open(address: string): Promise<void> {
  const page = '<!doctype html><title>Shop</title><h1>Shop</h1><p>Open every day from nine to six.</p>';
  const server = http.createServer((_, response) => response.setHeader('content-type', 'text/html').end(page));
  await new Promise<void>((done) => server.listen(port, address, done));
  const listening = server.address();
  port = listening !== null && typeof listening === 'object' ? listening.port : 0;
  servers.set(address, server);
}

async function shut(address: string): Promise<void> {
  const server = servers.get(address);
  servers.delete(address);
  server?.closeAllConnections();
  await new Promise((done) => (server === undefined ? done(undefined) : server.close(done)));
}

beforeAll(async () => {
  await open(addresses.home);
  await open(addresses.further);
  // A name without TLS on one machine is no fault here.
  const availability = '{ every: 1m, thresholds: { unencrypted: { green: 1 } } }';
  deployed = await aDeployedStack({
    stack: 'Regions',
    furtherRegions: [further],
    configuration: `business: Coffee Lab
timeZone: Europe/Kyiv
regions: [${further}]
touchpoints:
  - { id: shop, kind: website, url: "http://shop.example:${port}/", checks: ${onlyChecks({ availability })} }
`,
    context: { testsOnlyLetPagesReachPrivateAddresses: 'yes', testsOnlyConfirmationDelaySeconds: '20' },
  });
  const { account } = deployed;
  const options = `--require=${path.join(import.meta.dirname, 'support', 'resolve-shop.cjs')}`;
  const at = (SHOP_ADDRESS: string) => ({ NODE_OPTIONS: options, SHOP_ADDRESS });
  await changeEnvironment(account, 'Regions', 'probe-availability', at(addresses.home));
  const lambda = new LambdaClient({ ...account.connection, region: further });
  await changeEnvironment({ ...account, lambda }, `Regions-${further}`, 'probe-availability', at(addresses.further));
});

afterAll(async () => {
  await deployed?.close();
  await Promise.all(Object.values(addresses).map(shut));
});

const becomes = (what: string, isSo: (status: Status) => boolean): Promise<Status | undefined> =>
  eventually(
    what,
    280,
    () => deployed.statusOf(checkId),
    (status) => status !== undefined && isSo(status),
  );

async function seenElsewhere(): Promise<readonly unknown[]> {
  const items = await deployed.account.table(deployed.outputs['TableName'] ?? '');
  return items.filter((item) => JSON.stringify(item).includes('region-view'));
}

test('while the site answers, nothing runs in the other region', async () => {
  onTestFailed(() => console.log(deployed.log().slice(-4000)));
  await becomes('green', ({ light }) => light === 'green');
  expect(await seenElsewhere()).toEqual([]);
});

test('down from home only: yellow, and it says from where it works', async () => {
  onTestFailed(() => console.log(deployed.log().slice(-4000)));
  await shut(addresses.home);
  const status = await becomes('an incident', ({ incident }) => incident?.state === 'open');
  expect(status?.incident).toMatchObject({ light: 'yellow', worstLight: 'yellow', cause: 'unreachable' });
  expect(sentenceOf(status)).toMatch(/^Works from Stockholm, not from Virginia\. Seen from Virginia: /);
  expect((await seenElsewhere()).length).toBeGreaterThan(0);
});

test('down from everywhere: the same incident turns red', async () => {
  onTestFailed(() => console.log(deployed.log().slice(-4000)));
  const opened = (await deployed.statusOf(checkId))?.incident?.openedAt;
  await shut(addresses.further);
  const status = await becomes('red', ({ incident }) => incident?.light === 'red');
  expect(status?.incident).toMatchObject({ state: 'open', openedAt: opened });
  expect(sentenceOf(status)).not.toContain('Stockholm');
});

test('up again: resolved', async () => {
  await open(addresses.home);
  await open(addresses.further);
  const status = await becomes('the end', ({ incident }) => incident?.state === 'resolved');
  expect(status).toMatchObject({ light: 'green', incident: { worstLight: 'red' } });
  expect(status?.askedRegionsAt).toBeUndefined();
});
