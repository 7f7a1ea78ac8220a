import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { facebookStub, facebookToken } from '../../examples/social-stubs/facebook.ts';
import { serveStub } from '../../examples/social-stubs/stub-server.ts';
import { World } from '../../examples/social-stubs/world.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { anIncident, aStatus } from '../support/a-status.ts';
import { aSubmission } from '../support/a-submission.ts';
import { aConversation } from '../support/a-week.ts';
import { type Attack, attackNames, attacks, harmfulIn, joined, someAttacks, wordOf } from '../support/attacks.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { serveRaw } from '../support/raw-server.ts';
import { aCause } from '../support/said.ts';
import { aWorkplace, type Ended, type Workplace } from '../support/touchlight.ts';

const workplaces: Workplace[] = [];
afterAll(() => Promise.all(workplaces.map((workplace) => workplace.remove())));

async function aPlace(configuration?: string): Promise<Workplace> {
  const workplace = await aWorkplace();
  workplaces.push(workplace);
  if (configuration !== undefined) await writeFile(path.join(workplace.folder, 'touchpoints.yaml'), configuration);
  return workplace;
}

/** Everything that was printed, and that it shows these attacks without their harm. */
function expectHarmless(ended: Ended | undefined, shown: readonly Attack[]): void {
  const printed = `${ended?.stdout ?? ''}${ended?.stderr ?? ''}`;
  expect(harmfulIn(printed)).toEqual([]);
  for (const attack of shown) expect(printed, attack).toContain(wordOf(attack));
}

/** Files under a folder by name. A mail's preview ends in invisible filler of its own, which is none of what is looked for. */
async function filesIn(folder: string, name: RegExp): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((each) => name.test(each));
  const texts = await Promise.all(names.map((each) => readFile(path.join(folder, each), 'utf8')));
  return texts.map((text) => text.replaceAll(previewFiller, ''));
}
const previewFiller = '\u00a0\u200c\u200b\u200d\u200e\u200f\ufeff';

const now = Date.now();
const today = toInstant(now).slice(0, 10);
const groups = someAttacks(3);

describe('what a server sends in its first line and its headers', { timeout: 180_000 }, () => {
  let workplace: Workplace;
  let server: Awaited<ReturnType<typeof serveRaw>>;
  /** As many as Node's parser lets through: it refuses C0 controls in a header, and takes every byte above them. */
  const passing = attackNames.filter(
    (name) => !Array.from(attacks[name], codeOf).some((code) => code < 0x20 || code === 0x7f),
  );
  beforeAll(async () => {
    server = await serveRaw((asked) => {
      const attack = attacks[attackNames[Number(asked.slice(2))] ?? 'forges a line'];
      const head =
        asked[1] === 't'
          ? `HTTP/1.1 200 ${attack}\r\ncontent-type: text/${attack}`
          : `HTTP/1.1 302 ${attack}\r\nlocation: nowhere:${attack}`;
      // Half of what a header holds is read as Latin-1: C1 controls come as single bytes.
      const bytes = Buffer.from(
        attack,
        Array.from(attack, codeOf).every((code) => code < 0x100) ? 'latin1' : 'utf8',
      ).toString('latin1');
      return Buffer.from(`${head.replaceAll(attack, bytes)}\r\ncontent-length: 2\r\n\r\nOK`, 'latin1');
    });
    const touchpoints = attackNames.map(
      (_, n) =>
        `  - { id: site-${n}, kind: website, url: "${server.url}/l${n}", checks: ${onlyChecks({ availability: '{}' })} }\n`,
    );
    workplace = await aPlace(`business: B\ntimeZone: UTC\ntouchpoints:\n${touchpoints.join('')}`);
  });
  afterAll(() => server?.close());

  test('is harmless in an audit', async () => {
    const audits = attackNames.flatMap((_, n) => [
      ['audit', `${server.url}/l${n}`, '--only', 'availability'],
      ['audit', `${server.url}/t${n}`, '--only', 'availability'],
    ]);
    const all = await workplace.inTurn({}, ...audits);
    for (const [n, attack] of attackNames.entries()) {
      const isShown = passing.includes(attack) ? [attack] : [];
      expectHarmless(all[2 * n], isShown);
      expectHarmless(all[2 * n + 1], isShown);
    }
  });

  test('is harmless in a run, its alerts, the list of incidents, the report and the mail', async () => {
    const [run, asJson, incidents, report, digest] = await workplace.inTurn(
      {},
      ['run', '--confirm-after', '0'],
      ['incidents', '--json'],
      ['incidents'],
      ['report', '--no-open'],
      ['digest', '--no-open'],
    );
    for (const ended of [run, incidents]) expectHarmless(ended, passing);
    for (const ended of [asJson, report, digest]) expectHarmless(ended, []);
    const listed = JSON.parse(asJson?.stdout ?? '');
    expect(listed.incidents).toHaveLength(attackNames.length);
    const folder = path.join(workplace.folder, '.touchlight');
    const files = await filesIn(folder, /\.(txt|html)$/);
    expect(files.length).toBeGreaterThan(attackNames.length);
    for (const file of files) expect(harmfulIn(file)).toEqual([]);
  });
});

describe('what an older version has stored as it came', { timeout: 180_000 }, () => {
  let workplace: Workplace;
  beforeAll(async () => {
    const pages = groups.map(
      (_, n) => `  - { id: page-${n}, kind: facebook, page: "${n}", secret: facebook, sla: { firstResponse: 1h } }\n`,
    );
    workplace = await aPlace(
      `business: B\ntimeZone: UTC\ntouchpoints:\n${pages.join('')}  - { id: site, kind: website, url: "https://coffeelab.example", checks: { form: { mode: submit } } }\n`,
    );
    const folder = path.join(workplace.folder, '.touchlight');
    const { stores, close } = await openEmbeddedTable(folder);
    for (const [n, group] of groups.entries()) {
      const [touchpointId, checkId] = [`page-${n}`, `page-${n}/responses`];
      const times = { suspectedAt: toInstant(now - 7_200_000), openedAt: toInstant(now - 7_000_000) };
      const incident = anIncident({ touchpointId, checkId, ...times, finding: aCause(joined(group)) });
      const status = aStatus({
        ...{ touchpointId, checkId, light: 'red', incident, lastFinding: aCause(joined(group)) },
        lastRunAt: toInstant(now - 60_000),
        today: { date: today, runs: { green: 0, yellow: 0, red: 3, unknown: 0 }, values: {} },
      });
      await stores.statuses.save(status, null);
      const conversations = group.map((attack, at) =>
        aConversation({
          ...{ checkId, id: `thread-${at}`, author: attacks[attack], text: attacks[attack] },
          ...{ startedAt: toInstant(now - 10_000_000), waitingSince: toInstant(now - 10_000_000) },
          keepUntil: toInstant(now + 10_000_000_000),
        }),
      );
      await stores.conversations.put(conversations);
    }
    await close();
    const sent = path.join(folder, 'submissions', 'site_form');
    await mkdir(sent, { recursive: true });
    for (const [n, attack] of attackNames.entries()) {
      const scheduledAt = toInstant(now - (n + 1) * 60_000);
      const typed = [{ field: attacks[attack], value: attacks[attack] }];
      const submission = aSubmission({ checkId: 'site/form', scheduledAt, typed });
      await writeFile(path.join(sent, `${scheduledAt.replaceAll(':', '-')}.json`), JSON.stringify(submission));
    }
  });

  test('is harmless in every list, mail and report', async () => {
    const [incidents, submissions, digest, report] = await workplace.inTurn(
      {},
      ['incidents'],
      ['submissions', '--since', '1d'],
      ['digest', '--no-open'],
      ['report', '--no-open'],
    );
    // JSON cannot hold half a character as text; a table could not either.
    for (const ended of [incidents, submissions]) expectHarmless(ended, attackNames);
    for (const ended of [digest, report]) expectHarmless(ended, []);
    const folder = path.join(workplace.folder, '.touchlight');
    const [text = '', html = ''] = [
      ...(await filesIn(folder, /digest.*txt$/)),
      ...(await filesIn(folder, /report.*html$/)),
    ];
    for (const file of [text, html]) {
      expect(harmfulIn(file)).toEqual([]);
      for (const attack of attackNames) expect(file, attack).toContain(wordOf(attack));
    }
  });
});

describe('what people write on a platform, and what it calls itself', () => {
  test('is harmless in the poll, in the check of the secret, in the mail and in the report', async () => {
    const world = new World(Date.now, { id: '555', name: joined(attackNames) });
    const post = world.at(now - 30 * 3_600_000, () => world.addPost());
    for (const [n, attack] of attackNames.entries()) {
      const by = { id: `person-${n}`, name: `${attacks[attack]} ${attacks[attack]}` };
      world.at(now - (29 * 60 - n) * 60_000, () => world.write({ by, text: `${attacks[attack]}?`, under: post }));
    }
    const stub = await serveStub(facebookStub(world));
    try {
      const workplace = await aPlace(
        `business: B\ntimeZone: UTC\nhours: { mon-sun: ["00:00-24:00"] }\ntouchpoints:\n  - { id: facebook, kind: facebook, page: "555", secret: facebook, api: "${stub.url}", sla: { firstResponse: 1h } }\n`,
      );
      const [run, secrets, incidents, digest, report] = await workplace.inTurn(
        { TOUCHLIGHT_SECRET_FACEBOOK: facebookToken },
        ['run', '--confirm-after', '0'],
        ['secrets', 'check'],
        ['incidents'],
        ['digest', '--no-open'],
        ['report', '--no-open'],
      );
      expectHarmless(secrets, attackNames);
      for (const ended of [run, incidents, digest, report]) expectHarmless(ended, []);
      const folder = path.join(workplace.folder, '.touchlight');
      const [html = ''] = await filesIn(folder, /report.*html$/);
      for (const attack of attackNames) expect(html, attack).toContain(wordOf(attack));
      for (const file of await filesIn(folder, /\.(html|txt)$/)) expect(harmfulIn(file)).toEqual([]);
    } finally {
      await stub.close();
    }
  });
});

describe('what stands in touchpoints.yaml and on the command line', () => {
  /** YAML itself refuses what is no text; then its place is shown, and the line. */
  const asYaml = (text: string): string => `"${Array.from(text, escapedInYaml).join('')}"`;

  test.each([
    ['as a key', (value: string) => `business: B\ntimeZone: UTC\n${value}: 1\ntouchpoints: []\n`],
    ['as a key of a check', (value: string) => site(`checks: { ${value}: {} }`)],
    ['as a value', (value: string) => `business: B\ntimeZone: ${value}\ntouchpoints: []\n`],
    ['as an address', (value: string) => site('', value)],
    ['as the name of a business', (value: string) => site('').replace('business: B', `business: ${value}`)],
  ] as const)('is harmless %s', async (_, configurationOf) => {
    const workplace = await aPlace();
    const files = attackNames.flatMap((name, n) => [
      [`escaped-${n}.yaml`, configurationOf(asYaml(attacks[name]))] as const,
      [`raw-${n}.yaml`, configurationOf(`"${attacks[name]}"`)] as const,
    ]);
    for (const [name, text] of files) await writeFile(path.join(workplace.folder, name), text);
    const all = await workplace.inTurn({}, ...files.map(([name]) => ['validate', '--config', name]));
    for (const [n, attack] of attackNames.entries()) {
      expectHarmless(all[2 * n], [attack]);
      expectHarmless(all[2 * n + 1], []);
    }
  });

  test('is harmless where a command refuses what it was given', async () => {
    const workplace = await aPlace(site(''));
    const typeable = attackNames.filter((name) => !attacks[name].includes('\u0000') && attacks[name].isWellFormed());
    const all = await workplace.inTurn(
      {},
      ...typeable.flatMap((name) => [
        ['run', '--only', attacks[name]],
        ['audit', `ftp://${attacks[name]}`],
        ['incidents', `--${attacks[name]}`],
      ]),
    );
    for (const ended of all) expectHarmless(ended, []);
    for (const [n, attack] of typeable.entries()) expectHarmless(all[3 * n], [attack]);
  });
});

function site(more: string, url = '"https://coffeelab.example"'): string {
  return `business: B\ntimeZone: UTC\ntouchpoints:\n  - { id: website, kind: website, url: ${url}${more === '' ? '' : `, ${more}`} }\n`;
}

function codeOf(sign: string): number {
  return sign.codePointAt(0) ?? 0;
}

function escapedInYaml(sign: string): string {
  const code = codeOf(sign);
  if (code >= 0x20 && code < 0x7f) return sign === '"' || sign === '\\' ? `\\${sign}` : sign;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}
