import { randomUUID } from 'node:crypto';
import { constants, copyFile, link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CheckId } from '../../shared/model/check-id.ts';
import { storedSubmission } from '../../shared/model/stored-shapes.ts';
import type { SubmissionLog } from '../../shared/ports/submission-log.ts';
import { fileNameOfCheck, fileNameOfInstant } from './file-names.ts';
import { privateFileMode, privateFolderMode } from './private-folder.ts';
import { failToWrite } from './storage-error.ts';
import { writeFileAtomically } from './write-file.ts';

const what = 'The list of what was sent';
const suffix = '.json';

/** What was sent as files: `<folder>/<check>/<scheduledAt>.json`. */
export function createSubmissionFolder(folder: string): SubmissionLog {
  const folderOf = (checkId: CheckId): string => join(folder, fileNameOfCheck(checkId));
  const pathOf = (checkId: CheckId, scheduledAt: string): string =>
    join(folderOf(checkId), `${fileNameOfInstant(scheduledAt)}${suffix}`);
  return {
    async claim(submission) {
      const path = pathOf(submission.checkId, submission.scheduledAt);
      return (await writeNew(path, JSON.stringify(submission))) ? 'claimed' : 'taken';
    },
    async complete(submission) {
      await writeFileAtomically(what, pathOf(submission.checkId, submission.scheduledAt), JSON.stringify(submission));
    },
    async load(checkId, scheduledAt) {
      return storedSubmission.parse(JSON.parse(await readFile(pathOf(checkId, scheduledAt), 'utf8')));
    },
    async runsSince(checkId, from) {
      const names = await readdir(folderOf(checkId)).catch(noneYet);
      const first = fileNameOfInstant(from);
      return names
        .filter((name) => name.endsWith(suffix) && !name.startsWith('.'))
        .map((name) => name.slice(0, -suffix.length))
        .filter((instant) => instant >= first)
        .toSorted()
        .map((instant) => instant.replace(/T(\d\d)-(\d\d)-/, 'T$1:$2:'));
    },
  };
}

/** As a whole or not at all, and only where nothing is yet: of several processes one alone succeeds. False for the others. */
async function writeNew(path: string, content: string): Promise<boolean> {
  const unfinished = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await mkdir(dirname(path), { recursive: true, mode: privateFolderMode });
    await writeFile(unfinished, content, { mode: privateFileMode });
    // Not every file system knows links; a copy that must be new is the next best.
    await link(unfinished, path).catch((error: unknown) => {
      if (hasCode(error, 'EEXIST')) throw error;
      return copyFile(unfinished, path, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    return failToWrite(what, path, error);
  } finally {
    await rm(unfinished, { force: true });
  }
}

function noneYet(error: unknown): string[] {
  if (hasCode(error, 'ENOENT')) return [];
  throw error;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
