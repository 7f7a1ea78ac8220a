import { rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isSupportedNode, supportedNode } from '../../bin/supported-node.cjs';
import { launchBrowser } from '../../shared/browser/launch.ts';
import { keepPrivate, privateFileMode } from '../local/private-folder.ts';
import { StorageError } from '../local/storage-error.ts';
import { openEmbeddedTable } from '../local/table/embedded-table.ts';
import { broken, type Finding, notYet, works } from './finding.ts';

export function examineNode(version: string): Finding {
  if (isSupportedNode(version)) return works('node', `Node ${version}.`);
  return broken(
    'node',
    `Node ${version} is not supported; Touchlight needs ${supportedNode}.`,
    'Install one from https://nodejs.org. In a clone, "npm ci" installs the right Node for "npx touchlight".',
  );
}

export async function examineBrowser(): Promise<Finding> {
  const started = performance.now();
  try {
    const browser = await launchBrowser();
    try {
      const page = browser.context.pages()[0] ?? (await browser.context.newPage());
      await page.setContent('<title>ready</title>');
      if ((await page.title()) !== 'ready') throw new Error('It did not open a page.');
    } finally {
      await browser.close();
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const how = browser.singleProcess ? ', in a single process (Lighthouse will be grey)' : '';
    return works('browser', `The browser starts, opens a page and closes within ${seconds} s${how}.`);
  } catch (error) {
    const [message] = (error instanceof Error ? error.message : String(error)).split('\n');
    return broken(
      'browser',
      `No browser can be started: ${message}`,
      'Install Chrome or Chromium and set TOUCHLIGHT_BROWSER to its path. On Linux, shared libraries may be missing ("ldd" lists them).',
    );
  }
}

const wantedBytes = 500 * 1024 ** 2;

export async function examineDisk(folder: string): Promise<Finding> {
  const probe = path.join(folder, `.doctor-${process.pid}`);
  try {
    await keepPrivate(folder);
    await writeFile(probe, 'x', { mode: privateFileMode });
    await rm(probe);
  } catch (error) {
    return broken(
      'disk',
      `Touchlight cannot write to ${folder}: ${error instanceof Error ? error.message : String(error)}.`,
      'Make the folder writable for this user, or run Touchlight in another one.',
    );
  }
  const places = [folder, tmpdir()];
  const free = await Promise.all(places.map((place) => statfs(place).then((fs) => fs.bavail * fs.bsize)));
  const least = Math.min(...free);
  const where = places[free.indexOf(least)] ?? folder;
  const text = `${(least / 1024 ** 3).toFixed(1)} GB free in ${where}`;
  if (least >= wantedBytes) return works('disk', `The folder is writable; ${text}.`);
  return broken(
    'disk',
    `Only ${text}.`,
    'Free up at least 0.5 GB: the browser is unpacked there, and screenshots are stored.',
  );
}

export async function examineTable(folder: string): Promise<Finding> {
  try {
    const table = await openEmbeddedTable(folder);
    await table.close();
    return works('table', `The table in ${path.join(folder, 'table')} opens.`);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    if (error.fault === 'in-use')
      return notYet('table', error.message, 'Nothing to do if that is your "touchlight watch".');
    return broken('table', error.message, 'Follow the sentence above. Nothing was changed.');
  }
}
