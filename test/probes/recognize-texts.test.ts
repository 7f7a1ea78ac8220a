import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recognizeTexts } from '../../functions/probe-page/contacts/recognize-texts.ts';
import { repository } from '../../infra/packaging/assemble-step.ts';
import { shipPackages } from '../../infra/packaging/ship-packages.ts';
import { aSharedBrowser } from '../support/shared-browser.ts';

let folder: string;
let picture: Buffer;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'touchlight-letters-'));
  const browser = await aSharedBrowser();
  const { context, close } = await browser.launch({});
  const page = await context.newPage();
  await page.setContent('<p style="font:700 40px Arial,sans-serif;margin:40px">Call 0113 496 0123</p>');
  picture = await page.screenshot({ clip: { x: 0, y: 0, width: 600, height: 140 } });
  await close();
  await browser.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('reads each picture, in their order', async () => {
  const [first, second] = await recognizeTexts([picture, picture], AbortSignal.timeout(30_000));
  expect(first).toContain('0113 496 0123');
  expect(second).toBe(first);
});

it('what is no picture is an error, and the process lives on', async () => {
  const noPicture = new TextEncoder().encode('no picture at all');
  await expect(recognizeTexts([noPicture], AbortSignal.timeout(30_000))).rejects.toBeDefined();
  await expect(recognizeTexts([picture], AbortSignal.timeout(30_000))).resolves.toHaveLength(1);
});

it('ends when it is told to', async () => {
  const told = new AbortController();
  const reading = recognizeTexts([picture], told.signal);
  told.abort(new Error('Nobody waits any more.'));
  await expect(reading).rejects.toThrow('Nobody waits any more.');
});

it('reads with what a Lambda is given of its packages', async () => {
  shipPackages(
    ['tesseract.js', '@tesseract.js-data/eng'],
    path.join(repository, 'node_modules'),
    path.join(folder, 'node_modules'),
  );
  writeFileSync(path.join(folder, 'picture.png'), picture);
  writeFileSync(
    path.join(folder, 'read.mjs'),
    `import { createWorker } from 'tesseract.js';
    const langPath = new URL('node_modules/@tesseract.js-data/eng/4.0.0_best_int', import.meta.url).pathname;
    const worker = await createWorker('eng', 1, { langPath, cacheMethod: 'none', gzip: true });
    const { data } = await worker.recognize('picture.png');
    console.log(data.text);
    await worker.terminate();`,
  );
  const { stdout } = await promisify(execFile)(process.execPath, ['read.mjs'], { cwd: folder });
  expect(stdout).toContain('0113 496 0123');
});
