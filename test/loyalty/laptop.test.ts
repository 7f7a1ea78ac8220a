import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';
import { csv } from './written.ts';

const dayMs = 86_400_000;
const at = (daysAgo: number): string => new Date(Date.now() - daysAgo * dayMs).toISOString();

let workplace: Workplace;
beforeAll(async () => {
  workplace = await aWorkplace();
  const { folder } = workplace;
  await writeFile(
    path.join(folder, 'touchpoints.yaml'),
    `business: Coffee Lab
timeZone: Europe/Kyiv
alerts: { email: [ops@coffeelab.example] }
touchpoints:
  - { id: nps, kind: survey, folder: exports }
  - { id: shop, kind: orders }
`,
  );
  await mkdir(path.join(folder, 'exports'));
  const answers = Array.from({ length: 200 }, (_, n) => [
    at(175 - n * 0.87),
    n < 100 ? 10 : n % 4 === 0 ? 9 : 2,
    `no. ${n}`,
    `anna${n}@mail.example`,
  ]);
  await writeFile(path.join(folder, 'exports', 'nps.csv'), csv([['at', 'score', 'comment', 'email'], ...answers]));
  await mkdir(path.join(folder, '.touchlight', 'orders', 'shop'), { recursive: true });
  const orders = Array.from({ length: 5 }, (_, n) => [`guest${n}@customers.example`, at(n)]);
  await writeFile(path.join(folder, '.touchlight', 'orders', 'shop', 'a.csv'), csv([['customer', 'at'], ...orders]));
});
afterAll(() => workplace.remove());

it('a survey and orders in folders are read on a laptop: a fall is told at once, and nobody’s words or names are told', async () => {
  const ended = await workplace.inTurn(
    {},
    ['validate'],
    ['secrets', 'check'],
    ['run', '--json'],
    ['forget', 'guest1@customers.example'],
    ['forget', 'Anna150@mail.example'],
  );
  const [validated, secrets, run, forgotten, respondent] = ended;
  expect(ended.map(({ code }) => code)).toEqual([0, 0, 1, 0, 0]);
  expect(validated?.stderr).not.toContain('names no secret');
  expect(secrets?.stdout).toContain('names no touchpoint that needs a secret');
  expect(run?.stdout).toContain('net promoter score has fallen from 100 to -');
  expect(run?.stdout).toContain('so nobody has had 365 days to come back');
  expect(run?.stdout).not.toMatch(/guest\d|no\. \d|anna\d/);
  expect(forgotten?.stdout).toContain('No data about this person is stored.');
  expect(respondent?.stdout).toContain('Forgotten in 1 conversation: name, words and links are gone');
});
