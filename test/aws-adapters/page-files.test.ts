import { afterEach, beforeEach, expect, test } from 'vitest';
import { createS3EvidenceOpener } from '../../shared/aws/evidence-bucket/s3-evidence-opener.ts';
import { createS3ReportReader } from '../../shared/aws/evidence-bucket/s3-report-reader.ts';
import { aBucket, type Bucket } from '../support/a-bucket.ts';

const ten = Date.parse('2026-11-23T10:00:00.000Z');
const picture = 'evidence/website/form/2026-11-22T10%3A00%3A00.000Z/screenshot.jpeg';

let bucket: Bucket;
beforeEach(async () => {
  bucket = await aBucket();
});
afterEach(() => bucket.close());

test('evidence comes as its bytes', async () => {
  bucket.put(picture, 'picture', ten);
  const opened = await createS3EvidenceOpener(bucket.name, bucket.client)(picture);
  expect(opened).toEqual({
    kind: 'file',
    bytes: new Uint8Array(Buffer.from('picture')),
    contentType: 'application/octet-stream',
  });
});

test('what no answer can carry comes as a link that works for a minute', async () => {
  bucket.put(picture, new Uint8Array(4 * 1024 * 1024 + 1), ten);
  const opened = await createS3EvidenceOpener(bucket.name, bucket.client)(picture);
  if (opened?.kind !== 'elsewhere') throw new Error(JSON.stringify(opened));
  const url = new URL(opened.url);
  expect(url.searchParams.get('X-Amz-Expires')).toBe('60');
  expect(url.searchParams.get('X-Amz-Signature')).toMatch(/^[0-9a-f]{64}$/);
  expect((await fetch(url)).status).toBe(200);
});

test('evidence that has expired is not there, whatever S3 says to a role that may not list', async () => {
  const open = createS3EvidenceOpener(bucket.name, bucket.client);
  expect(await open(picture)).toBeNull();
  bucket.refusal = 'AccessDenied';
  expect(await open(picture)).toBeNull();
  bucket.refusal = null;
  bucket.fault = 503;
  await expect(open(picture)).rejects.toThrow();
});

test('nothing but evidence is opened as evidence', async () => {
  const open = createS3EvidenceOpener(bucket.name, bucket.client);
  for (const key of ['inbox/mailbox/a', 'reports/2026-W47.html', 'evidence', '']) {
    bucket.put(key, 'x', ten);
    expect(await open(key), key).toBeNull();
  }
  expect(bucket.requests).toEqual([]);
});

test('weeks are listed newest first, and nothing else is that lies there', async () => {
  for (const name of ['2026-W09', '2026-W47', '2025-W52', '2026-W46']) bucket.put(`reports/${name}.html`, name, ten);
  for (const key of ['reports/notes.txt', 'reports/2026-W47.html.bak', 'evidence/2026-W48.html'])
    bucket.put(key, 'x', ten);
  const weeks = createS3ReportReader(bucket.name, bucket.client);
  expect(await weeks.list()).toEqual(['2026-W47', '2026-W46', '2026-W09', '2025-W52']);
  expect(await weeks.read('2026-W46')).toBe('2026-W46');
  expect(await weeks.read('2026-W45')).toBeNull();
  for (const week of ['../evidence/x', '2026-W47.html', '', 'notes']) expect(await weeks.read(week), week).toBeNull();
});

test('a business of a fleet has weeks of its own', async () => {
  bucket.put('reports/bakery/2026-W47.html', 'of the bakery', ten);
  bucket.put('reports/cafe/2026-W46.html', 'of the cafe', ten);
  const weeks = createS3ReportReader(bucket.name, bucket.client, 'bakery');
  expect(await weeks.list()).toEqual(['2026-W47']);
  expect(await weeks.read('2026-W47')).toBe('of the bakery');
  expect(await weeks.read('2026-W46')).toBeNull();
});
