import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { knownIncidents } from '../../shared/evaluation/incidents/known-incidents.ts';
import type { Configuration } from '../../shared/model/business.ts';
import type { Check } from '../../shared/model/check.ts';
import type { Status } from '../../shared/model/status.ts';
import type { Stores } from '../../shared/ports/stores.ts';
import { counted } from '../counted.ts';
import { exitCodes } from '../exit.ts';
import { type DemoBusiness, startDemoBusiness } from '../local/demo-business.ts';
import { recallCompetitors } from '../local/demo-competitors.ts';
import { playedRegions } from '../local/demo-region.ts';
import { writeDemoScorecards } from '../local/demo-scorecards.ts';
import { recallEnquiries } from '../local/demo-shopper.ts';
import { type DemoSocial, startDemoSocial } from '../local/demo-social.ts';
import { type Flow, openFlow } from '../local/flow.ts';
import { printPlaces } from '../local/print-places.ts';
import { localFolder } from '../local/private-folder.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { writeFileAtomically } from '../local/write-file.ts';
import { selectChecks } from '../options/select-checks.ts';
import type { Terminal } from '../terminal.ts';
import { printAlert, printRuns } from './run.ts';

const fault = 'form-500';
const mailFault = 'form-mail-lost';
const outage = 'down';
/** As touchpoints.yaml has it, and a moment more. */
const arrivesWithinMs = 62_000;

/** Looks after the demo business: everything is measured, a fault opens an incident, its repair resolves it. */
export async function demo(terminal: Terminal, signal: AbortSignal): Promise<number> {
  const folder = path.resolve(localFolder, 'demo');
  const social = await startDemoSocial(folder);
  const business = await startDemoBusiness(social.mailUrl).catch(async (error: unknown) => {
    await social.close();
    throw error;
  });
  try {
    await writeDemoScorecards(folder, Date.now());
    const configuration = readTouchpoints(await writeTouchpoints(folder, business.url, social), terminal);
    const alerts: string[] = [];
    const onAlert = (text: string): void => {
      alerts.push(text);
      printAlert(text, terminal);
    };
    const flow = await openFlow(configuration, folder, terminal, onAlert, { regions: playedRegions(configuration) });
    try {
      terminal.print(terminal.bold(`Touchlight is monitoring ${configuration.business} at ${business.url}`));
      await recallHistory(flow.stores, configuration, terminal);
      await recallCompetitors(flow.stores, configuration, Date.now());
      await recallEnquiries(flow.stores, configuration, Date.now());
      await play(flow, configuration, { business, social }, terminal, signal);
      await printPlaces({ configuration, stores: flow.stores }, terminal, Date.now());
      terminal.printJson({ version: 1, url: business.url, folder, alerts });
      printNextSteps(folder, alerts.length, terminal);
    } finally {
      await flow.close();
    }
    return exitCodes.ok;
  } finally {
    await Promise.all([business.close(), social.close()]);
  }
}

interface Stage {
  readonly business: DemoBusiness;
  readonly social: DemoSocial;
}

async function play(
  flow: Flow,
  configuration: Configuration,
  { business, social }: Stage,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const round: Round = async (title, only, adapt = (check) => check) => {
    terminal.print();
    terminal.print(terminal.bold(title));
    printRuns(await flow.run(selectChecks(configuration, only).map(adapt), signal), configuration.timeZone, terminal);
  };
  await business.breakDown(mailFault);
  await round(
    '1. A real browser visits the site as a phone and as a desktop and sends the contact form, which thanks for the message and mails it to nobody. The social pages, the mailbox and the phone are checked for customers who wait, and what people noted on the shop floor is read',
  );
  const sentBefore = performance.now();
  await playForm(business, round);
  await round(
    '6. A Facebook customer has been waiting for days. The second poll confirms it, and ops get an alert with the link',
    ['facebook'],
  );
  await social.answerOnFacebook();
  await round("7. Someone has replied in Facebook's own app", ['facebook']);
  await round('8. No one is waiting any more: resolved', ['facebook']);
  await round(
    "9. Two people wait in the mailbox, one of them wrote into the website's form, and a missed call was not returned. Ops get one alert for each place, and no second one at the next start",
    ['mailbox', 'phone'],
  );
  await sleep(Math.max(0, sentBefore + arrivesWithinMs - performance.now()), undefined, { signal });
  const arrival = ['website/form-arrival'];
  await round('10. The message of step 1 was to be in the mailbox within a minute, and is not', arrival);
  await round('11. It is still nowhere: the form says thank you and nobody gets the message', arrival);
  await business.repair(mailFault);
  await round('12. Its mail has been repaired: the next message arrives', ['website/form', ...arrival]);
  await round('13. A second good run resolves the incident', arrival);
  await playOutage(business, round);
  terminal.print();
  terminal.print(
    terminal.bold("18. Google is asked how fast the competitors' sites are for real visitors, for the weekly mail"),
  );
  await flow.run(
    configuration.competitors.flatMap(({ checks }) => checks.filter(isFieldSpeed)),
    signal,
  );
  terminal.print();
}

const isFieldSpeed = ({ probe }: Check): boolean => probe === 'field-speed';

/** The site itself is well: the network between here and there is not. */
async function playOutage(business: DemoBusiness, round: Round): Promise<void> {
  const site = ['website/availability'];
  await business.breakDown(outage);
  await round(
    '14. The site cannot be reached from here. Another region is asked at once: is it down, or only from here?',
    site,
  );
  await round('15. It works from Stockholm, so it is yellow and not red. Yellow alerts wait for business hours', site);
  await business.repair(outage);
  await round('16. It can be reached again', site);
  await round('17. A second good run resolves the incident', site);
}

type Round = (title: string, only?: readonly string[], adapt?: (check: Check) => Check) => Promise<void>;

/** Rehearsed, so that trying the demo again and again never meets the limit of test messages a day. */
async function playForm(business: DemoBusiness, round: Round): Promise<void> {
  const form = ['website/form'];
  const rehearsed = (check: Check): Check => ({ ...check, options: { ...check.options, mode: 'rehearse' } });
  await business.breakDown(fault);
  await round(
    '2. The contact form starts returning HTTP 500. One failed run is only suspected, so there is no alert yet',
    form,
    rehearsed,
  );
  await round('3. The confirming run opens an incident, and ops get one alert', form, rehearsed);
  await business.repair(fault);
  await round('4. The form has been repaired', form, rehearsed);
  await round('5. A second good run resolves the incident', form, rehearsed);
}

async function writeTouchpoints(folder: string, url: string, social: DemoSocial): Promise<string> {
  const template = fileURLToPath(new URL('../../examples/demo-business/touchpoints.yaml', import.meta.url));
  const file = path.join(folder, 'touchpoints.yaml');
  const text = social.fillIn(await readFile(template, 'utf8')).replace('http://127.0.0.1:8080/', url);
  await writeFileAtomically('The configuration of the demo', file, text);
  return file;
}

async function recallHistory(stores: Stores, configuration: Configuration, terminal: Terminal): Promise<void> {
  for (const { id } of configuration.touchpoints) {
    const statuses = await stores.statuses.list(id);
    if (statuses.length === 0) continue;
    const runs = await Promise.all(
      statuses.map(({ checkId }) => stores.results.list(checkId, { from: '2000', to: '3000' })),
    );
    const past = await stores.incidents.list(id, { from: '2000', to: '3000' });
    const incidents = knownIncidents(past, statuses).filter(({ openedAt }) => openedAt !== null);
    terminal.print(
      terminal.dim(
        `Stored from earlier: ${counted(runs.flat().length, 'run')} of ${id}, the last at ${lastRunAt(statuses)}, and ${counted(incidents.length, 'incident')}.`,
      ),
    );
  }
}

function lastRunAt(statuses: readonly Status[]): string {
  return (
    statuses
      .map((status) => status.lastRunAt)
      .toSorted()
      .at(-1) ?? 'never'
  );
}

function printNextSteps(folder: string, alerts: number, terminal: Terminal): void {
  const place = path.relative('.', folder);
  terminal.print(
    terminal.bold(
      `Done: ${alerts} alerts. The form and Facebook are fine again; in the mailbox and on the phone, customers still wait.`,
    ),
  );
  terminal.print(`The table, screenshots and alerts are in ${place}/ and are kept for the next run.`);
  terminal.print();
  const here = `--config ${place}/touchpoints.yaml --folder ${place}`;
  terminal.print(`The owner's weekly mail:                    npx touchlight digest ${here}`);
  terminal.print(`Trends, requests, pictures in one file:     npx touchlight report ${here}`);
  terminal.print(`The live page, with who is on it:           npx touchlight page --open ${here}`);
  terminal.print('Your own site, without any configuration:   npx touchlight audit https://your-site.example');
  terminal.print(
    'To keep watching your own site:             npx touchlight init https://your-site.example && npx touchlight run',
  );
}
