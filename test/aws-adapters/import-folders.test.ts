import { afterEach, beforeEach, expect, it } from 'vitest';
import { createS3ImportFolders } from '../../shared/aws/evidence-bucket/s3-import-folders.ts';
import type { ImportFiles } from '../../shared/ports/import-files.ts';
import { aBucket, type Bucket } from '../support/a-bucket.ts';

const ten = Date.parse('2026-11-23T10:00:00.000Z');
let bucket: Bucket;
let phone: ImportFiles;
beforeEach(async () => {
  bucket = await aBucket();
  phone = createS3ImportFolders(bucket.name, bucket.client)('calls', 'phone', null);
});
afterEach(() => bucket.close());

async function contentOf(files: ImportFiles, name: string, bytes: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of files.open({ name, bytes, changedAt: ten })) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

it('lists the phone’s own CSV files over several pages, and no other phone’s', async () => {
  for (const name of ['a.csv', 'b.CSV', '2026-11/c.csv', 'd.csv', 'notes.txt'])
    bucket.put(`calls/phone/${name}`, 'x', ten);
  bucket.put('calls/phone-of-the-shop/a.csv', 'x', ten);
  bucket.put('calls/phone/', '', ten);
  expect(await phone.list()).toEqual(
    ['2026-11/c.csv', 'a.csv', 'b.CSV', 'd.csv'].map((name) => ({ name, bytes: 1, changedAt: ten })),
  );
  expect(phone.where).toBe('s3://bucket/calls/phone/');
});

it('has no files where nobody has put one, whatever folder the file names for a laptop', async () => {
  const files = createS3ImportFolders(bucket.name, bucket.client)('calls', 'phone', '/var/log/asterisk/cdr-csv');
  expect(files.where).toBe('s3://bucket/calls/phone/');
  expect(await files.list()).toEqual([]);
});

it('reads a file as long as it was when it was listed', async () => {
  bucket.put('calls/phone/a.csv', 'Time;Caller\n10:00;1\n', ten);
  expect(await contentOf(phone, 'a.csv', 12)).toBe('Time;Caller\n');
  expect(await contentOf(phone, 'a.csv', 0)).toBe('');
  expect(bucket.requests).toEqual(['GET calls/phone/a.csv bytes=0-11']);
});

it('a file that was deleted in between is empty; a bucket that refuses is no empty folder', async () => {
  expect(await contentOf(phone, 'gone.csv', 10)).toBe('');
  bucket.fault = 403;
  await expect(phone.list()).rejects.toThrow();
  await expect(contentOf(phone, 'a.csv', 10)).rejects.toThrow();
});
