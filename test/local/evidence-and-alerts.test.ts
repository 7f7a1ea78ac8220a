import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAlertFolder } from '../../cli/local/alert-folder.ts';
import { createEvidenceFolder } from '../../cli/local/evidence-folder.ts';
import { fileNameOfCheck } from '../../cli/local/file-names.ts';
import { StorageError } from '../../cli/local/storage-error.ts';
import { alertSchema } from '../../shared/model/alert.ts';
import { alertReaders } from '../../shared/model/alert-reader.ts';
import { checkIdSchema, runId } from '../../shared/model/check-id.ts';
import { aNotice, aNotification } from '../support/a-notification.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touchlight-files-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = '2026-11-23T09:00:00.000Z';
const screenshot = { name: 'screenshot.png', contentType: 'image/png', bytes: new Uint8Array([1, 2, 3]) };

describe('the evidence folder', () => {
  it('keeps a piece of evidence under its check and run', async () => {
    const evidence = createEvidenceFolder(folder);
    const stored = await evidence.put(runId('website/page-load@mobile', at), screenshot);
    expect(stored).toEqual({
      name: 'screenshot.png',
      contentType: 'image/png',
      reference: join(folder, 'website_page-load@mobile', '2026-11-23T09-00-00.000Z-screenshot.png'),
    });
    expect(new Uint8Array(await readFile(stored.reference))).toEqual(screenshot.bytes);
  });

  it('overwrites what the same run had stored, and leaves nothing unfinished', async () => {
    const evidence = createEvidenceFolder(folder);
    const run = runId('website/page-load:/a#1/../b@mobile', at);
    const first = await evidence.put(run, screenshot);
    const second = await evidence.put(run, { ...screenshot, bytes: new Uint8Array([4]) });
    expect(second).toEqual(first);
    expect([...(await readFile(second.reference))]).toEqual([4]);
    const [check = ''] = await readdir(folder);
    expect(await readdir(join(folder, check))).toEqual(['2026-11-23T09-00-00.000Z-screenshot.png']);
  });

  it('never writes outside itself', async () => {
    const put = createEvidenceFolder(folder).put(runId('website/form', at), {
      ...screenshot,
      name: '../../escaped.png',
    });
    await expect(put).rejects.toThrow('"../../escaped.png" is no name for evidence');
  });

  it('gives different checks different names that every file system takes', () => {
    const page = fc.string().map((text) => `/${text.replaceAll(/[\s@]/g, '')}`);
    const checkId = fc
      .record({ page: fc.option(page), device: fc.constantFrom('', '@mobile', '@desktop') })
      .map(({ page, device }) => `website/page-load${page === null ? '' : `:${page}`}${device}`)
      .filter((id) => checkIdSchema.safeParse(id).success);
    fc.assert(
      fc.property(checkId, checkId, (one, other) => {
        expect(fileNameOfCheck(one)).toMatch(/^[\w@-]{1,150}$/);
        expect(fileNameOfCheck(one).toLowerCase() === fileNameOfCheck(other).toLowerCase()).toBe(one === other);
      }),
    );
  });

  it('says what could not be written, where and why', async () => {
    await writeFile(join(folder, 'taken'), '');
    const put = createEvidenceFolder(join(folder, 'taken')).put(runId('website/form', at), screenshot);
    await expect(put).rejects.toThrow(StorageError);
    await expect(put).rejects.toThrow(/The evidence cannot be written to .*taken.* \(ENOTDIR.*\)\. Make it writable/);
  });
});

describe('the alert folder', () => {
  const reader = { language: 'en', timeZone: 'Europe/Kyiv' } as const;

  it('writes an alert for people and for machines, and hands it to the terminal', async () => {
    const shown: string[] = [];
    await createAlertFolder(folder, reader, (text) => shown.push(text)).send(aNotification());
    const names = (await readdir(folder)).toSorted();
    expect(names).toEqual([
      expect.stringMatching(/^2026-11-23T09-05-00\.000Z-website-opened-[0-9a-f]{8}\.json$/),
      expect.stringMatching(/^2026-11-23T09-05-00\.000Z-website-opened-[0-9a-f]{8}\.txt$/),
    ]);
    const [json = '', text = ''] = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    expect(alertSchema.parse(JSON.parse(json)).notices).toMatchObject(aNotification().notices);
    expect(shown).toEqual([text]);
    expect(text).toMatch(
      /^RED website: the form's endpoint returns HTTP 500, so messages are lost \(since 11:00\)\n\n/,
    );
  });

  it('says to whom a stack would send it, as the configuration names them', async () => {
    const shown: string[] = [];
    const readers = alertReaders({
      alerts: { email: ['ops@b.example'], escalateTo: ['chief@b.example'] },
      touchpoints: [{ id: 'shop', owner: { name: 'Olena', email: 'olena@b.example' } }],
    });
    const alerts = createAlertFolder(folder, reader, (text) => shown.push(text), readers);
    await alerts.send(aNotification());
    const overdue = { minutes: 30, inBusinessHours: false };
    await alerts.send(aNotification({ notices: [aNotice({ reason: 'escalated', overdue })] }));
    expect(shown.map((text) => text.split('\n').slice(0, 3))).toEqual([
      [
        "RED website: the form's endpoint returns HTTP 500, so messages are lost (since 11:00)",
        'To: ops@b.example',
        '',
      ],
      [
        "RED website: the form's endpoint returns HTTP 500, so messages ar... (since 11:00, not acknowledged)",
        'To: ops@b.example, chief@b.example',
        '',
      ],
    ]);
  });

  it('overwrites an alert that is sent again a little later', async () => {
    const alerts = createAlertFolder(folder, reader, () => {});
    await alerts.send(aNotification());
    await alerts.send(aNotification({ createdAt: '2026-11-23T09:11:00.000Z' }));
    expect(await readdir(folder)).toHaveLength(2);
  });

  it('keeps a reminder apart from the alert it reminds of', async () => {
    const alerts = createAlertFolder(folder, reader, () => {});
    await alerts.send(aNotification());
    for (const n of [1, 2])
      await alerts.send(aNotification({ reason: 'reminder', notices: [aNotice({ reason: 'reminder', n })] }));
    expect(await readdir(folder)).toHaveLength(6);
  });
});
