import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { shorten } from '../../shared/model/foreign-text.ts';
import { UsageError } from '../exit.ts';

const run = promisify(execFile);

/** The Touchlight that a project has installed. */
export interface InstalledPackage {
  readonly version: string;
  /** The file that its export `touchlight` leads to. */
  readonly entry: string;
}

const manifestSchema = z.looseObject({ name: z.string(), version: z.string() });

/** @throws UsageError when neither the folder nor one above it has Touchlight installed */
export function findInstalledPackage(folder: string): InstalledPackage {
  const entry = entryFrom(path.resolve(folder));
  for (let place = path.dirname(entry); ; place = path.dirname(place)) {
    const version = versionIn(place);
    if (version !== null) return { version, entry };
    if (place === path.dirname(place)) throw notInstalled(folder);
  }
}

function entryFrom(folder: string): string {
  try {
    return createRequire(path.join(folder, 'package.json')).resolve('touchlight');
  } catch {
    throw notInstalled(folder);
  }
}

function versionIn(folder: string): string | null {
  try {
    const { name, version } = manifestSchema.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
    return name === 'touchlight' ? version : null;
  } catch {
    return null;
  }
}

function notInstalled(folder: string): UsageError {
  return new UsageError(
    `Touchlight is not installed in ${folder}, so there is no version to compare with. Call this command in your project, or name the project with --from.`,
  );
}

const readingSchema = z.union([
  z.object({ ok: z.literal(true), configuration: z.unknown() }),
  z.object({ ok: z.literal(false), faults: z.array(z.looseObject({ message: z.string() })) }),
]);

/** What a version makes of a file. */
export type OtherReading = z.infer<typeof readingSchema>;

const script = `import { readFileSync } from 'node:fs';
const [entry, file, today] = process.argv.slice(1);
const { parseConfiguration } = await import(entry);
process.stdout.write(JSON.stringify(parseConfiguration(readFileSync(file, 'utf8'), file, today)));`;

/**
 * Has the installed version read a configuration, in a process of its own: its packages are not ours.
 * @throws Error with a sentence when it cannot
 */
export async function readWithInstalled(
  { entry, version }: InstalledPackage,
  file: string,
  today: string,
): Promise<OtherReading> {
  const target = [pathToFileURL(entry).href, path.resolve(file), today];
  const options = { maxBuffer: 256 * 1024 * 1024, timeout: 60_000 };
  try {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script, ...target], options);
    return readingSchema.parse(JSON.parse(stdout));
  } catch (error) {
    const why = error instanceof Error ? (/^\w*Error\b.*$/m.exec(error.message)?.[0] ?? error.message) : String(error);
    throw new Error(
      `Touchlight ${version}, installed at ${entry}, could not read ${file}: ${shorten(why, 200)}. Install it again (npm ci), then try again.`,
      { cause: error },
    );
  }
}
