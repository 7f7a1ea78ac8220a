import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { browserProcesses, stillRunning } from '../support/browser-processes.ts';
import { closedPort, serve, type TestServer } from '../support/serve.ts';
import { aWorkplace, type Ended, type Workplace } from '../support/touchlight.ts';

let workplace: Workplace;
const servers: TestServer[] = [];

beforeAll(async () => {
  workplace = await aWorkplace();
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(() => workplace.remove());

async function site(...args: Parameters<typeof serve>): Promise<string> {
  const server = await serve(...args);
  servers.push(server);
  return server.url;
}

const audit = (url: string, ...more: string[]): Promise<Ended> =>
  workplace.touchlight('audit', url, '--no-lighthouse', '--quiet', ...more);

function expectSentence({ stderr }: Ended, sentence: string | RegExp): void {
  expect(stderr).toMatch(sentence);
  expect(stderr, 'no stack trace').not.toMatch(/\n\s+at /);
}

describe('an address that cannot be audited', () => {
  const refused = [
    ['a b', /"a b" is not an address of a web page\. Write it as in https:/],
    ['http://', /"http:\/\/" is not an address of a web page/],
    ['file:///etc/passwd', /Only http and https pages can be visited, not file:/],
    ['javascript:alert(1)', /Only http and https pages can be visited, not javascript:/],
  ] as const;

  it(`such as ${refused.map(([url]) => `"${url}"`).join(', ')} is refused with a sentence and exit code 2`, async () => {
    const all = await workplace.inTurn({}, ...refused.map(([url]) => ['audit', url, '--no-lighthouse', '--quiet']));
    for (const [index, [url, sentence]] of refused.entries()) {
      const ended = all[index];
      if (ended === undefined) throw new Error(`Nothing was said about ${url}.`);
      expect(ended.code, url).toBe(2);
      expectSentence(ended, sentence);
      expect(ended.stdout, url).toBe('');
    }
  });

  it('a PDF is refused with exit code 2', async () => {
    const url = await site({ '/': (_, r) => r.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.4') });
    const ended = await audit(url);
    expect(ended.code).toBe(2);
    expectSentence(ended, 'is not a web page but application/pdf. Give the address of a page.');
  });
});

describe('a site at fault', () => {
  async function lights(
    url: string,
    ...more: string[]
  ): Promise<{ code: number | null; checks: Record<string, string> }> {
    const { code, stdout } = await audit(url, '--json', ...more);
    const report: { checks: { check: string; device: string | null; light: string; reason: string }[] } =
      JSON.parse(stdout);
    const entries = report.checks.map(({ check, device, light, reason }) => [
      device === null ? check : `${check}@${device}`,
      `${light}: ${reason}`,
    ]);
    return { code, checks: Object.fromEntries(entries) };
  }

  it('that refuses the connection is red, and the rest is grey for that reason', async () => {
    const port = await closedPort();
    const { code, checks } = await lights(`http://127.0.0.1:${port}/`);
    expect(code).toBe(1);
    expect(checks['availability']).toBe(
      `red: 127.0.0.1:${port} refuses the connection: no web server is listening there. Ask your hosting company to start it.`,
    );
    for (const check of ['page-load@mobile', 'page-load@desktop', 'contacts@mobile', 'form']) {
      expect(checks[check]).toBe('unknown: Not measured, because the site does not answer.');
    }
  });

  it.each([404, 500])('that answers %i is red', async (status) => {
    const url = await site({
      '/': (_, r) => r.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Oops</h1>'),
    });
    const { code, checks } = await lights(url, '--only', 'availability');
    expect(code).toBe(1);
    expect(checks['availability']).toMatch(new RegExp(`^red: .* answers ${status} .* instead of a page: .+\\.$`));
  });

  it('with a certificate that nobody trusts is red', async () => {
    const { code, checks } = await lights(
      await site({ '/': '<h1>Hello</h1>' }, { tls: true }),
      '--only',
      'availability',
    );
    expect(code).toBe(1);
    expect(checks['availability']).toMatch(
      /^red: The certificate of .* is self-signed, so nobody vouches for it: visitors see a security warning/,
    );
  });

  it('whose host does not exist is red or grey, with a sentence', async () => {
    const { checks } = await lights('http://no-such-host.invalid/', '--only', 'availability');
    expect(checks['availability']).toMatch(
      /^(red: There is no host called|unknown: The name .* could not be looked up)/,
    );
  });
});

describe('a configuration that cannot be used', () => {
  it.each([
    ['is missing', null, 'does not exist'],
    ['is half-written', 'business: Coffee Lab\ntimeZone: Europe/Kyiv\ntouchpoints:\n  - id: web', /touchpoints\[0\]/],
    ['is binary', '\u0000\u0001\u0002', /./],
  ])('that %s ends with exit code 2 and creates nothing', async (_, text, sentence) => {
    const file = path.join(workplace.folder, 'broken.yaml');
    if (text !== null) await writeFile(file, text);
    const ended = await workplace.touchlight('run', '--config', text === null ? 'absent.yaml' : file);
    expect(ended.code).toBe(2);
    expectSentence(ended, sentence);
    expect(existsSync(path.join(workplace.folder, '.touchlight', 'table'))).toBe(false);
  });

  it('a check that nobody configured is refused with those that exist', async () => {
    const file = path.join(workplace.folder, 'touchpoints.yaml');
    await writeFile(
      file,
      'business: B\ntimeZone: UTC\ntouchpoints:\n  - { id: website, kind: website, url: "http://127.0.0.1:1/" }\n',
    );
    const ended = await workplace.touchlight('run', '--only', 'website/forms');
    expect(ended.code).toBe(2);
    expectSentence(ended, /No check is called "website\/forms"\. This configuration has: website\/availability, /);
  });

  it('a data folder that cannot be written ends with exit code 3 and a sentence', async () => {
    const other = await aWorkplace();
    try {
      await writeFile(
        path.join(other.folder, 'touchpoints.yaml'),
        'business: B\ntimeZone: UTC\ntouchpoints:\n  - { id: website, kind: website, url: "http://127.0.0.1:1/" }\n',
      );
      await writeFile(path.join(other.folder, '.touchlight'), 'a file where the folder should be');
      const ended = await other.touchlight('run', '--only', 'website/availability');
      expect(ended.code).toBe(3);
      expectSentence(ended, /\.touchlight/);
    } finally {
      await other.remove();
    }
  });
});

describe('a run that is stopped', () => {
  it('by Ctrl-C closes its browser, says so and ends with 130', async () => {
    const url = await site({ '/': '<h1>Waiting</h1><img src="/never.png">', '/never.png': () => {} });
    const { process: child, ended } = workplace.start('audit', url, '--no-lighthouse');
    await expect.poll(() => browserProcesses(child.pid), { timeout: 20_000 }).not.toEqual([]);
    const browsers = await browserProcesses(child.pid);
    child.kill('SIGINT');
    const { code, stderr } = await ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(/Stopped\. What had been measured before is stored/);
    await expect.poll(() => stillRunning(browsers), { timeout: 10_000 }).toEqual([]);
  });

  it('by kill -9 leaves no browser behind', async () => {
    const url = await site({ '/': '<h1>Waiting</h1><img src="/never.png">', '/never.png': () => {} });
    const { process: child, ended } = workplace.start('audit', url, '--no-lighthouse');
    await expect.poll(() => browserProcesses(child.pid), { timeout: 20_000 }).not.toEqual([]);
    const browsers = await browserProcesses(child.pid);
    child.kill('SIGKILL');
    await ended;
    await expect.poll(() => stillRunning(browsers), { timeout: 10_000 }).toEqual([]);
  });
});
