import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { cacheFolder } from '../runtime/cache-folder.ts';

/** Where the browser is unpacked and its throw-away profiles live: `/tmp` in a Lambda, the cache elsewhere. */
export function defaultBrowserFolder(): string {
  if (process.env['AWS_LAMBDA_FUNCTION_NAME'] !== undefined) return path.join(tmpdir(), 'touchlight');
  // The cache outlives an update of the package.
  return path.join(cacheFolder(), 'browser', browserVersion());
}

function browserVersion(): string {
  const manifest = new URL('../package.json', import.meta.resolve('@sparticuz/chromium'));
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(manifest, 'utf8'))).version;
}

export interface UnpackedBrowser {
  readonly executablePath: string;
  /** What the browser's process needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Unpacks the Chromium of `@sparticuz/chromium` (Linux x64) into `folder`, once. The package itself takes a half-written
 * binary for a whole one when it was interrupted, so it unpacks into a staging folder that is renamed when complete.
 * @throws Error with a sentence when the folder cannot be written
 */
export async function unpackBrowser(folder: string): Promise<UnpackedBrowser> {
  const home = path.join(folder, 'chromium');
  if (!existsSync(path.join(home, 'chromium'))) await unpackInto(home, folder);
  return { executablePath: path.join(home, 'chromium'), env: await libraryEnvironment(home) };
}

async function unpackInto(home: string, folder: string): Promise<void> {
  const { default: chromium } = await import('@sparticuz/chromium');
  try {
    await mkdir(folder, { recursive: true });
    const staging = await mkdtemp(path.join(folder, 'unpacking-'));
    const before = process.env['TMPDIR'];
    try {
      // The package has no option for its target: it asks os.tmpdir(), which reads TMPDIR at each call.
      process.env['TMPDIR'] = staging;
      const unpacking = chromium.executablePath();
      await unpacking;
      await writeFile(path.join(staging, 'fonts.conf'), fontsConfiguration(home));
      await rename(staging, home).catch(async (error: unknown) => {
        if (!existsSync(path.join(home, 'chromium'))) throw error; // otherwise another process was faster
      });
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
      await rm(staging, { recursive: true, force: true });
    }
  } catch (error) {
    throw new Error(
      `The browser could not be unpacked into ${folder} (about 200 MB are needed): ${error instanceof Error ? error.message : String(error)}. Free some space or make the folder writable, then try again.`,
      { cause: error },
    );
  }
}

function fontsConfiguration(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${path.join(home, 'fonts')}</dir><cachedir>${path.join(home, 'fonts-cache')}</cachedir></fontconfig>
`;
}

async function libraryEnvironment(home: string): Promise<Record<string, string>> {
  const env: Record<string, string> = {};
  const libraries = path.join(home, 'al2023', 'lib');
  if (existsSync(libraries)) {
    env['LD_LIBRARY_PATH'] = [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  }
  // A host without any font configuration would render no text at all, and so no largest paint.
  if (!existsSync('/etc/fonts/fonts.conf')) env['FONTCONFIG_FILE'] = path.join(home, 'fonts.conf');
  return env;
}
