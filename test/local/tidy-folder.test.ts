import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expiredFiles, isDue, tidyFolder } from '../../cli/local/tidy-folder.ts';

const now = Date.parse('2026-11-22T08:00:00.000Z');

describe('what has expired under .touchlight', () => {
  it('is told by the instant in the name of the file, whatever else stands there', () => {
    const kept = [
      'website_form/2026-08-24T08-00-00.000Z-form.jpg',
      'website_form/notes.txt',
      '2020-01-01T00-00-00.000Z-folder/picture.jpg',
      'table/000007.ldb',
    ];
    const gone = [
      'website_form/2026-08-24T07-59-59.999Z-form.jpg',
      'website_page-load@mobile\\2025-01-01T00-00-00.000Z-mobile.jpg',
      '2026-01-31T10-00-00.000Z-website-opened-1f0c2a9b.txt',
      'website_form/2026-02-28T10-00-00.000Z.json',
    ];
    expect(expiredFiles([...kept, ...gone], 90, now)).toEqual(gone);
  });

  it('is looked for once a day, and also when the clock was put back', () => {
    expect(isDue('', now)).toBe(true);
    expect(isDue('2026-11-22T07:00:00.000Z', now)).toBe(false);
    expect(isDue('2026-11-21T08:00:00.000Z', now)).toBe(true);
    expect(isDue('2027-11-22T08:00:00.000Z', now)).toBe(true);
  });

  it('is removed: evidence after three months, alerts and the log of what was sent after 400 days', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'touchlight-tidy-'));
    try {
      const keep = async (place: string, name: string): Promise<void> => {
        await mkdir(join(folder, place), { recursive: true });
        await writeFile(join(folder, place, name), '');
      };
      await keep('evidence/website_form', '2026-08-01T00-00-00.000Z-form.jpg');
      await keep('evidence/website_form', '2026-11-01T00-00-00.000Z-form.jpg');
      await keep('submissions/website_form', '2026-08-01T00-00-00.000Z.json');
      await keep('submissions/website_form', '2025-08-01T00-00-00.000Z.json');
      await keep('.', 'report-2025-W02.html');
      let tables = 0;
      const tidy = (): Promise<void> => tidyFolder(folder, () => Promise.resolve(++tables), now);
      await tidy();
      await tidy();
      expect(await readdir(join(folder, 'evidence/website_form'))).toEqual(['2026-11-01T00-00-00.000Z-form.jpg']);
      expect(await readdir(join(folder, 'submissions/website_form'))).toEqual(['2026-08-01T00-00-00.000Z.json']);
      expect(await readdir(folder)).toContain('report-2025-W02.html');
      expect(tables).toBe(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
