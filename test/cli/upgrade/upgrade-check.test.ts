import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { touchlightVersion } from '../../../shared/config/touchlight-version.ts';
import { aWorkplace, type Workplace } from '../../support/touchlight.ts';

const api = pathToFileURL(fileURLToPath(new URL('../../../api/index.ts', import.meta.url))).href;

const file = `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - id: website
    kind: website
    url: https://coffeelab.example
    checks: { form: false }
`;

let workplace: Workplace;
beforeAll(async () => {
  workplace = await aWorkplace();
});
afterAll(() => workplace.remove());

/**
 * A project that has a version installed which reads files as we do, and then as it was before.
 * @param difference statements that change `website`, its checks and the `reading`
 */
async function aProject(name: string, version: string, difference = '', text = file): Promise<string> {
  const installed = path.join(workplace.folder, name, 'node_modules', 'touchlight');
  await mkdir(installed, { recursive: true });
  await writeFile(
    path.join(installed, 'package.json'),
    JSON.stringify({ name: 'touchlight', version, type: 'module', exports: { '.': { default: './index.js' } } }),
  );
  await writeFile(
    path.join(installed, 'index.js'),
    `import { parseConfiguration as today } from '${api}';
export function parseConfiguration(...args) {
  let reading = JSON.parse(JSON.stringify(today(...args)));
  const website = reading.configuration?.touchpoints[0];
  const checks = Object.fromEntries(website?.checks.map((check) => [check.id, check]) ?? []);
  ${difference}
  return reading;
}`,
  );
  // Without one, the package that the tests lie in would be the nearest, and `touchlight` its own name.
  await writeFile(path.join(workplace.folder, name, 'package.json'), JSON.stringify({ name: 'coffee-lab' }));
  await writeFile(path.join(workplace.folder, name, 'touchpoints.yaml'), text);
  return path.join(workplace.folder, name);
}

const check = (project: string, ...options: string[]) =>
  workplace.touchlight(
    'upgrade-check',
    '--from',
    project,
    '--config',
    path.join(project, 'touchpoints.yaml'),
    ...options,
  );

describe('an upgrade', () => {
  it('to the version that is installed changes nothing, and says how to get the newest', async () => {
    const { code, stdout } = await check(await aProject('same', touchlightVersion()));
    expect(stdout).toContain('npx touchlight@latest upgrade-check');
    expect(stdout).toContain('The same checks run at the same times');
    expect(code).toBe(0);
  });

  it('names the values that are new, once for all checks that have them', async () => {
    const before = await aProject(
      'values',
      '0.0.9',
      `for (const id of ['website/page-load@mobile', 'website/page-load@desktop']) checks[id].policy.remindEveryMinutes = 60;
       checks['website/availability'].everyMinutes = 1;`,
    );
    const { code, stdout } = await check(before);
    expect(stdout).toContain(`Touchlight 0.0.9 is installed; this is ${touchlightVersion()}.`);
    expect(stdout).toContain(
      'website/page-load@mobile, website/page-load@desktop: policy.remindEveryMinutes 60 -> 1440\n',
    );
    expect(stdout).toContain('website/availability: everyMinutes 1 -> 5\n');
    expect(stdout).toMatch(/A month in AWS: \$\d+\.\d\d before, \$\d+\.\d\d after\./);
    expect(code).toBe(0);
  });

  it('names the checks that begin and end by themselves', async () => {
    const before = await aProject(
      'checks',
      '0.0.9',
      `website.checks = website.checks.filter(({ id }) => id !== 'website/availability');
       website.checks.push({ ...website.checks[0], id: 'website/guestbook', everyMinutes: 60 });`,
    );
    const { stdout } = await check(before);
    expect(stdout).toContain('website/availability: new, every 5m\n');
    expect(stdout).toContain('website/guestbook: no longer there\n');
  });

  it('that refuses the file names each key with its line, and exits with 2', async () => {
    const old = file.replace('checks: {', 'checks: { guestbook: { every: 1h },');
    const accepting = 'reading = { ok: true, configuration: { touchpoints: [] } };';
    const { code, stdout, stderr } = await check(await aProject('refused', '0.0.9', accepting, old));
    expect(stdout).toContain('refuses');
    expect(stdout).toContain('which 0.0.9 accepts');
    expect(stderr).toMatch(/touchpoints\.yaml:7:\d+ touchpoints\[0\]\.checks\.guestbook: /);
    expect(code).toBe(2);
  });

  it('is compared for programs, too', async () => {
    const before = await aProject('json', '0.0.9', `checks['website/availability'].policy.failuresToOpen = 3;`);
    const { stdout } = await check(before, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      from: '0.0.9',
      to: touchlightVersion(),
      accepted: { before: true, after: true },
      changes: [{ of: ['website/availability'], key: 'policy.failuresToOpen', before: 3, after: 2 }],
      faults: [],
    });
  });

  it('needs a project that has a version', async () => {
    const folder = path.join(workplace.folder, 'nothing');
    await mkdir(folder);
    await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'coffee-lab' }));
    await writeFile(path.join(folder, 'touchpoints.yaml'), file);
    const { code, stderr } = await check(folder);
    expect(stderr).toContain('Touchlight is not installed in');
    expect(code).toBe(2);
  });

  it('says so when the installed version is broken', async () => {
    const { code, stderr } = await check(await aProject('broken', '0.0.9', "throw new TypeError('no such thing');"));
    expect(stderr).toContain('Touchlight 0.0.9, installed at');
    expect(stderr).toContain('TypeError: no such thing');
    expect(code).toBe(3);
  });
});
