import { chmod, lstat, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepPrivate } from '../../cli/local/private-folder.ts';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { writeFileAtomically } from '../../cli/local/write-file.ts';
import { onlyChecks } from '../support/only-checks.ts';
import { serve, type TestServer } from '../support/serve.ts';
import { aWorkplace, type Ended, type Workplace } from '../support/touchlight.ts';

let server: TestServer;
const workplaces: Workplace[] = [];
beforeAll(async () => {
  server = await serve({ '/': (_, response) => response.writeHead(500).end('Oops') });
});
afterAll(async () => {
  await Promise.all([server?.close(), ...workplaces.map((workplace) => workplace.remove())]);
});

async function aPlace(): Promise<Workplace> {
  const workplace = await aWorkplace();
  workplaces.push(workplace);
  await writeFile(
    path.join(workplace.folder, 'touchpoints.yaml'),
    `business: B\ntimeZone: UTC\ntouchpoints:\n  - { id: website, kind: website, url: "${server.url}", checks: ${onlyChecks({ availability: '{}' })} }\n`,
  );
  return workplace;
}

/** As a shell with that umask would call it; the child takes over what its parent has. */
async function under<T>(umask: number, work: () => Promise<T>): Promise<T> {
  const before = process.umask(umask);
  try {
    return await work();
  } finally {
    process.umask(before);
  }
}

/** Everything below and at the folder, as `drwx------ path`; only what is open to others, or closed to its owner. */
async function wrongModes(folder: string): Promise<string[]> {
  const names = ['.', ...(await readdir(folder, { recursive: true }))];
  const all = await Promise.all(
    names.map(async (name) => {
      const status = await lstat(path.join(folder, name));
      if (status.isSymbolicLink()) return [];
      const wanted = status.isDirectory() ? 0o700 : 0o600;
      const mode = status.mode & 0o777;
      return mode === wanted ? [] : [`${mode.toString(8)} ${name}`];
    }),
  );
  return all.flat();
}

async function widen(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const name of await readdir(folder, { recursive: true })) {
    const at = path.join(folder, name);
    await chmod(at, (await lstat(at)).isDirectory() ? 0o755 : 0o644);
  }
}

const everything: readonly string[][] = [
  ['audit', '', '--only', 'availability'],
  ['run', '--confirm-after', '0'],
  ['digest', '--no-open'],
  ['report', '--no-open'],
  ['incidents'],
];

describe('the folder of this machine', () => {
  // What a umask of 0 leaves open is all that any other one does, and 077 leaves nothing.
  test.each([0o000, 0o077])('is for its owner alone, whatever the umask (%o)', async (umask) => {
    const { folder, inTurn } = await aPlace();
    await mkdir(path.join(folder, '.touchlight', 'secrets'), { recursive: true });
    await writeFile(path.join(folder, '.touchlight', 'secrets', 'by-hand'), 'a token that somebody put there', {
      mode: 0o644,
    });
    const commands = everything.map((args) => args.map((each) => (each === '' ? server.url : each)));
    const all: Ended[] = await under(umask, () => inTurn({}, ...commands));
    expect(all.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1]);
    const names = await readdir(path.join(folder, '.touchlight'));
    expect(names).toEqual(expect.arrayContaining(['alerts', 'secrets', 'table', 'tidied-at']));
    expect(await wrongModes(path.join(folder, '.touchlight'))).toEqual([]);
  });

  test('is so while a watch works in it: table, journal, lock and the owner of the table', async () => {
    const { folder, start } = await aPlace();
    const watching = await under(0o000, async () => start('watch', '--json'));
    try {
      const journal = path.join(folder, '.touchlight', 'watch.json');
      await expect.poll(() => readFile(journal, 'utf8').catch(() => null), { timeout: 90_000 }).not.toBeNull();
      expect(await readdir(path.join(folder, '.touchlight', 'table'))).toContain('LOCK');
      expect(await readdir(path.join(folder, '.touchlight'))).toContain('table-owner.json');
      expect(await wrongModes(path.join(folder, '.touchlight'))).toEqual([]);
    } finally {
      watching.process.kill('SIGTERM');
      await watching.ended;
    }
  }, 120_000);

  test.each(['validate', 'incidents'])(
    'that an older version left open is narrowed by the next start, such as %s',
    async (command) => {
      const { folder, touchlight } = await aPlace();
      const own = path.join(folder, '.touchlight');
      for (const [name, text] of [
        ['evidence/website_form/2026-11-28T10-00-00.000Z-form.jpg', 'jpg'],
        ['demo/secrets/facebook', 'a token'],
        ['submissions/website_form/2026-11-28T10-00-00.000Z.json', '{}'],
        ['alerts/alert.txt', 'RED'],
        ['digest-2026-W47.html', '<html>'],
        ['watch.json', '{}'],
      ] as const) {
        await mkdir(path.dirname(path.join(own, name)), { recursive: true });
        await writeFile(path.join(own, name), text);
      }
      await (await openEmbeddedTable(own)).close();
      await widen(own);
      const { code } = await touchlight(command);
      expect(code).toBe(0);
      expect(await wrongModes(own)).toEqual([]);
    },
  );
});

describe('what is not ours', () => {
  test('a file that somebody asks for elsewhere is as readable as the umask makes it', async () => {
    const { folder, inTurn } = await aPlace();
    const [, report, digest] = await under(0o022, () =>
      inTurn(
        {},
        ['run', '--no-confirm'],
        ['report', '--no-open', '--out', 'out/deep/report.html'],
        ['digest', '--no-open', '--out', 'mail.html'],
      ),
    );
    expect([report?.code, digest?.code]).not.toContain(3);
    const modeOf = async (name: string) => ((await lstat(path.join(folder, name))).mode & 0o777).toString(8);
    expect(await Promise.all(['out', 'out/deep', 'out/deep/report.html', 'mail.html', 'mail.txt'].map(modeOf))).toEqual(
      ['755', '755', '644', '644', '644'],
    );
  });

  test('a folder that somebody keeps for other things too keeps its own modes', async () => {
    const { folder } = await aPlace();
    const shared = path.join(folder, 'shared');
    await mkdir(path.join(shared, 'photos'), { recursive: true });
    await writeFile(path.join(shared, 'notes.txt'), 'theirs');
    await chmod(shared, 0o755);
    await chmod(path.join(shared, 'photos'), 0o755);
    await chmod(path.join(shared, 'notes.txt'), 0o644);
    await (await openEmbeddedTable(shared)).close();
    const modes = await wrongModes(shared);
    expect(modes.toSorted()).toEqual(['644 notes.txt', '755 .', '755 photos']);
  });

  test('links are not followed, and a file that cannot be changed stops nothing', async () => {
    const { folder } = await aPlace();
    const own = path.join(folder, '.touchlight');
    const theirs = path.join(folder, 'theirs.txt');
    await writeFile(theirs, 'theirs');
    await chmod(theirs, 0o644);
    await mkdir(own);
    await symlink(theirs, path.join(own, 'link'));
    await symlink('/nowhere/at/all', path.join(own, 'dangling'));
    await keepPrivate(own);
    expect((await lstat(theirs)).mode & 0o777).toBe(0o644);
    expect(await wrongModes(own)).toEqual([]);
  });

  test('a file is private from its first byte on', async () => {
    const { folder } = await aPlace();
    await under(0o000, () => writeFileAtomically('The evidence', path.join(folder, '.touchlight', 'a', 'b.txt'), 'x'));
    expect(await wrongModes(path.join(folder, '.touchlight'))).toEqual([]);
  });
});
