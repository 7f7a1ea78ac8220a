import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../shared/config/fingerprint.ts';

describe('the fingerprint of touchpoints.yaml', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'touchlight-fingerprint-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const text = `business: Bakery
timeZone: Europe/Kyiv
hours: { mon-fri: "09:00-18:00", holidays: UA }
touchpoints:
  - { id: website, kind: website, url: "https://bakery.example" }
`;
  async function fingerprint(content: string): Promise<string> {
    const file = path.join(folder, 'touchpoints.yaml');
    await writeFile(file, content);
    return fingerprintOf(file);
  }

  it('stays for another layout, comments, and a default that is written down', async () => {
    const same = await fingerprint(text);
    expect(same).toMatch(/^[0-9a-f]{16}$/);
    expect(await fingerprint(`# our shop\n${text}\n`)).toBe(same);
    expect(await fingerprint(text.replace(/- \{ id/, '-\n    { id'))).toBe(same);
    expect(await fingerprint(`${text}language: en\n`)).toBe(same);
  });

  it.each([
    ['another name', text.replace('Bakery', 'Bäckerei')],
    ['other holidays', text.replace('holidays: UA', 'holidays: DE')],
    ['one check less', text.replace('example" }', 'example", checks: { form: false } }')],
    ['another reader', `${text}alerts: { email: [ops@bakery.example] }\n`],
  ])('changes with %s', async (_, changed) => {
    expect(await fingerprint(changed)).not.toBe(await fingerprint(text));
  });

  it('of a file that is no configuration is refused', async () => {
    await expect(fingerprint('business: 1')).rejects.toThrow('no longer valid');
  });
});
