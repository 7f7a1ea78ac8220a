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

const auditing = (url: string, ...more: string[]): string[] => ['audit', url, '--no-lighthouse', '--quiet', ...more];

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

  it(`such as ${refused.map(([url]) => `"${url}"`).join(', ')} or a PDF is refused with a sentence and exit code 2`, async () => {
    const pdf = await site({ '/': (_, r) => r.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.4') });
    const expected = [...refused, [pdf, 'is not a web page but application/pdf. Give the address of a page.']] as const;
    const all = await workplace.inTurn({}, ...expected.map(([url]) => auditing(url)));
    for (const [index, [url, sentence]] of expected.entries()) {
      const ended = all[index];
      if (ended === undefined) throw new Error(`Nothing was said about ${url}.`);
      expect(ended.code, url).toBe(2);
      expectSentence(ended, sentence);
      expect(ended.stdout, url).toBe('');
    }
  });
});

describe('a site at fault', () => {
  interface Lights {
    readonly code: number | null;
    readonly checks: Readonly<Record<string, string>>;
  }

  /** One audit of each site, all in one process. */
  let found: Readonly<Record<'closed' | 404 | 500 | 'selfSigned' | 'nowhere', Lights>>;
  let port: number;
  beforeAll(async () => {
    const answering = (status: number): Promise<string> =>
      site({ '/': (_, r) => r.writeHead(status, { 'content-type': 'text/html' }).end('<h1>Oops</h1>') });
    port = await closedPort();
    const only = ['--json', '--only', 'availability'];
    const [closed, gone, broken, selfSigned, nowhere] = await workplace.inTurn(
      {},
      auditing(`http://127.0.0.1:${port}/`, '--json'),
      auditing(await answering(404), ...only),
      auditing(await answering(500), ...only),
      auditing(await site({ '/': '<h1>Hello</h1>' }, { tls: true }), ...only),
      auditing('http://no-such-host.invalid/', ...only),
    );
    found = {
      closed: lightsIn(closed),
      404: lightsIn(gone),
      500: lightsIn(broken),
      selfSigned: lightsIn(selfSigned),
      nowhere: lightsIn(nowhere),
    };
  });

  function lightsIn(ended: Ended | undefined): Lights {
    const report: { checks: { check: string; device: string | null; light: string; reason: string }[] } = JSON.parse(
      ended?.stdout ?? '',
    );
    const entries = report.checks.map(({ check, device, light, reason }) => [
      device === null ? check : `${check}@${device}`,
      `${light}: ${reason}`,
    ]);
    return { code: ended?.code ?? null, checks: Object.fromEntries(entries) };
  }

  it('that refuses the connection is red, and the rest is grey for that reason', () => {
    const { code, checks } = found.closed;
    expect(code).toBe(1);
    expect(checks['availability']).toBe(
      `red: 127.0.0.1:${port} refuses the connection: no web server is listening there. Ask your hosting provider to start it.`,
    );
    for (const check of ['page-load@mobile', 'page-load@desktop', 'contacts@mobile', 'form']) {
      expect(checks[check]).toBe('unknown: Not measured, because the site does not respond.');
    }
  });

  it.each([404, 500] as const)('that answers %i is red', (status) => {
    const { code, checks } = found[status];
    expect(code).toBe(1);
    expect(checks['availability']).toMatch(new RegExp(`^red: .* returns ${status} .* instead of a page: .+\\.$`));
  });

  it('with a certificate that nobody trusts is red', () => {
    const { code, checks } = found.selfSigned;
    expect(code).toBe(1);
    expect(checks['availability']).toMatch(
      /^red: The certificate for .* is self-signed, so browsers do not trust it: visitors see a security warning/,
    );
  });

  it('whose host does not exist is red or grey, with a sentence', () => {
    expect(found.nowhere.checks['availability']).toMatch(
      /^(red: There is no host called|unknown: The name .* could not be looked up)/,
    );
  });
});

describe('a configuration that cannot be used', () => {
  const unusable = [
    ['is missing', 'absent.yaml', null, 'does not exist'],
    [
      'is half-written',
      'half.yaml',
      'business: Coffee Lab\ntimeZone: Europe/Kyiv\ntouchpoints:\n  - id: web',
      /touchpoints\[0\]/,
    ],
    ['is binary', 'binary.yaml', '\u0000\u0001\u0002', /./],
    [
      'has no check of that name',
      'touchpoints.yaml',
      'business: B\ntimeZone: UTC\ntouchpoints:\n  - { id: website, kind: website, url: "http://127.0.0.1:1/" }\n',
      /No check is called "website\/forms"\. This configuration has: website\/availability, /,
    ],
  ] as const;

  it(`because it ${unusable.map(([why]) => why).join(', ')}, ends with exit code 2 and creates nothing`, async () => {
    for (const [, file, text] of unusable) if (text !== null) await writeFile(path.join(workplace.folder, file), text);
    const runs = unusable.map(([, file]) => ['run', '--config', file, '--only', 'website/forms']);
    const all = await workplace.inTurn({}, ...runs);
    for (const [index, [why, , , sentence]] of unusable.entries()) {
      const ended = all[index];
      if (ended === undefined) throw new Error(`Nothing was said where the file ${why}.`);
      expect(ended.code, why).toBe(2);
      expectSentence(ended, sentence);
    }
    expect(existsSync(path.join(workplace.folder, '.touchlight', 'table'))).toBe(false);
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
    const browsers = browserProcesses(child.pid);
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
    const browsers = browserProcesses(child.pid);
    child.kill('SIGKILL');
    await ended;
    await expect.poll(() => stillRunning(browsers), { timeout: 10_000 }).toEqual([]);
  });
});
