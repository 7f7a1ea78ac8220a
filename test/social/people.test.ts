import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CoffeeLabPages, coffeeLabSecrets, openCoffeeLabPages } from '../../examples/social-stubs/coffee-lab.ts';
import { youtubeKey } from '../../examples/social-stubs/youtube.ts';
import { identify } from '../../functions/probe-social/identify.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import { pageKinds } from '../../shared/model/social-platform.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';
import { anAwsAccount } from './support/aws-account.ts';
import { guard, logged } from './support/log.ts';
import { openTouchpoint, underTest } from './support/platforms-under-test.ts';

describe('touchlight on a laptop', () => {
  let workplace: Workplace;
  let pages: CoffeeLabPages;
  let account: Awaited<ReturnType<typeof anAwsAccount>>;
  beforeAll(async () => {
    [workplace, pages] = await Promise.all([aWorkplace(), openCoffeeLabPages(Date.now)]);
    account = await anAwsAccount('Deployed', { 'touchlight/Deployed/no-such-secret': youtubeKey });
    const secrets = path.join(workplace.folder, '.touchlight', 'secrets');
    await mkdir(secrets, { recursive: true });
    for (const [name, secret] of Object.entries(coffeeLabSecrets)) await writeFile(path.join(secrets, name), secret);
    await writeFile(
      path.join(workplace.folder, 'touchpoints.yaml'),
      `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - { id: facebook, kind: facebook, page: "555", secret: facebook-page-token, sla: { firstResponse: 4h }, api: ${pages.facebook.url} }
  - { id: youtube, kind: youtube, page: UCcoffeelab, secret: no-such-secret, api: ${pages.youtube.url} }
`,
    );
  });
  afterAll(async () => {
    await pages.close();
    await account.close();
    await workplace.remove();
  });

  it('tells whose each secret is, finds who waits, and forgets a person for good', async () => {
    const run = ['run', '--only', 'facebook', '--no-confirm', '--json'];
    const ended = await workplace.inTurn(
      account.environment,
      ['secrets', 'check', '--json'],
      run,
      ['forget', 'Iryna Melnyk', '--json'],
      run,
      ['forget', 'Iryna Melnyk'],
      ['secrets', 'check', '--stack', 'Deployed'],
      ['secrets', 'check', '--stack', 'Nowhere'],
    );
    const [secrets, first, forgotten, , again, deployed, nowhere] = ended;
    expect(ended.map(({ code }) => code)).toEqual([1, 1, 0, 1, 0, 1, 2]);

    expect(JSON.parse(secrets?.stdout ?? '')).toMatchObject({
      version: 1,
      secrets: [
        { touchpoint: 'facebook', ok: true, who: 'Coffee Lab (555)', may: ['pages_read_engagement'], expiresAt: null },
        { touchpoint: 'youtube', ok: false, sentence: expect.stringContaining('TOUCHLIGHT_SECRET_NO_SUCH_SECRET') },
      ],
    });
    expect(first?.stdout).toContain('https://www.facebook.com/555/posts/');
    expect(JSON.parse(forgotten?.stdout ?? '')).toMatchObject({
      checks: [
        { checkId: 'facebook/responses', forgotten: 1 },
        { checkId: 'youtube/responses', forgotten: 0 },
      ],
    });
    expect(again?.stdout).toContain('No data about this person is stored.');
    // The account has the one secret that this machine lacks, and not the other.
    expect(deployed?.stdout).toContain('is Coffee Lab (UCcoffeelab)');
    expect(deployed?.stdout).toContain(
      'aws secretsmanager create-secret --name touchlight/Deployed/facebook-page-token',
    );
    expect(nowhere?.stderr).toContain('There is no stack "Nowhere" in this account and region.');
    // No secret, no name but the one that was typed, and no comment is shown by any of them.
    for (const { stdout, stderr } of ended) logged(stdout + stderr);
    for (const secret of Object.values(coffeeLabSecrets)) guard(pages.facebook.world, secret);
  });
});

describe.each(pageKinds)('a secret of %s', (kind) => {
  it('is identified by its platform', async () => {
    const { check, stub, world } = await openTouchpoint(kind, '2026-11-16T08:00:00Z');
    world.addPost();
    const io = { now: () => world.now, sleep: async () => {}, signal: AbortSignal.timeout(10_000) };
    const known = await identify(check, { read: async () => underTest[kind].secret }, io);
    expect(known).toMatchObject({ ok: true, expiresAt: null });
    const wrong = await identify(check, { read: async () => underTest[kind].secret.replace(/("\}|)$/, 'x$1') }, io);
    expect(wrong.ok ? null : wordStatement(wrong.says, 'en')).toContain('refuses the token');
    await stub.close();
  });
});
