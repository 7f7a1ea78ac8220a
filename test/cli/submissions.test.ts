import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSubmissionFolder } from '../../cli/local/submission-folder.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { aSubmission } from '../support/a-submission.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

let workplace: Workplace;

beforeAll(async () => {
  workplace = await aWorkplace();
  writeFileSync(
    path.join(workplace.folder, 'touchpoints.yaml'),
    'business: Coffee Lab\ntimeZone: Europe/Kyiv\ntouchpoints:\n  - { id: website, kind: website, url: "https://coffeelab.example" }\n',
  );
});
afterAll(() => workplace.remove());

const hoursAgo = (hours: number): string => toInstant(Date.now() - hours * 3_600_000);

describe('touchlight submissions', () => {
  it('says so when nothing was sent, and why', async () => {
    const { code, stdout } = await workplace.touchlight('submissions');
    expect(code).toBe(0);
    expect(stdout).toContain('No form was really sent within 30d. Forms are only rehearsed here');
  });

  it('lists what was typed, where, and by which marker it is found', async () => {
    const log = createSubmissionFolder(path.join(workplace.folder, '.touchlight', 'submissions'));
    await log.claim(aSubmission({ scheduledAt: hoursAgo(30), marker: 'aaaaaaaa' }));
    await log.claim(aSubmission({ scheduledAt: hoursAgo(2), marker: 'bbbbbbbb', outcome: null }));
    const [all, recent, wrong] = await workplace.inTurn(
      {},
      ['submissions'],
      ['submissions', '--since', '1d', '--json'],
      ['submissions', '--since', 'yesterday'],
    );
    expect(all?.stdout.indexOf('bbbbbbbb')).toBeLessThan(all?.stdout.indexOf('aaaaaaaa') ?? -1);
    expect(all?.stdout).toContain('https://coffeelab.example/contact');
    expect(all?.stdout).toContain('Your message: Touchlight test, please ignore.');
    expect(all?.stdout).toContain('How it ended is not known');
    expect(all?.stdout).toContain('To delete them, search the inbox');
    const listed: unknown = JSON.parse(recent?.stdout ?? '');
    expect(listed).toMatchObject({ version: 1, submissions: [{ marker: 'bbbbbbbb', checkId: 'website/form' }] });
    expect(wrong?.code).toBe(2);
    expect(wrong?.stderr).toContain('--since takes a duration');
  });
});
