import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';

export interface Complaint {
  /** Path from the project's root. */
  readonly file: string;
  readonly line: number;
  /** Everything the linter says about it, advice included. */
  readonly message: string;
}

/** An import that is not allowed, or a circle of imports. */
export interface Refusal {
  /** Paths from the project's root: who imports, and what; of a circle all, the first one once more in the end. */
  readonly path: readonly string[];
  readonly message: string;
}

/** What nothing uses. */
export interface DeadCode {
  readonly file: string;
  /** "exports", "types", "dependencies" ... */
  readonly kind: string;
  readonly name: string;
}

/** A folder beside the project with its lint rules, into which a test writes files that break them. */
export function lintedCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'touchlight-lint-'));
  // A repository of its own: the temporary folder may lie in one that ignores it, and linters would then see no files.
  mkdirSync(join(folder, '.git'));
  for (const path of [
    'biome.json',
    '.oxlintrc.json',
    '.dependency-cruiser.mjs',
    'knip.jsonc',
    '.gitignore',
    'tsconfig.json',
    'package.json',
  ])
    cpSync(path, join(folder, path));
  cpSync('test/architecture/pure-decisions.grit', join(folder, 'test/architecture/pure-decisions.grit'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return {
    write(file: string, source: string): void {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), source);
    },
    /** Writes a file whose content does not matter, unless it is there. */
    touch(file: string): void {
      if (!existsSync(join(folder, file))) this.write(file, 'export {};\n');
    },
    /** Copies a folder of the project, for rules that look at types. */
    bring(path: string): void {
      cpSync(path, join(folder, path), { recursive: true });
    },
    biomeComplaints: () => biomeComplaints(folder),
    oxlintComplaints: () => oxlintComplaints(folder),
    refusedImports: () => refusedImports(folder),
    deadCode: () => deadCode(folder),
    remove(): void {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Biome's text, not its JSON: only the text holds the messages of restricted globals. One complaint begins with its place. */
function biomeComplaints(folder: string): readonly Complaint[] {
  const biome = resolve('node_modules/.bin/biome');
  const { stdout, stderr } = spawnSync(biome, ['lint', '--colors=off', '--max-diagnostics=none', '.'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const output = stdout + stderr;
  if (!output.includes('Checked ')) throw new Error(`Biome did not lint the copy: ${output}`);
  const places = [...output.matchAll(/^(?<file>\S+\.ts):(?<line>\d+):\d+ (?:lint|plugin)\b.*$/gm)];
  return places.map((place, index) => ({
    file: place.groups?.['file'] ?? '',
    line: Number(place.groups?.['line']),
    message: output.slice(place.index, places[index + 1]?.index),
  }));
}

const oxlintOutput = z.object({
  diagnostics: z.array(
    z.object({
      filename: z.string(),
      message: z.string(),
      labels: z.array(z.object({ span: z.object({ line: z.number() }) })).min(1),
    }),
  ),
});

function oxlintComplaints(folder: string): readonly Complaint[] {
  const oxlint = resolve('node_modules/.bin/oxlint');
  const { stdout } = spawnSync(oxlint, ['--format=json'], { cwd: folder, encoding: 'utf8' });
  return oxlintOutput.parse(JSON.parse(stdout)).diagnostics.map(({ filename, message, labels }) => ({
    file: filename,
    line: labels[0]?.span.line ?? 0,
    message,
  }));
}

/** Like biomeComplaints, from the text, because that is what is read: "  error rule: path → path", then the message, wrapped. */
function refusedImports(folder: string): readonly Refusal[] {
  const cruiser = resolve('node_modules/.bin/depcruise');
  const { stdout, stderr } = spawnSync(cruiser, ['--output-type', 'err-long', '.'], { cwd: folder, encoding: 'utf8' });
  if (!stdout.includes('dependencies cruised')) throw new Error(`The imports were not looked at: ${stdout}${stderr}`);
  const refusals = stdout.matchAll(/^ {2}error \S+: (?<path>\S+(?: \u2192\s+\S+)*)\n(?<message>(?: {4}\S.*\n)+)/gm);
  return [...refusals].map(({ groups }) => ({
    path: groups?.['path']?.split(/ \u2192\s+/) ?? [],
    message: groups?.['message']?.trim().replace(/\s+/g, ' ') ?? '',
  }));
}

const knipOutput = z.object({ issues: z.array(z.object({ file: z.string() }).catchall(z.unknown())) });
const knipFindings = z.array(z.object({ name: z.string() }));

function deadCode(folder: string): readonly DeadCode[] {
  const knip = resolve('node_modules/.bin/knip');
  const { stdout } = spawnSync(knip, ['--reporter', 'json'], { cwd: folder, encoding: 'utf8' });
  return knipOutput
    .parse(JSON.parse(stdout))
    .issues.flatMap(({ file, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, found]) =>
        (knipFindings.safeParse(found).data ?? []).map(({ name }) => ({ file, kind, name })),
      ),
    );
}
