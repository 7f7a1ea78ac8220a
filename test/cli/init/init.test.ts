import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoBusiness, startDemoBusiness } from '../../../cli/local/demo-business.ts';
import { closedPort } from '../../support/serve.ts';
import { aWorkplace, type Workplace } from '../../support/touchlight.ts';

let workplace: Workplace;
let business: DemoBusiness;

beforeAll(async () => {
  [workplace, business] = await Promise.all([aWorkplace(), startDemoBusiness()]);
});
afterAll(() => Promise.all([workplace.remove(), business.close()]));

const written = (): Promise<string> => readFile(path.join(workplace.folder, 'touchpoints.yaml'), 'utf8');

describe('touchlight init', () => {
  it('asks nobody where nobody can answer, and writes nothing for a site that does not answer', async () => {
    const silent = `http://127.0.0.1:${await closedPort()}/`;
    const [unasked, unanswered] = await workplace.inTurn({}, ['init', business.url], ['init', silent, '--yes']);
    expect(unasked?.code).toBe(2);
    expect(unasked?.stderr).toContain('Use --yes to accept all defaults');
    expect(unanswered?.code).toBe(2);
    expect(unanswered?.stderr).toMatch(/refuses the connection.* Nothing was written/);
    await expect(written()).rejects.toThrow('ENOENT');
  });

  it('takes the demo business as it is, and the written file is valid and true', async () => {
    const [proposed, validated] = await workplace.inTurn({}, ['init', business.url, '--yes', '--quiet'], ['validate']);
    expect(proposed?.code).toBe(0);
    const stdout = proposed?.stdout;
    expect(stdout).toContain('+380441234567');
    expect(stdout).toContain('https://www.instagram.com/coffeelab');
    expect(stdout).toContain('instagram_manage_comments');
    expect(await written()).toContain('form: { every: 4h, page: "/contact", mode: rehearse }');

    expect(validated?.code).toBe(0);
    await business.breakDown('wrong-phone');
    const wrong = await workplace.touchlight('run', '--quiet', '--no-confirm', '--only', 'website/contacts@mobile');
    expect(wrong.stdout).toMatch(/RED +contacts@mobile +The site shows .* instead of the phone number \+380441234567/i);
    expect(wrong.code).toBe(1);
  }, 180_000);

  it('leaves a file alone that somebody has written', async () => {
    await writeFile(path.join(workplace.folder, 'touchpoints.yaml'), 'mine: true\n');
    const { code, stderr } = await workplace.touchlight('init', business.url, '--yes');
    expect(code).toBe(2);
    expect(stderr).toContain('touchpoints.yaml is there already, and nothing was changed');
    expect(await written()).toBe('mine: true\n');
  });
});
