import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFlow } from '../../cli/local/flow.ts';
import { Terminal } from '../../cli/terminal.ts';
import { parseConfiguration } from '../../shared/config/read-configuration.ts';
import type { Light } from '../../shared/model/light.ts';
import { aTelegram, telegramToken } from '../channel/stubs/a-telegram.ts';
import { aResultThatIs } from '../support/a-result.ts';
import { onlyChecks } from '../support/only-checks.ts';

it('what run and watch find is posted, and the post ends when the site is well again', async () => {
  const telegram = await aTelegram();
  const folder = await mkdtemp(join(tmpdir(), 'touchlight-flow-channels-'));
  await mkdir(join(folder, 'secrets'));
  await writeFile(join(folder, 'secrets', 'telegram-bot'), telegramToken);
  const reading = parseConfiguration(
    `business: Coffee Lab
timeZone: Europe/Kyiv
alerts: { telegram: { chat: "42", secret: telegram-bot, api: "${telegram.url}" } }
touchpoints:
  - { id: website, kind: website, url: "https://b.example", checks: ${onlyChecks({ 'page-load': '{ devices: [mobile] }' })} }
`,
    'touchpoints.yaml',
    '2026-11-22',
  );
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const { configuration } = reading;
  const checks = configuration.touchpoints.flatMap((touchpoint) => touchpoint.checks);
  const world = { now: Date.parse('2026-11-23T09:00:00.000Z'), light: 'red' as Light };

  /** One run, as a process of its own. */
  const run = async (): Promise<void> => {
    const flow = await openFlow(configuration, folder, new Terminal({ json: true, quiet: true }), () => {}, {
      now: () => world.now,
      measure: async ({ checks: due, scheduledAt }) =>
        due.map((check) => aResultThatIs(world.light, { checkId: check.id, scheduledAt })),
    });
    await flow.run(checks, new AbortController().signal);
    await flow.close();
    world.now += 5 * 60_000;
  };
  try {
    await run();
    expect(telegram.posts()).toEqual([]);
    await run();
    expect(telegram.posts().map(({ text }) => text.split('\n')[0])).toEqual(['<b>🔴 RED website</b>']);
    world.light = 'green';
    await run();
    await run();
    expect(telegram.posts().map(({ text }) => text.split('\n')[0])).toEqual(['<b>🟢 GREEN website</b>']);
    expect(telegram.replies()).toHaveLength(1);
  } finally {
    await rm(folder, { recursive: true });
    await telegram.close();
  }
});
