/**
 * Draws docs/pictures/mail.webp, report.webp and page-*.webp: the owner's mail on a phone, the report on a desktop and the live
 * page on both, for the demo business in a week in which its form broke and a customer on Facebook waits. Five weeks are played through the real flow,
 * the last visits are real ones, and the real commands write mail and report: `npx node examples/pictures/week.ts`.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { recallCompetitors } from '../../cli/local/demo-competitors.ts';
import { openFlow } from '../../cli/local/flow.ts';
import { readTouchpoints } from '../../cli/local/read-touchpoints.ts';
import { Terminal } from '../../cli/terminal.ts';
import { launchBrowser } from '../../shared/browser/launch.ts';
import { lastFullWeek } from '../../shared/evaluation/week/week.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { createDemoBusiness } from '../demo-business/demo-business.ts';
import { type CoffeeLabPages, coffeeLabSecrets, openCoffeeLabPages } from '../social-stubs/coffee-lab.ts';
import { drawPage, type Frame } from './draw-page.ts';
import { pastResult } from './past.ts';

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));
const pictures = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const template = fileURLToPath(new URL('../demo-business/touchpoints.yaml', import.meta.url));

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const now = Date.now();
const folder = await mkdtemp(path.join(tmpdir(), 'touchlight-picture-'));
const business = await createDemoBusiness();
const social = await openCoffeeLabPages(Date.now);
try {
  const config = path.join(folder, 'touchpoints.yaml');
  await writeFile(config, await touchpoints(business.url, social));
  const terminal = new Terminal({ json: false, quiet: true });
  const configuration = readTouchpoints(config, terminal);
  await playPast(configuration, terminal);
  await business.switchOn('form-500');
  await putSecrets();
  const polled = ['facebook', 'youtube', 'google-reviews', 'mailbox', 'phone', 'survey', 'orders'];
  const checks = ['availability', 'page-load', 'contacts', 'form'].map((check) => `website/${check}`);
  await touchlight('run', '--quiet', '--no-confirm', '--only', ...checks, ...polled);
  const [mail, report] = [path.join(folder, 'mail.html'), path.join(folder, 'report.html')];
  await touchlight('digest', '--no-open', '--out', mail);
  await touchlight('report', '--no-open', '--out', report);
  await draw(mail, 'mail.webp', { width: 390, height: 1_150, scale: 2 });
  await draw(report, 'report.webp', { width: 1_000, height: 1_410, scale: 1.5 });
  await touchlight('ack', 'website/form', '--why', 'I have called the hosting provider');
  const [phone = '', desktop = ''] = await drawPage(folder, business.url, [
    { width: 390, height: 1_000, scale: 2 },
    { width: 1_000, height: 900, scale: 1.5 },
  ]);
  await writeFile(path.join(pictures, 'page-phone.webp'), phone);
  await writeFile(path.join(pictures, 'page-desktop.webp'), desktop);
} finally {
  await Promise.all([business.close(), social.close()]);
  await rm(folder, { recursive: true });
}

async function touchpoints(
  url: string,
  { facebook, youtube, reviews, crux, mailServer }: CoffeeLabPages,
): Promise<string> {
  return (
    (await readFile(template, 'utf8'))
      // As seldom as they are played: with most of their runs missing, the week would count as half seen.
      .replaceAll(/^ +kind: (?!website).*\n/gm, (line) => `${line}    every: 12h\n`)
      .replace('http://127.0.0.1:8080/', url)
      .replace('http://127.0.0.1:8081/', facebook.url)
      .replace('http://127.0.0.1:8082/', youtube.url)
      .replace('http://127.0.0.1:8083/', reviews.url)
      .replace('127.0.0.1:8084', mailServer)
      .replace('http://127.0.0.1:8085/', crux.url)
  );
}

/** And the files: the phone's calls, answers and orders. */
async function putSecrets(): Promise<void> {
  const secrets = path.join(folder, '.touchlight', 'secrets');
  await mkdir(secrets, { recursive: true });
  for (const [name, secret] of Object.entries(coffeeLabSecrets))
    await writeFile(path.join(secrets, name), secret, { mode: 0o600 });
  for (const [kind, touchpoint, content] of [
    ['calls', 'phone', social.calls],
    ['surveys', 'survey', social.survey],
    ['orders', 'orders', social.orders],
  ] as const) {
    const own = path.join(folder, '.touchlight', kind, touchpoint);
    await mkdir(own, { recursive: true });
    await writeFile(path.join(own, 'export.csv'), content);
  }
}

/** Three rounds a day for five weeks; the form breaks on the last full week's Wednesday. */
async function playPast(configuration: Configuration, terminal: Terminal): Promise<void> {
  const { from } = lastFullWeek(new Date(now).toISOString(), configuration.timeZone);
  const troubles = { formSince: Date.parse(from) + 2 * dayMs + 9 * hourMs, facebookSince: now - 4 * dayMs };
  const checks = configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks);
  const seldom = ['lighthouse', 'field-speed', 'same-facts', 'responses'];
  const clock = { now };
  const flow = await openFlow(configuration, path.join(folder, '.touchlight'), terminal, () => {}, {
    now: () => clock.now,
    measure: async ({ checks: visited, scheduledAt }) =>
      visited.map((check) => pastResult(check, Date.parse(scheduledAt), troubles)),
  });
  try {
    for (let at = Date.parse(from) - 28 * dayMs + 8 * hourMs; at < now - hourMs; at += dayMs) {
      for (const [round, hours] of [0, 4, 8].entries()) {
        clock.now = at + hours * hourMs;
        if (clock.now > now - hourMs) break;
        const due = round === 0 ? checks : checks.filter(({ probe }) => !seldom.includes(probe));
        await flow.run(due, new AbortController().signal, new Date(clock.now).toISOString());
      }
    }
    await recallCompetitors(flow.stores, configuration, now);
  } finally {
    await flow.close();
  }
}

/** A red light ends with exit code 1, which is the point of the pictures. */
async function touchlight(...args: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [main, ...args], { cwd: folder }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 1)) throw error;
  });
}

async function draw(file: string, picture: string, { width, height, scale }: Frame): Promise<void> {
  await writeFile(file, (await readFile(file, 'utf8')).replaceAll(business.url, 'https://coffeelab.example/'));
  const browser = await launchBrowser({ context: { viewport: { width, height } } });
  try {
    const page = await browser.context.newPage();
    await page.goto(pathToFileURL(file).href);
    const clip = { x: 0, y: 0, width, height, scale };
    const devtools = await browser.context.newCDPSession(page);
    const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 70, clip });
    await writeFile(path.join(pictures, picture), Buffer.from(data, 'base64'));
  } finally {
    await browser.close();
  }
}
