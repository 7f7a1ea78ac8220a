import path from 'node:path';
import { mailForBrowsers } from '../../functions/digest/browser-policy.ts';
import type { ReaderDelivery } from '../../functions/digest/deliver-digest.ts';
import { keepPlan } from '../../functions/digest/keep-plan.ts';
import { type RenderedMail, renderMail } from '../../functions/digest/render-mail.ts';
import type { WeekSummary } from '../../shared/evaluation/week/summarize-week.ts';
import { businessOfConfiguration, type Configuration } from '../../shared/model/business.ts';
import { digestSender } from '../../shared/model/digest-sender.ts';
import type { DigestLog } from '../../shared/ports/stores.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { openHistory } from '../history/open-history.ts';
import { behindWeek, fileFor, type ReadingOptions, readersOf, readWeekOf } from '../history/read-week-of.ts';
import { openFile } from '../local/open-file.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { describeDelivery, sendDigest } from '../local/send-digest.ts';
import { writeFileAtomically } from '../local/write-file.ts';
import type { Terminal } from '../terminal.ts';

export interface DigestOptions extends ReadingOptions {
  readonly send?: boolean;
  readonly again?: boolean;
  /** A folder with the files of several businesses, instead of one file. */
  readonly fleet?: string;
}

/** Renders the weekly mail into a file, or sends it to its readers. */
export async function digest(options: DigestOptions, terminal: Terminal): Promise<number> {
  if (options.fleet !== undefined) {
    const { digestFleet } = await import('../fleet/digest-fleet.ts');
    return digestFleet({ ...options, fleet: options.fleet }, terminal);
  }
  const configuration = readTouchpoints(options.config, terminal);
  if (options.again && !options.send) throw new UsageError('--again goes with --send.');
  const history = await openHistory(options);
  try {
    const summary = await readWeekOf(configuration, history, options, Date.now());
    const mail = renderMail(summary, { language: configuration.language, reportUrl: null });
    // Who reads the mail here has been told of the plan; a deployed stack keeps what its own digest told.
    if (options.send || options.stack === undefined) await keepPlan(summary, history.stores);
    const deliveries = options.send
      ? await sendMail(mail, summary, configuration, options, history.stores.digests)
      : [];
    const files = options.send ? [] : await writeMail(mail, summary, configuration, options);
    terminal.printJson({
      version: 1,
      week: summary.week.id,
      subject: mail.subject,
      lights: summary.lights,
      places: summary.places.map(placeForMachines),
      files,
      deliveries,
    });
    terminal.print(terminal.bold(mail.subject));
    for (const delivery of deliveries) terminal.print(describeDelivery(delivery));
    for (const file of files) terminal.print(`  ${path.relative('.', file)}`);
    const [html] = files;
    if (html !== undefined && options.open && process.stdout.isTTY) openFile(html);
    if (deliveries.some(({ outcome }) => !outcome.startsWith('sent'))) return exitCodes.fault;
    return summary.lights.red > 0 ? exitCodes.red : exitCodes.ok;
  } finally {
    await history.close();
  }
}

/** `loyalty` stands below the six places, for what belongs to none of them. */
function placeForMachines({ place, light, touchpoints }: WeekSummary['places'][number]) {
  return { place, light, touchpoints: touchpoints.map((each) => ({ id: each.id, light: each.light })) };
}

async function writeMail(
  mail: RenderedMail,
  { week }: WeekSummary,
  configuration: Configuration,
  options: DigestOptions,
): Promise<string[]> {
  const html = fileFor(`digest-${week.id}${behindWeek(configuration)}.html`, options);
  const text = `${html.replace(/\.html?$/, '')}.txt`;
  await writeFileAtomically('The mail', html, mailForBrowsers(mail.html), readersOf(options));
  await writeFileAtomically('The mail', text, `Subject: ${mail.subject}\n\n${mail.text}`, readersOf(options));
  return [html, text];
}

async function sendMail(
  mail: RenderedMail,
  { week }: WeekSummary,
  configuration: Configuration,
  { again = false, config }: DigestOptions,
  digests: DigestLog,
): Promise<ReaderDelivery[]> {
  const { digest: recipients, business } = configuration;
  if (recipients === null || recipients.to.length === 0) {
    throw new UsageError(`${config} has no recipients. Add a line such as: digest: { to: [owner@example.com] }`);
  }
  return sendDigest(
    {
      ...{ ...mail, weekId: week.id, business, from: digestSender(recipients), readers: recipients.to },
      scope: businessOfConfiguration(configuration),
    },
    digests,
    again,
  );
}
