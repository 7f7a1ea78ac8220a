import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { onlyChecks } from '../support/only-checks.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

const file = `
business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: website, kind: website, url: "http://127.0.0.1:9/", checks: ${onlyChecks({ availability: '{ every: 24h }' })} }
`;

let workplace: Workplace;
beforeAll(async () => {
  workplace = await aWorkplace();
  await writeFile(path.join(workplace.folder, 'touchpoints.yaml'), file);
});
afterAll(() => workplace?.remove());

const eventSchema = z.object({ version: z.literal(1), event: z.string(), url: z.url().optional() });

/** The command, until it has said where its page is. */
async function started(...args: string[]) {
  const command = workplace.start(...args, '--json');
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    command.process.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const events = said
        .split('\n')
        .slice(0, -1)
        .map((line) => eventSchema.parse(JSON.parse(line)));
      const page = events.find(({ event }) => event === 'page');
      if (page?.url !== undefined) resolve(page.url);
    });
    void command.ended.then(({ stderr }) => reject(new Error(stderr)));
  });
  return { ...command, url };
}

/** What is at the address, as a browser with a cookie sees it. */
async function open(url: string) {
  const first = await fetch(url, { redirect: 'manual' });
  const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const answer = await fetch(new URL(url).origin, { headers: { cookie } });
  return { cookie, status: answer.status, text: await answer.text() };
}

async function run(url: string, cookie: string) {
  const { origin } = new URL(url);
  const answer = await fetch(`${origin}/run`, {
    ...{ method: 'POST', redirect: 'manual', headers: { cookie, origin } },
    body: new URLSearchParams({ check: 'website/availability' }),
  });
  return answer.headers.get('location');
}

describe('the page of a folder', () => {
  it('is served by a watch and beside it, with one key, and both stop cleanly', async () => {
    const watch = await started('watch');
    const beside = await started('page');
    expect(new URL(beside.url).pathname, 'the key is the folder’s').toBe(new URL(watch.url).pathname);
    expect(beside.url).not.toBe(watch.url);
    for (const { url } of [watch, beside]) {
      const { status, text } = await open(url);
      expect([status, text.includes('Coffee Lab')]).toEqual([200, true]);
    }
    expect(await run(beside.url, (await open(beside.url)).cookie)).toBe('/?failed=run-elsewhere');
    expect(await run(watch.url, (await open(watch.url)).cookie)).toBe('/?done=run-started');
    for (const { process, ended } of [beside, watch]) {
      process.kill('SIGINT');
      const { code, stdout, stderr } = await ended;
      expect(code, stderr).toBe(0);
      expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ event: 'stopped' });
    }
  });

  it('is served without a watch, and then runs a check itself', async () => {
    const page = await started('page', '--port', '7399');
    expect(new URL(page.url).port).toBe('7399');
    const { cookie } = await open(page.url);
    expect(await run(page.url, cookie)).toBe('/?done=run-started');
    const taken = await workplace.touchlight('page', '--port', '7399');
    expect([taken.code, taken.stderr]).toEqual([
      2,
      'Port 7399 is in use on this machine. Choose another one: --port <number>.\n',
    ]);
    page.process.kill('SIGINT');
    expect((await page.ended).code).toBe(0);
  });

  it('makes way for a watch that is started later, goes on as its guest, and has the table to itself again afterwards', async () => {
    const page = await started('page');
    const { cookie } = await open(page.url);
    const watch = await started('watch');
    expect((await open(page.url)).status).toBe(200);
    expect(await run(page.url, cookie)).toBe('/?failed=run-elsewhere');
    watch.process.kill('SIGINT');
    expect((await watch.ended).code).toBe(0);
    expect((await open(page.url)).status).toBe(200);
    expect(await run(page.url, cookie)).toBe('/?done=run-started');
    const once = await workplace.touchlight('run', '--no-confirm', '--json', '--quiet');
    expect(once.code, `only a red light: ${once.stderr}`).toBeLessThan(2);
    page.process.kill('SIGINT');
    const { code, stderr } = await page.ended;
    expect(code, stderr).toBe(0);
  });

  it('is not served by a watch that is told not to', async () => {
    const watch = workplace.start('watch', '--no-page', '--json');
    const line = await new Promise<string>((resolve) => {
      watch.process.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    });
    expect(line).toContain('"event":"watching"');
    watch.process.kill('SIGINT');
    const { code, stdout } = await watch.ended;
    expect(code).toBe(0);
    expect(stdout).not.toContain('"event":"page"');
  });

  it('asks for a port that is one', async () => {
    const [asPage, asWatch] = await workplace.inTurn({}, ['page', '--port', 'http'], ['watch', '--port', '0']);
    expect([asPage?.code, asPage?.stderr]).toEqual([
      2,
      '--port takes a number from 1 to 65535, such as 7171, not "http".\n',
    ]);
    expect([asWatch?.code, asWatch?.stderr]).toEqual([
      2,
      '--port takes a number from 1 to 65535, such as 7171, not "0".\n',
    ]);
  });
});
