import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { readWeek } from '../../functions/digest/read-week.ts';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { localTableName } from '../../shared/model/table-keys.ts';
import { aFleet, aFleetsWeek } from './fleet.ts';

// The digest alone, as its function runs it: read, summarise, render; prints what it took.
const [endpoint = '', accessKeyId = '', touchpoints = ''] = process.argv.slice(2);
const configuration = aFleet(Number(touchpoints));
const client = createDynamoClient({ endpoint, accessKeyId });
const pricedSchema = z.object({ ConsumedCapacity: z.object({ CapacityUnits: z.number() }) });
let reads = 0;
let readUnits = 0;
client.middlewareStack.add(
  (next) => async (args) => {
    Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
    const answer = await next(args);
    reads += 1;
    readUnits += pricedSchema.parse(answer.output).ConsumedCapacity.CapacityUnits;
    return answer;
  },
  { step: 'initialize', name: 'countReads', priority: 'high' },
);
const stores = createStores({ client, tableName: localTableName });

let peak = 0;
const watching = new AbortController();
const watch = async (): Promise<void> => {
  while (!watching.signal.aborted) {
    peak = Math.max(peak, process.memoryUsage.rss());
    await sleep(20);
  }
};
const watched = watch();
const [startedAt, cpuBefore] = [performance.now(), process.cpuUsage()];
const summary = await readWeek(
  { configuration, stores },
  aFleetsWeek(configuration.timeZone),
  '2026-11-23T06:00:00.000Z',
);
const { html } = renderMail(summary, { language: 'en', reportUrl: null });
const { user, system } = process.cpuUsage(cpuBefore);
const ms = Math.round(performance.now() - startedAt);
watching.abort();
await watched;
client.destroy();
if (summary.runs === 0) throw new Error('The benchmark has read nothing.');
console.log(
  JSON.stringify({
    ms,
    cpuMs: Math.round((user + system) / 1000),
    peakMb: Math.round(peak / 1024 ** 2),
    reads,
    readUnits: Math.round(readUnits),
    mailKb: Math.ceil(Buffer.byteLength(html) / 1000),
  }),
);
