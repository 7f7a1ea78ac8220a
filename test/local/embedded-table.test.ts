import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import dynalite from 'dynalite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { StorageError } from '../../cli/local/storage-error.ts';
import { type EmbeddedTable, openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { checkTableFolder } from '../../cli/local/table/table-folder.ts';
import { createDynamoClient } from '../../shared/aws/dynamo-client.ts';
import { ensureTable } from '../../shared/aws/ensure-table.ts';
import { createStores } from '../../shared/aws/stores.ts';
import { localTableName } from '../../shared/model/table-keys.ts';
import { aResult } from '../support/a-result.ts';
import { aStatus } from '../support/a-status.ts';
import { Writer } from './writer-process.ts';

let folder: string;
let tables: EmbeddedTable[];
let writers: Writer[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchlight-table-'));
  tables = [];
  writers = [];
});

afterEach(async () => {
  for (const table of tables) await table.close().catch(() => {});
  for (const writer of writers) await writer.kill();
  await rm(folder, { recursive: true, force: true });
});

async function open(): Promise<EmbeddedTable> {
  const table = await openEmbeddedTable(folder);
  tables.push(table);
  return table;
}

function start(options?: ConstructorParameters<typeof Writer>[1]): Writer {
  const writer = new Writer(folder, options);
  writers.push(writer);
  return writer;
}

async function failureOf(attempt: Promise<unknown>): Promise<StorageError> {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof StorageError)) throw new Error(`Expected a StorageError, got ${String(error)}`);
  expect(error.exitCode).toBe(3);
  return error;
}

const always = { from: '2000-01-01', to: '2100-01-01' };

describe('the embedded table', () => {
  it('still has everything when it is opened again', async () => {
    const first = await open();
    await first.stores.results.put(aResult());
    await first.stores.statuses.save(aStatus(), null);
    await first.close();
    const second = await open();
    expect(await second.stores.results.list('website/page-load@mobile', always)).toEqual([aResult()]);
    expect(await second.stores.statuses.list('website')).toEqual([aStatus()]);
  });

  it('does not answer who does not know its key, such as a page that found the port', async () => {
    const { endpoint } = await open();
    const client = createDynamoClient({ endpoint, accessKeyId: 'guessed' });
    await expect(createStores({ client, tableName: localTableName }).statuses.list('website')).rejects.toThrow();
    client.destroy();
    const preflight = await fetch(endpoint, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
    expect(preflight.status).toBe(403);
  });

  it('says who works in the folder when somebody does', async () => {
    const writer = start();
    await writer.said('stored');
    const error = await failureOf(open());
    expect(error.fault).toBe('in-use');
    expect(error.message).toContain(`in use by another touchlight (process ${writer.pid}, since 20`);
    expect(error.message).toContain('Nothing is broken: only one touchlight at a time can write to a folder.');
    expect(error.message).toContain(`end it (Ctrl-C in its terminal, or "kill ${writer.pid}")`);
    expect(error.message).toContain('If that is "touchlight watch", it runs each check when it is due');
    expect(error.message, 'a folder of its own would know nothing of this one').not.toContain('another folder');
    await writer.kill();
    const table = await open();
    expect((await table.stores.results.list('round-0/form', always)).length).toBeGreaterThan(0);
  });

  it('is opened once by one process, and the lock outlives the second attempt', async () => {
    await open();
    expect((await failureOf(open())).message).toContain('already open in this process');
    const writer = start();
    expect(await writer.said('failed')).toContain(`failed in-use The table in ${join(folder, 'table')}`);
    expect(await writer.ended).toBe(3);
  });

  it('says that a read-only folder cannot be written', async () => {
    await chmod(folder, 0o555);
    const writer = start({ asNobody: true });
    expect(await writer.said('failed')).toMatch(/^failed not-writable .*EACCES.* Make it writable/);
    await chmod(folder, 0o755);
  });

  it('says so when its place is taken by a file', async () => {
    await writeFile(join(folder, 'table'), 'not a folder');
    const error = await failureOf(open());
    expect(error.fault).toBe('not-writable');
    expect(error.message).toMatch(/The table cannot be written to .*table/);
  });

  it('says that the disk is full, and has everything that it acknowledged', async () => {
    const writer = start({ limitBlocks: 200 });
    const line = await writer.said('failed');
    expect(line).toMatch(
      /^failed full .*Free some disk space and run again: everything it had confirmed is still there/,
    );
    expect(await writer.ended).toBe(3);
    await expectAcknowledged(await open(), writer, 0);
  });
});

describe('a damaged table', () => {
  /** Made once: each damage is done to a copy. */
  let whole: string;
  beforeAll(async () => {
    whole = await mkdtemp(join(tmpdir(), 'touchlight-table-'));
    const { stores, close } = await openEmbeddedTable(whole);
    await stores.results.put(aResult());
    await close();
  });
  afterAll(() => rm(whole, { recursive: true }));

  async function aTableWithHistory(): Promise<string> {
    await cp(whole, folder, { recursive: true });
    return join(folder, 'table');
  }

  const damages: Readonly<Record<string, (path: string, names: readonly string[]) => Promise<void>>> = {
    'whose CURRENT is garbage': (path) => writeFile(join(path, 'CURRENT'), 'garbage'),
    'whose CURRENT is missing': (path) => rm(join(path, 'CURRENT')),
    'whose manifest is garbage': (path, names) => writeFile(join(path, nameOf(names, /^MANIFEST/)), 'garbage'),
    'whose manifest is missing': (path, names) => rm(join(path, nameOf(names, /^MANIFEST/))),
    'whose log has a flipped bit': async (path, names) => {
      const log = join(path, nameOf(names, /\.log$/));
      const bytes = await readFile(log);
      bytes[40] = (bytes[40] ?? 0) ^ 1;
      await writeFile(log, bytes);
    },
    'whose log is garbage': (path, names) => writeFile(join(path, nameOf(names, /\.log$/)), Buffer.alloc(5000, 7)),
  };

  for (const [damage, inflict] of Object.entries(damages)) {
    it(`${damage} is refused, named and left as it is`, async () => {
      const path = await aTableWithHistory();
      await inflict(path, await readdir(path));
      const before = await fingerprint(path);
      const error = await failureOf(open());
      expect(error.fault).toBe('damaged');
      expect(error.message).toContain(`The table in ${path} is damaged`);
      expect(error.message).toContain('Nothing was deleted');
      expect(await fingerprint(path)).toEqual(before);
    });
  }

  it('whose data turns out to be garbage while it is read says so and does not end the process', async () => {
    const path = await aTableWithHistory();
    // Opening once more moves the log into a table file.
    await checkTableFolder(path);
    const names = await readdir(path);
    await writeFile(join(path, nameOf(names, /\.ldb$/)), Buffer.alloc(2000, 7));
    const reading = openEmbeddedTable(folder).then(async (table) => {
      tables.push(table);
      return await table.stores.results.list('website/page-load@mobile', always);
    });
    expect((await failureOf(reading)).fault).toBe('damaged');
  });
});

describe('a killed process', () => {
  it('loses nothing that was acknowledged, wherever it is killed', { timeout: 120_000 }, async () => {
    const rounds = 10;
    for (let round = 0; round < rounds; round++) {
      const writer = start({ round });
      // A busy machine may write nothing within a few milliseconds: every other one is let write first.
      await writer.said(round % 2 === 0 ? 'opened' : 'moved 2026-11-23T00:02');
      await pause(Math.random() * 150);
      await writer.kill();
    }
    const table = await open();
    for (const [round, writer] of writers.entries()) await expectAcknowledged(table, writer, round);
    expect(writers.flatMap(({ lines }) => lines).length).toBeGreaterThan(2 * rounds);
  });

  it('leaves a folder that opens, also when it is killed while the table is created', {
    timeout: 120_000,
  }, async () => {
    for (let round = 0; round < 4; round++) {
      const fresh = join(folder, String(round));
      const writer = new Writer(fresh);
      writers.push(writer);
      // From the table's folder to the first acknowledged writes it takes about as long.
      while (!existsSync(join(fresh, 'table'))) await pause(2);
      await pause(Math.random() * 300);
      await writer.kill();
      const table = await openEmbeddedTable(fresh);
      tables.push(table);
      await expectAcknowledged(table, writer, 0);
      await table.stores.statuses.save(aStatus(), null);
    }
  });

  it('that had only just begun to create the table leaves it to the next one to finish', async () => {
    const server = dynalite({ path: join(folder, 'table'), createTableMs: 60_000 }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('dynalite listens on no port.');
    const client = createDynamoClient({ endpoint: `http://127.0.0.1:${address.port}` });
    const creating = ensureTable(client, localTableName).catch(() => {});
    await pause(200);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    client.destroy();
    await creating;
    const { stores } = await open();
    expect(await stores.statuses.save(aStatus(), null)).toBe('saved');
  });
});

async function expectAcknowledged({ stores }: EmbeddedTable, { lines }: Writer, round: number): Promise<void> {
  const checkId = `round-${round}/form`;
  const stored = (await stores.results.list(checkId, always)).map(
    ({ scheduledAt }) => `stored ${checkId}#${scheduledAt}`,
  );
  expect(new Set(stored).size).toBe(stored.length);
  expect(stored).toEqual(expect.arrayContaining(lines.filter((line) => line.startsWith('stored'))));
  const moved = lines.findLast((line) => line.startsWith('moved'))?.slice('moved '.length);
  const status = await stores.statuses.load(`round-${round}`, checkId);
  if (moved !== undefined) expect(status?.lastRunAt.localeCompare(moved)).toBeGreaterThanOrEqual(0);
}

function nameOf(names: readonly string[], pattern: RegExp): string {
  const name = names.find((candidate) => pattern.test(candidate));
  if (name === undefined) throw new Error(`No file like ${pattern} among ${names.join(', ')}.`);
  return name;
}

/** Of everything but LevelDB's own diary and lock. */
async function fingerprint(path: string): Promise<Record<string, string>> {
  const names = (await readdir(path)).filter((name) => !/^LO(G|CK)/.test(name)).toSorted();
  const hashes = names.map(async (name) => {
    return [
      name,
      createHash('sha256')
        .update(await readFile(join(path, name)))
        .digest('hex'),
    ] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
