import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLocalSecrets } from '../../cli/local/secrets.ts';
import { wordStatement } from '../../shared/i18n/wording.ts';
import { SecretFault } from '../../shared/model/secret-fault.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'touchlight-secrets-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function refusal(name: string): Promise<string> {
  const error: unknown = await createLocalSecrets(folder, {})
    .read(name)
    .catch((thrown: unknown) => thrown);
  return error instanceof SecretFault ? wordStatement(error.says, 'en') : String(error);
}

it('reads a file without the line break at its end', async () => {
  await writeFile(path.join(folder, 'mail'), 'app password\n');
  expect(await createLocalSecrets(folder, {}).read('mail')).toBe('app password');
});

it('calls only a file missing that is missing', async () => {
  expect(await refusal('mail')).toContain('There is no secret "mail" on this machine');
  await writeFile(path.join(folder, 'mail'), ' \n');
  expect(await refusal('mail')).toMatch(/^The secret "mail" is empty; write it to the file \S*mail\.$/);
  await mkdir(path.join(folder, 'folder'));
  expect(await refusal('folder')).toContain('The secret could not be read: "EISDIR');
});
