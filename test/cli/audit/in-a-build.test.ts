import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onlyChecks } from '../../support/only-checks.ts';
import { serve, type TestServer } from '../../support/serve.ts';
import { aWorkplace, type Workplace } from '../../support/touchlight.ts';

const forged = '##[error]forged ##[add-mask]a';

describe('an audit in a build', () => {
  let server: TestServer;
  let workplace: Workplace;
  beforeAll(async () => {
    server = await serve({
      '/': '<!doctype html><title>Coffee Lab</title><p>Coffee',
      '/hop': (_, response) => response.writeHead(302, { location: '/' }).end(),
      '/wall': (_, response) =>
        response.writeHead(403, { 'cf-mitigated': 'challenge', server: 'cloudflare' }).end('no'),
      '/forged': (_, response) => response.writeHead(302, { location: `nowhere:${forged}` }).end(),
    });
    workplace = await aWorkplace();
    const availability = '{ thresholds: { redirects: { green: 0, red: 1 } } }';
    await writeFile(
      path.join(workplace.folder, 'strict.yaml'),
      `business: B\ntimeZone: UTC\nlanguage: ru\ntouchpoints:\n  - { id: shop, kind: website, url: "${server.url}hop", checks: ${onlyChecks({ availability })} }\n`,
    );
  });
  afterAll(async () => {
    await server.close();
    await workplace.remove();
  });

  const only = ['--only', 'availability'];

  it('fails by the bound in the file, and says which bound, what was expected and what was measured', async () => {
    const { code, stdout } = await workplace.touchlight('audit', '--budget', 'strict.yaml', '--junit', 'junit.xml');
    expect(code).toBe(1);
    expect(stdout).toContain('Beyond the thresholds of strict.yaml');
    expect(stdout).toMatch(/RED +availability: redirects 1; green up to 0, red from 1/);
    expect(stdout).toContain('Failed: availability.');
    expect(await readFile(path.join(workplace.folder, 'junit.xml'), 'utf8')).toContain('classname="touchlight.shop"');
    const { code: byDefault } = await workplace.touchlight('audit', `${server.url}hop`, ...only);
    expect(byDefault).toBe(0);
  });

  it('has the same result as data', async () => {
    const { stdout } = await workplace.touchlight(
      'audit',
      `${server.url}hop?preview`,
      '--budget',
      'strict.yaml',
      '--json',
    );
    const report = JSON.parse(stdout);
    expect(report).toMatchObject({
      version: 1,
      budget: 'strict.yaml',
      verdict: 'failed',
      url: `${server.url}hop?preview`,
    });
    expect(report.checks[0]).toMatchObject({
      name: 'availability',
      beyond: [{ measurement: 'redirects', unit: 'count', light: 'red', value: 1, green: 0, red: 1 }],
    });
  });

  it('neither passes nor fails where nothing could be measured, unless grey is to fail', async () => {
    const wall = `${server.url}wall`;
    const [alone, inBuild, failing] = await workplace.inTurn(
      {},
      ['audit', wall, ...only],
      ['audit', wall, ...only, '--fail-on', 'yellow'],
      ['audit', wall, ...only, '--fail-on', 'grey'],
    );
    expect([alone?.code, inBuild?.code, failing?.code]).toEqual([0, 4, 1]);
    expect(inBuild?.stdout).toContain('Nothing could be measured: neither passed nor failed.');
    expect(failing?.stdout).toContain('Failed: availability.');
  });

  it('lets no page give commands to the runner of GitHub, and tells the runner itself', async () => {
    const summary = path.join(workplace.folder, 'summary.md');
    const github = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: workplace.folder };
    const [printed, asJson] = await workplace.inTurn(
      github,
      ['audit', `${server.url}forged`, ...only],
      ['audit', `${server.url}forged`, ...only, '--json'],
    );
    for (const ended of [printed, asJson]) {
      expect(ended?.code).toBe(1);
      expect(`${ended?.stdout}`).not.toContain('##[');
      const commands = ended?.stderr
        .split('\n')
        .filter((line) => /^\s*::/.test(line) || /##\[(?!error\]forged)/.test(line));
      expect(commands?.filter((line) => !line.startsWith('::error title=availability is red::'))).toEqual([]);
      expect(commands).toHaveLength(1);
    }
    expect(JSON.parse(asJson?.stdout ?? '').checks[0].reason).toContain(forged);
    expect(await readFile(summary, 'utf8')).toContain('| 🟥 red | availability |');
  });

  it('writes a page in the language that was asked for, whatever the file says', async () => {
    const page = path.join(workplace.folder, 'report.html');
    const withFile = ['--budget', 'strict.yaml'];
    await workplace.touchlight('audit', ...withFile, '--html', 'report.html');
    expect(await readFile(page, 'utf8')).toContain('<html lang="ru">');
    await workplace.touchlight('audit', ...withFile, '--html', 'report.html', '--language', 'uk');
    expect(await readFile(page, 'utf8')).toContain('<h2>Одне, що треба виправити</h2>');
  });

  it('needs an address or a file that has one', async () => {
    const { code, stderr } = await workplace.touchlight('audit');
    expect(code).toBe(2);
    expect(stderr).toContain('Give the address of a site');
  });
});
