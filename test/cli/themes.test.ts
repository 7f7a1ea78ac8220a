import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { neutral, people } from '../support/a-saying.ts';
import { aConversation } from '../support/a-week.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

let workplace: Workplace;
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

beforeAll(async () => {
  workplace = await aWorkplace();
  const file = (name: string, touchpoint: string): void =>
    writeFileSync(
      path.join(workplace.folder, name),
      `business: Coffee Lab\ntimeZone: Europe/Kyiv\ntouchpoints:\n  - ${touchpoint}\n`,
    );
  file(
    'touchpoints.yaml',
    '{ id: google-reviews, kind: google-reviews, page: accounts/1/locations/2, secret: google }',
  );
  file('new.yaml', '{ id: trustpilot, kind: trustpilot, page: coffeelab.example, secret: trustpilot }');
  file('site.yaml', '{ id: website, kind: website, url: "http://127.0.0.1:1/" }');
  const { stores, close } = await openEmbeddedTable(path.join(workplace.folder, '.touchlight'));
  await stores.conversations.putSayings([
    ...people(8, { at: daysAgo(5) }),
    ...people(12, { ...neutral, at: daysAgo(6) }),
    ...people(2, { at: daysAgo(7), complaints: [], rating: 1 }),
    ...people(20, { ...neutral, at: daysAgo(120) }),
  ]);
  await stores.conversations.put(
    [
      'Parking barrier closed.',
      'The parking barrier again!',
      'Parking barrier, again.',
      'Nobody answers the phone.',
    ].map((text, n) =>
      aConversation({
        ...{ checkId: 'google-reviews/responses', id: `r${n}`, authorId: `a${n}`, kind: 'review', rating: 1, text },
        ...{ startedAt: daysAgo(5), permalink: `https://maps.example/r${n}` },
      }),
    ),
  );
  await close();
});
afterAll(() => workplace.remove());

describe('touchlight themes', () => {
  it('shows what repeats, how much was looked at, and what fits no theme', async () => {
    const [text, json, csv, weeks, long, unread, ...faulty] = await workplace.inTurn(
      {},
      ['themes'],
      ['themes', '--since', '90d', '--json', '--by', 'quarter'],
      ['themes', '--csv'],
      ['themes', '--csv', '--by', 'week'],
      ['themes', '--since', '201d'],
      ['themes', '--config', 'new.yaml'],
      ['themes', '--csv', '--json'],
      ['themes', '--since', 'soon'],
      ['themes', '--since', '401d'],
      ['themes', '--config', 'site.yaml'],
    );
    expect(text?.stdout).toContain('22 people wrote something in 90 days, and 10 of them complained.');
    expect(text?.stdout).toContain(
      'Nobody answers or calls back: 8 people in 90 days (0 in the 90 days before), growing',
    );
    expect(text?.stdout).toContain('“Nobody answers the phone.” https://maps.example/r3');
    expect(text?.stdout).toContain(
      'Of 10 people who complained, 2 complained of something that fits none of the themes.',
    );
    expect(text?.stdout).toContain('Words that repeat in 3 complaints without a theme whose words are still kept:');
    expect(text?.stdout).toContain('“parking barrier”: 3 people');

    expect(JSON.parse(json?.stdout ?? '')).toMatchObject({
      ...{ version: 1, days: 90, people: 22, peopleBefore: 20, complainers: 10, unplaced: 2 },
      themes: [{ theme: 'no-answer', side: 'complaint', about: 'service', people: 8, before: 0, change: 'growing' }],
      periods: expect.arrayContaining([expect.objectContaining({ id: expect.stringMatching(/^\d{4}-Q[1-4]$/) })]),
      candidates: [{ words: 'parking barrier', people: 3 }],
      candidatesFromTexts: 3,
    });

    expect(csv?.stdout.split('\n')[0]).toBe('from,to,side,theme,about,people,before,change,touchpoints,words');
    expect(csv?.stdout.split('\n')[1]).toMatch(
      /,complaint,no-answer,service,8,0,growing,google-reviews:8,Nobody answers or calls back$/,
    );
    expect(csv?.stdout).not.toContain('Nobody answers the phone');
    expect(weeks?.stdout).toMatch(
      /^period,side,theme,about,people,words\n\d{4}-W\d\d,complaint,no-answer,service,8,[^,\n]+\n$/,
    );

    // Of the days before these, a part is no longer kept.
    expect(long?.stdout).toMatch(/Nobody answers or calls back: 8 people in 201 days$/m);
    expect(long?.stdout).toContain('kept for 400 days, so a trend needs --since 200d or less.');

    // What was never read is not a place where nobody wrote.
    expect(unread?.stdout).toContain('Nobody wrote anything that Touchlight has read in 90 days.');
    expect(unread?.stdout).toContain('trustpilot: not read yet. touchlight run reads it once');

    expect(faulty.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
    expect(faulty.map(({ stderr }) => stderr.split('\n')[0])).toEqual([
      expect.stringContaining('--csv and --json are two ways to print the same; choose one.'),
      expect.stringContaining('--since takes whole days, such as 90d, not "soon".'),
      expect.stringContaining('is kept for 400 days'),
      expect.stringContaining('no touchpoint where customers write in public'),
    ]);
  });
});
