import { readWeek } from '../../functions/digest/read-week.ts';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { evaluateResult } from '../../functions/evaluate/evaluate-result.ts';
import { notifiedFleet } from '../../functions/notify/fleet.ts';
import { sweep } from '../../functions/notify/sweep.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { configurationOfFleet } from '../../shared/config/fleet/as-one.ts';
import { type Configuration, scheduledChecks } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { aResultThatIs } from '../support/a-result.ts';
import { ownPeakMb } from '../support/own-peak-mb.ts';
import { aFleetOfSites } from './dispatch.ts';
import { aFleetsWeek } from './fleet.ts';
import type { StepFigures } from './fleet-growth.ts';
import { openMemoryTable } from './memory-table.ts';

/** Mails that are written for a size: each business's is its own, so a few show what one takes. */
const mailsAtMost = 200;
const warmUps = 100;

// One fleet's round through the three steps behind the visits; prints what each took for one site.
const sites = Number(process.argv[2]);
/** Of each site; the others are evaluated alike. */
const checksOfSite = 4;
const businesses = aFleetOfSites(sites).map(({ id, configuration: all }) => {
  const touchpoints = all.touchpoints.map((site) => ({ ...site, checks: site.checks.slice(0, checksOfSite) }));
  return { id, configuration: { ...all, touchpoints } };
});
const configuration = configurationOfFleet(businesses);
const { timeZone } = configuration;
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

const evaluateRound = async (round: number, checks: readonly Check[]): Promise<void> => {
  const scheduledAt = toInstant(monday + round * 30 * minuteMs);
  for (const check of checks) {
    const result = aResultThatIs('green', { checkId: check.id, scheduledAt });
    await evaluateResult(result, check, { stores, timeZone, now: () => Date.parse(scheduledAt) + minuteMs });
  }
};
const checks = scheduledChecks(configuration);
// The first ones are not counted: they compile.
await evaluateRound(0, checks.slice(0, warmUps));
const evaluate = await perSite(sites, () => evaluateRound(1, checks));

const fleet = notifiedFleet(
  businesses.map((business) => ({ ...business, stores })),
  configuration,
);
const sweepRound = (touchpoints: Configuration['touchpoints']): Promise<void> =>
  sweep(
    {
      ...{ stores, configuration: { ...configuration, touchpoints }, fleet, exclusively: (_, work) => work() },
      notifier: { send: async () => {} },
      now: () => monday + 45 * minuteMs,
    },
    () => {},
  ).then((failures) => {
    if (failures.length > 0) throw new Error(`The sweep failed for ${failures.length} sites.`);
  });
// The first one finds the registry empty, as a new fleet does, and fills it.
await sweepRound(configuration.touchpoints.slice(0, warmUps));
const notify = await perSite(sites, () => sweepRound(configuration.touchpoints));

const mails = Math.min(sites, mailsAtMost);
const digestRound = async (): Promise<void> => {
  for (let n = 0; n < mails; n++) {
    const business = businesses[Math.floor((n * sites) / mails)];
    if (business === undefined) throw new Error('The fleet has fewer businesses than it says.');
    const { configuration: own, id } = business;
    const summary = await readWeek(
      { configuration: own, stores: createStores({ client, tableName: 'fleet', business: id }) },
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
