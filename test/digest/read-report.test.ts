import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createEvidenceReader } from '../../cli/local/evidence-reader.ts';
import { readReport } from '../../functions/digest/report/read-report.ts';
import type { Result } from '../../shared/model/result.ts';
import { writtenLater } from '../support/a-later-version.ts';
import { aResult } from '../support/a-result.ts';
import { aBusiness, aDay } from '../support/a-week.ts';
import { emptyStores } from '../support/empty-stores.ts';
import { aWeek } from './some-weeks.ts';

const aRequest = {
  ...{ url: 'https://coffeelab.example/', type: 'Document', status: 200, startMs: 0, waitMs: 120, durationMs: 300 },
  ...{ bytes: 14_000, thirdParty: null },
};
const waterfall = { version: 1, url: 'https://coffeelab.example/', device: 'mobile', marks: {}, requests: [] };
const files: Readonly<Record<string, string>> = {
  'a.jpg': 'picture',
  'good.json': JSON.stringify(waterfall),
  'bad.json': '{"version":9}',
  'later.json': JSON.stringify(writtenLater({ ...waterfall, requests: [aRequest] })),
};
const evidence = {
  read: async (reference: string) => (reference in files ? Buffer.from(files[reference] ?? '') : null),
};

function read(results: readonly Result[]) {
  const stores = emptyStores({
    results: {
      put: async () => 'stored',
      list: async (checkId) => results.filter((result) => result.checkId === checkId),
      newest: async () => [],
    },
    days: {
      list: async () =>
        ['2026-11-20', '2026-11-21'].map((date) => ({
          checkId: 'website/page-load@mobile',
          day: aDay(date, 'website/page-load@mobile'),
        })),
    },
  });
  return readReport({ configuration: aBusiness(), stores, evidence }, aWeek('one-red'));
}

const visit = (scheduledAt: string, requests: string): Result =>
  aResult({
    checkId: 'website/page-load@mobile',
    scheduledAt,
    evidence: [
      { name: 'mobile.jpg', contentType: 'image/jpeg', reference: 'a.jpg' },
      { name: 'mobile-requests.json', contentType: 'application/json', reference: requests },
    ],
  });

test('the last visit speaks, with its picture inside the file and its requests; trends have their bound', async () => {
  const found = (
    await read([visit('2026-11-22T10:00:00.000Z', 'bad.json'), visit('2026-11-23T05:00:00.000Z', 'good.json')])
  ).get('website');
  expect(found?.lastVisits).toMatchObject([
    { at: '2026-11-23T05:00:00.000Z', picture: 'data:image/jpeg;base64,cGljdHVyZQ==', waterfall },
  ]);
  expect(found?.trends[0]).toMatchObject({
    checkId: 'website/page-load@mobile',
    bound: { value: 2500, side: 'at-most' },
    points: [{ date: '2026-11-20' }, {}],
  });
});

test('evidence that has expired or is of another version is left out, and so is what was never visited', async () => {
  const gone = await read([
    {
      ...visit('2026-11-23T05:00:00.000Z', 'bad.json'),
      evidence: [{ name: 'x.jpg', contentType: 'image/jpeg', reference: 'gone.jpg' }],
    },
  ]);
  expect(gone.get('website')?.lastVisits).toMatchObject([{ picture: null, waterfall: null }]);
  expect((await read([])).get('website')?.lastVisits).toEqual([]);
});

test('evidence with fields of a later version is shown without them, and so is a contact beside one of an unknown kind', async () => {
  const contact = {
    ...{ kind: 'phone', value: '+380441112233', text: '+380 44 111 22 33', page: 'https://coffeelab.example/' },
    ...{ clicks: 0, aboveFold: true, usable: true, coveredBy: null },
  };
  const found = [writtenLater(contact), { ...contact, kind: 'hologram' }] as Result['details'][string];
  const last = { ...visit('2026-11-23T05:00:00.000Z', 'later.json'), details: { found } };
  expect((await read([last])).get('website')?.lastVisits).toMatchObject([
    { waterfall: { ...waterfall, requests: [aRequest] }, contacts: [contact] },
  ]);
});

test('on this machine nothing beside the folder is read, whatever the table says', async () => {
  const place = await mkdtemp(path.join(tmpdir(), 'touchlight-test-'));
  try {
    const folder = path.join(place, '.touchlight');
    await mkdir(folder);
    await Promise.all([writeFile(path.join(folder, 'in.jpg'), 'in'), writeFile(path.join(place, 'out.jpg'), 'out')]);
    const { read: readFrom } = createEvidenceReader(null, folder);
    expect(await readFrom(path.join(folder, 'in.jpg'))).toEqual(Buffer.from('in'));
    expect(await readFrom(path.join(folder, '..', 'out.jpg'))).toBeNull();
    expect(await readFrom(path.join(folder, 'gone.jpg'))).toBeNull();
  } finally {
    await rm(place, { recursive: true });
  }
});
