import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEvidenceFolder } from '../../cli/local/evidence-folder.ts';
import { openLocalEvidence } from '../../cli/page/local-evidence.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-page-evidence-'));
  await mkdir(path.join(folder, 'secrets'));
  await writeFile(path.join(folder, 'secrets', 'token.jpg'), 'a secret');
});
afterAll(() => rm(folder, { recursive: true }));

describe('the live page of a folder', () => {
  it('shows the picture that a run has stored there', async () => {
    const store = createEvidenceFolder(path.join(folder, 'evidence'));
    const picture = { name: 'form.jpg', contentType: 'image/jpeg', bytes: Buffer.from('a picture') };
    const { reference } = await store.put('website/form#2026-11-30T16:27:45.081Z', picture);
    const opened = await openLocalEvidence(folder)(reference);
    expect(opened).toEqual({ kind: 'file', bytes: Buffer.from('a picture'), contentType: 'image/jpeg' });
  });

  it.each(['secrets/token.jpg', 'evidence/../secrets/token.jpg', 'evidence'])(
    'opens nothing else: %s',
    async (file) => {
      expect(await openLocalEvidence(folder)(path.join(folder, file))).toBeNull();
      expect(await openLocalEvidence(folder)(`${folder}/${file}`)).toBeNull();
    },
  );
});
