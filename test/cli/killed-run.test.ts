import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ClassicLevel } from 'classic-level';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { checkTableFolder } from '../../cli/local/table/table-folder.ts';
import { type ItemType, typeAttribute } from '../../shared/model/table-keys.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

const kills = 20;
/** A browser in every tenth run; plain requests on two touchpoints in the others, to spare time. */
const withBrowser = ['website/availability', 'website/page-load@desktop'];
const without = ['website/availability', 'shop/availability'];
const checkIds = [...new Set([...withBrowser, ...without])];
const touchpoints = ['website', 'shop'];
const everything = { from: '2000', to: '3000' };

let workplace: Workplace;
let server: TestServer;

beforeAll(async () => {
  workplace = await aWorkplace();
  server = await serve({ '/': (_, r) => r.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Oops</h1>') });
  const touchpoint = (id: string) => `{ id: ${id}, kind: website, url: "${server.url}" }`;
  await writeFile(
    path.join(workplace.folder, 'touchpoints.yaml'),
    `business: B\ntimeZone: UTC\ntouchpoints: [${touchpoint('website')}, ${touchpoint('shop')}]\n`,
  );
});
afterAll(async () => {
  await server.close();
  await workplace.remove();
});

/** An item as DynamoDB writes it in JSON, such as `{ "checkId": { "S": "website/form" } }`. */
type Item = Readonly<Record<string, { readonly S: string }>>;

/** As it lies on disk, found as the next command finds it, but without the table's server, whose start is half a command's. */
async function onDisk(): Promise<{ readonly results: readonly Item[]; readonly sent: readonly Item[] }> {
  const folder = path.join(workplace.folder, '.touchlight', 'table');
  await checkTableFolder(folder);
  const level = new ClassicLevel<string, Item>(folder, { valueEncoding: 'json' });
  try {
    const items = await level.values().all();
    const ofType = (type: ItemType): Item[] => items.filter((item) => item[typeAttribute]?.S === type);
    return { results: ofType('result'), sent: ofType('sent') };
  } finally {
    await level.close();
  }
}

/** As the commands read it. */
async function stored() {
  const { stores, close } = await openEmbeddedTable(path.join(workplace.folder, '.touchlight'));
  try {
    const results = await Promise.all(checkIds.map((checkId) => stores.results.list(checkId, everything)));
    return {
      results: results.flat(),
      statuses: (await Promise.all(touchpoints.map((id) => stores.statuses.list(id)))).flat(),
      sent: (await Promise.all(touchpoints.map((id) => stores.sent.list(id, everything)))).flat(),
    };
  } finally {
    await close();
  }
}

const run = (only: readonly string[]) => workplace.start('run', '--quiet', '--no-confirm', '--only', ...only);

it(`killed at ${kills} random moments, a run loses no result, doubles none and loses no alert`, {
  // Not timed, only kept from hanging for ever: 22 runs and as many looks at the table.
  timeout: 400_000,
}, async () => {
  const wholeRunMs = new Map<readonly string[], number>();
  for (const only of [withBrowser, without]) {
    const startedAt = performance.now();
    await run(only).ended;
    wholeRunMs.set(only, performance.now() - startedAt);
  }
  let before = await onDisk();
  expect(before.results).toHaveLength(withBrowser.length + without.length);

  for (let kill = 1; kill <= kills; kill++) {
    const only = kill % 10 === 0 ? withBrowser : without;
    const { process: child, ended } = run(only);
    const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * (wholeRunMs.get(only) ?? 0));
    await ended;
    clearTimeout(timer);
    const after = await onDisk();
    const ids = after.results.map(({ checkId, scheduledAt }) => `${checkId?.S}#${scheduledAt?.S}`);
    expect(new Set(ids).size, 'no result twice').toBe(ids.length);
    for (const result of before.results) expect(after.results).toContainEqual(result);
    for (const sent of before.sent) expect(after.sent).toContainEqual(sent);
    before = after;
  }

  const { code } = await run(checkIds).ended;
  expect(code, 'the next run works, and the site is still red').toBe(1);
  const { statuses, sent, results } = await stored();
  expect(results.length).toBeGreaterThanOrEqual(before.results.length + checkIds.length);
  // Each check saw a broken site often enough; each open incident is in the log of what was sent, exactly once.
  expect(statuses.map(({ incident }) => incident?.state)).toEqual(checkIds.map(() => 'open'));
  const opened = sent.filter(({ reason }) => reason === 'opened').map(({ checkId }) => checkId);
  expect(opened.toSorted()).toEqual(checkIds.toSorted());
  const alerts = (await readdir(path.join(workplace.folder, '.touchlight', 'alerts'))).filter((name) =>
    name.endsWith('.txt'),
  );
  expect(alerts.length).toBeGreaterThanOrEqual(1);
});
