import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
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

/** A folder beside the project with its lint rules, into which a test writes files that break them. */
export function lintedCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'touchlight-lint-'));
  // A repository of its own: the temporary folder may lie in one that ignores it, and linters would then see no files.
  mkdirSync(join(folder, '.git'));
  for (const path of ['biome.json', '.oxlintrc.json', '.gitignore', 'tsconfig.json', 'package.json'])
    cpSync(path, join(folder, path));
  cpSync('test/architecture/pure-decisions.grit', join(folder, 'test/architecture/pure-decisions.grit'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return {
    write(file: string, source: string): void {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), source);
    },
    /** Copies a folder of the project, for rules that look at types. */
    bring(path: string): void {
      cpSync(path, join(folder, path), { recursive: true });
    },
    biomeComplaints: () => biomeComplaints(folder),
    oxlintComplaints: () => oxlintComplaints(folder),
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
