import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { App, Duration } from 'aws-cdk-lib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeSchedule, formatSchedule } from '../../cli/schedule/schedule-summary.ts';
import { readWeek } from '../../functions/digest/read-week.ts';
import { renderMail } from '../../functions/digest/render-mail.ts';
import { renderNotification } from '../../functions/notify/render.ts';
import { TouchlightStack } from '../../infra/touchlight-stack.ts';
import { readDeployedConfiguration, writeDeployedConfiguration } from '../../shared/config/deployed-configuration.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import { dueVisits } from '../../shared/evaluation/schedule/due-visits.ts';
import { lastFullWeek, weekAt } from '../../shared/evaluation/week/week.ts';
import { formatMonthlyCost, monthlyCost } from '../../shared/evaluation/what-if/monthly-cost.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import { configurationFile } from '../../shared/model/stack-names.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';
import { aFinding, World } from '../support/a-world.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { anyFile } from './any-file.ts';

/** Files; TOUCHLIGHT_FILES=100000 is a longer run. */
const FILES = Number(process.env['TOUCHLIGHT_FILES'] ?? 10_000);
/** A stack takes a third of a second to be synthesized, a day's schedule a tenth to be listed, a mail some twenty milliseconds. */
const EVERY = { synthesized: 250, scheduled: 25, mailed: 10 };

const today = '2026-11-29';
/** Within, before and after the nights in which clocks are set. */
const anInstant = fc
  .date({ min: new Date('2026-09-01T00:00Z'), max: new Date('2028-04-01T00:00Z'), noInvalidDate: true })
  .map((date) => toInstant(Math.floor(date.getTime() / minuteMs) * minuteMs));

describe('what validate accepts', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'touchlight-accepted-'));
    mkdirSync(path.join(folder, 'code'));
    writeFileSync(path.join(folder, 'code', 'handler.mjs'), '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('can be run, watched, mailed and deployed', { timeout: 900_000 }, async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(anyFile, anInstant, async (file, now) => {
        const reading = parseConfiguration(JSON.stringify(file), 'touchpoints.yaml', today);
        if (!reading.ok) return;
        accepted += 1;
        const { configuration } = reading;
        const world = lived(configuration, now);
        travels(configuration, folder);
        if (accepted % EVERY.mailed === 0) await isMailed(configuration, world, now);
        if (accepted % EVERY.scheduled === 0) isScheduled(configuration, now);
        if (accepted % EVERY.synthesized === 0) isSynthesized(configuration, folder);
      }),
      { numRuns: FILES },
    );
    // Of a generator that hardly ever hits a valid file nothing would be learnt.
    expect(accepted).toBeGreaterThan(FILES / 3);
  });
});

/** As `run` and the stack do it: visits fall due, a check goes red, then cannot be measured, and somebody is told in words. */
function lived({ touchpoints, calendar, maintenance, language, timeZone }: Configuration, now: Instant): World {
  const world = new World();
  world.calendar = calendar;
  world.maintenance.push(...maintenance);
  for (const { checks } of touchpoints) for (const check of checks) world.add(check);
  const checks = [...world.checks.values()];
  expect(world.checks.size).toBe(touchpoints.flatMap((each) => each.checks).length);
  for (const visit of dueVisits(checks, now)) expect(visit.checks.length).toBeGreaterThan(0);
  for (const [run, finding] of (['unreachable', 'broken', 'unknown'] as const).entries()) {
    const at = toInstant(Date.parse(now) + run * 6 * 60 * minuteMs);
    for (const check of checks) world.evaluate(aFinding(check, at, finding), at);
    world.sweep(at);
  }
  for (const notification of world.notifications) {
    const { subject, sms, text, json } = renderNotification(notification, { language, timeZone });
    expect(subject).toMatch(/^[\x20-\x7e]{1,100}$/);
    expect(sms.length).toBeLessThanOrEqual(140);
    expect(text).not.toMatch(/undefined|Invalid Date|NaN|\[object /);
    expect(JSON.parse(json)).toMatchObject({ version: 1 });
  }
  return world;
}

async function isMailed(configuration: Configuration, world: World, now: Instant): Promise<void> {
  const { timeZone, language } = configuration;
  const of =
    <Item extends { readonly touchpointId: string }>(all: Iterable<Item>) =>
    async (touchpointId: string) =>
      [...all].filter((each) => each.touchpointId === touchpointId);
  const statuses = { ...emptyStores().statuses, list: of(world.statuses.values()) };
  const sources = {
    configuration,
    stores: emptyStores({ statuses, sent: { ...emptyStores().sent, list: of(world.sent) } }),
  };
  for (const week of [lastFullWeek(now, timeZone), weekAt(now, timeZone)]) {
    expect(week.from < week.to).toBe(true);
    expect(week.days).toHaveLength(7);
    const summary = await readWeek(sources, week, now);
    const mail = renderMail(summary, { language, reportUrl: null });
    expect(`${mail.subject} ${mail.text}`).not.toMatch(/undefined|Invalid Date|NaN|\[object /);
  }
}

function isScheduled(configuration: Configuration, now: Instant): void {
  const schedule = formatSchedule(describeSchedule(configuration, now), configuration.timeZone);
  const sum = formatMonthlyCost(monthlyCost(configuration));
  expect(`${schedule} ${sum}`).not.toMatch(/undefined|Invalid Date|NaN|\[object /);
}

function travels(configuration: Configuration, folder: string): void {
  writeFileSync(path.join(folder, configurationFile), writeDeployedConfiguration(configuration));
  expect(readDeployedConfiguration(folder)).toEqual(configuration);
}

function isSynthesized(configuration: Configuration, folder: string): void {
  const app = new App({ outdir: path.join(folder, 'out'), autoSynth: false });
  new TouchlightStack(app, 'Touchlight', {
    configuration,
    bundle: () => path.join(folder, 'code'),
    network: 'public',
    confirmationDelay: Duration.minutes(5),
    origin: { version: '1.2.3', configuration: '0123456789abcdef' },
    dashboard: true,
    receiptRules: true,
  });
  expect(app.synth().stacks).toHaveLength(1);
}
