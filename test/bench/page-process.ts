import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { localTableName } from '../../shared/model/table-keys.ts';
import { aPage } from '../page/a-page.ts';
import { aFleet } from './fleet.ts';
import { median } from './statistics.ts';

// The page alone, as its function serves it; prints what an overview took.
const [endpoint = '', accessKeyId = '', touchpoints = ''] = process.argv.slice(2);
const client = createDynamoClient({ endpoint, accessKeyId });
let reads = 0;
client.middlewareStack.add(
  (next) => (args) => {
    reads += 1;
    return next(args);
  },
  { step: 'initialize', name: 'countReads', priority: 'high' },
);
const page = aPage({
  configuration: aFleet(Number(touchpoints)),
  stores: createStores({ client, tableName: localTableName }),
});

const rounds = 15;
const times: { readonly ms: number; readonly cpuMs: number }[] = [];
let bytes = 0;
for (let round = 0; round < rounds; round += 1) {
  const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
  const html = await page.html('/');
  const { user, system } = process.cpuUsage(cpuBefore);
  times.push({ ms: performance.now() - startedAt, cpuMs: (user + system) / 1000 });
  bytes = Buffer.byteLength(html);
  if (!html.includes('site-9')) throw new Error('The benchmark has shown nothing.');
}
client.destroy();
console.log(
  JSON.stringify({
    firstMs: Math.round(times[0]?.ms ?? 0),
    ms: Math.round(median(times.map(({ ms }) => ms))),
    cpuMs: Math.round(median(times.map(({ cpuMs }) => cpuMs))),
    reads: reads / rounds,
    pageKb: Math.ceil(bytes / 1000),
  }),
);
