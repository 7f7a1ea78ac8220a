import { readWeek } from '../../functions/digest/read-week.ts';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { evaluateResult } from '../../functions/evaluate/evaluate-result.ts';
import { sweep } from '../../functions/notify/sweep.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { aResultThatIs } from '../support/a-result.ts';
import { ownPeakMb } from '../support/own-peak-mb.ts';
import { aFleet, aFleetsWeek } from './fleet.ts';
import type { StepFigures } from './fleet-growth.ts';
import { openMemoryTable } from './memory-table.ts';

/** Mails that are written for a size: each business's is its own, so a few show what one takes. */
const mailsAtMost = 200;

// One fleet's round through the three steps behind the visits; prints what each took for one site.
const sites = Number(process.argv[2]);
const configuration = aFleet(sites);
const { touchpoints, timeZone } = configuration;
const { client, calls } = openMemoryTable();
const stores = createStores({ client, tableName: 'fleet' });
const monday = Date.parse('2026-11-16T09:00:00.000Z');

const perSite = async (count: number, work: () => Promise<void>): Promise<StepFigures['evaluate']> => {
  const [before, reads] = [process.cpuUsage(), calls.readUnits];
  await work();
  const { user, system } = process.cpuUsage(before);
  return {
    count,
    ms: Math.round((user + system) / 10 / count) / 100,
    readUnits: Math.round(((calls.readUnits - reads) / count) * 10) / 10,
  };
};

const evaluateRound = async (round: number): Promise<void> => {
  const scheduledAt = toInstant(monday + round * 30 * minuteMs);
  for (const check of touchpoints.flatMap(({ checks }) => checks)) {
    const result = aResultThatIs('green', { checkId: check.id, scheduledAt });
    await evaluateResult(result, check, { stores, timeZone, now: () => Date.parse(scheduledAt) + minuteMs });
  }
};
// The first one is not counted: it compiles.
await evaluateRound(0);
const evaluate = await perSite(sites, () => evaluateRound(1));

const sweepRound = (): Promise<void> =>
  sweep(
    {
      ...{ stores, configuration, exclusively: (_, work) => work() },
      notifier: { send: async () => {} },
      now: () => monday + 45 * minuteMs,
    },
    () => {},
  ).then((failures) => {
    if (failures.length > 0) throw new Error(`The sweep failed for ${failures.length} sites.`);
  });
await sweepRound();
const notify = await perSite(sites, sweepRound);

const mails = Math.min(sites, mailsAtMost);
const digestRound = async (): Promise<void> => {
  for (let n = 0; n < mails; n++) {
    const touchpoint = touchpoints[Math.floor((n * sites) / mails)];
    if (touchpoint === undefined) throw new Error('The fleet has fewer sites than it says.');
    const business = { ...configuration, touchpoints: [touchpoint] };
    const summary = await readWeek(
      { configuration: business, stores },
      aFleetsWeek(timeZone),
      '2026-11-23T06:00:00.000Z',
    );
    renderMail(summary, { language: 'en', reportUrl: null });
  }
};
await digestRound();
const digest = await perSite(mails, digestRound);
const figures: StepFigures = { sites, evaluate, notify, digest, peakMb: ownPeakMb() };
console.log(JSON.stringify(figures));
