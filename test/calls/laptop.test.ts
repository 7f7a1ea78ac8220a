import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

let workplace: Workplace;
beforeAll(async () => {
  workplace = await aWorkplace();
  const calls = path.join(workplace.folder, '.touchlight', 'calls', 'phone');
  await mkdir(calls, { recursive: true });
  await writeFile(
    path.join(workplace.folder, 'touchpoints.yaml'),
    `business: Coffee Lab
timeZone: Europe/Kyiv
hours: { mon-sun: "00:00-24:00" }
touchpoints:
  - id: phone
    kind: phone
    source: csv
    numbers: ["+380 44 123 45 67"]
    sla: { firstResponse: 1h }
`,
  );
  const at = (hoursAgo: number): string => new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
  await writeFile(
    path.join(calls, 'export.csv'),
    `Time;Caller;Called;Status\n${at(3)};0501112233;100;missed\n${at(2)};0502223344;100;missed\n${at(1)};100;+380502223344;answered\n`,
  );
});
afterAll(() => workplace.remove());

it('a phone whose calls are in a folder is read on a laptop, and a caller is forgotten by the number', async () => {
  const run = ['run', '--only', 'phone', '--no-confirm', '--json'];
  const ended = await workplace.inTurn(
    {},
    ['validate'],
    ['secrets', 'check'],
    run,
    ['forget', '+380 50 111 22 33', '--json'],
    run,
  );
  const [validated, secrets, first, forgotten, again] = ended;
  expect(ended.map(({ code }) => code)).toEqual([0, 0, 1, 0, 1]);
  expect(validated?.stdout).toContain(
    `Touchpoint phone reads its calls from CSV files (source: csv). In AWS, put them into the stack's bucket, where they are deleted after 14 days:
  aws s3 cp calls.csv s3://BUCKET/calls/phone/
BUCKET is the stack's output EvidenceBucketName.`,
  );
  expect(validated?.stderr).not.toContain('names no secret');
  expect(secrets?.stdout).toContain('read without a secret');
  for (const { stdout } of [first, again].filter((each) => each !== undefined)) {
    expect(stdout).toMatch(/No call back for 3 h of business time \(missed call: /);
    expect(stdout).not.toMatch(/50111|2233/);
  }
  expect(JSON.parse(forgotten?.stdout ?? '')).toMatchObject({ checks: [{ checkId: 'phone/responses', forgotten: 1 }] });
});
