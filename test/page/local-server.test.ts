import { chmod, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveLocally, usualPort } from '../../cli/page/local-server.ts';
import { pageKeyOf } from '../../cli/page/page-key.ts';
import { readPort } from '../../cli/page/port.ts';
import { aBusiness, type Business } from './support/a-business.ts';
import { aServedPage, type ServedPage } from './support/a-served-page.ts';

let business: Business;
let page: ServedPage;
beforeAll(async () => {
  business = await aBusiness();
  await business.visit();
  page = await aServedPage(business);
});
afterAll(async () => {
  await page?.close();
  await business?.close();
});

const ask = (path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  fetch(`${page.origin}${path}`, { method, headers, redirect: 'manual' });

/** The cookie that the key is turned into. */
async function aCookie(): Promise<string> {
  const answer = await ask(`/in/${page.key}`);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

describe('the page on this machine', () => {
  it('lets in whoever has the key, and a browser keeps it where no script can read it', async () => {
    const answer = await ask(`/in/${page.key}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(
      /^touchlight-page-[0-9a-f]{12}=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(cookie, 'the key itself stays in the address').not.toContain(page.key);
    const overview = await ask('/', { cookie: cookie.split(';')[0] ?? '' });
    expect([overview.status, (await overview.text()).includes('Coffee Lab')]).toEqual([200, true]);
  });

  it('leads from an alert’s link to its incident, and nowhere else', async () => {
    const to = async (where: string) => {
      const answer = await ask(`/in/${page.key}?${new URLSearchParams({ to: where })}`);
      return answer.headers.get('location');
    };
    const incident = '/incident?check=website%2Fform&opened=2026-11-23T09%3A05%3A00.000Z';
    expect(await to(incident)).toBe(incident);
    for (const elsewhere of ['//evil.example', 'https://evil.example/', '/\\evil.example', '/in/x', '/run']) {
      expect(await to(elsewhere), elsewhere).toBe('/');
    }
  });

  it.each(['/', '/incident?check=website/form', '/evidence?ref=/etc/passwd', '/in/', '/in/wrong', '/nothing', '/run'])(
    'says the same to a stranger who asks for %s, and nothing of the business',
    async (where) => {
      const answers = [await ask(where), await ask(where, { cookie: `${(await aCookie()).slice(0, -1)}!` })];
      for (const answer of answers) {
        const text = await answer.text();
        expect(answer.status).toBe(401);
        expect(text).toContain('Open the address that Touchlight printed');
        expect(text).not.toContain('Coffee');
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
    },
  );

  it('answers to no name but its own, so that a page whose name points here is none of ours', async () => {
    const cookie = await aCookie();
    const { port } = new URL(page.origin);
    const statusFor = (host: string) =>
      new Promise((resolve, reject) => {
        request(page.origin, { headers: { host, cookie } }, (answer) => resolve(answer.resume().statusCode))
          .on('error', reject)
          .end();
      });
    expect(await statusFor(`127.0.0.1:${port}`)).toBe(200);
    expect(await statusFor(`localhost:${port}`)).toBe(200);
    for (const host of [
      `evil.example:${port}`,
      '127.0.0.1',
      'localhost',
      `127.0.0.1.evil.example:${port}`,
      '127.0.0.1:1',
    ]) {
      expect(await statusFor(host), host).toBe(421);
    }
  });

  it('answers 200 requests at once', async () => {
    const cookie = await aCookie();
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask('/', { cookie })));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 200 }, () => 200));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(texts.every((text) => text.endsWith('</html>\n'))).toBe(true);
  });
});

describe('the key of a folder', () => {
  it('stays the same, is for its owner alone, and is made anew where it is broken', async () => {
    const file = path.join(business.folder, 'page-key');
    expect(await pageKeyOf(business.folder)).toBe(page.key);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await chmod(file, 0o600);
    await writeFile(file, 'short');
    const next = await pageKeyOf(business.folder);
    expect(next).toMatch(/^[\w-]{43}$/);
    expect(next).not.toBe(page.key);
    expect(await readFile(file, 'utf8')).toBe(next);
  });

  it('is one, also where two processes ask at once', async () => {
    await rm(path.join(business.folder, 'page-key'));
    const keys = await Promise.all(Array.from({ length: 5 }, () => pageKeyOf(business.folder)));
    expect(new Set(keys).size).toBe(1);
  });
});

describe('the port', () => {
  const answerOk = () => new Response('ok');

  it('is the usual one or the next that is free, and a wanted one that is taken is refused', async () => {
    const servers = [await serveLocally(answerOk, null), await serveLocally(answerOk, null)];
    try {
      const ports = servers.map(({ origin }) => Number(new URL(origin).port));
      expect(ports[0]).toBeGreaterThanOrEqual(usualPort);
      expect(ports[1]).toBeGreaterThan(ports[0] ?? Number.POSITIVE_INFINITY);
      const taken = ports[0] ?? 0;
      await expect(serveLocally(answerOk, taken)).rejects.toThrow(
        `Port ${taken} is in use on this machine. Choose another one: --port <number>.`,
      );
    } finally {
      await Promise.all(servers.map((server) => server.close()));
    }
  });

  it('is let go of while browsers still hold their lines', async () => {
    const server = await serveLocally(answerOk, 0);
    await (await fetch(server.origin)).text();
    const line = connect(Number(new URL(server.origin).port), '127.0.0.1');
    await new Promise((resolve) => line.once('connect', resolve));
    line.write('GET / HTTP/1.1\r\n');
    const hungUp = new Promise((resolve) => line.once('close', resolve));
    await server.close();
    await hungUp;
    await expect(fetch(server.origin)).rejects.toThrow('fetch failed');
  });

  it.each(['0', '65536', '-1', 'http', '8080.5', ''])('is refused when it is %j', (text) => {
    expect(() => readPort(text)).toThrow(`--port takes a number from 1 to 65535, such as 7171, not "${text}".`);
  });
});
