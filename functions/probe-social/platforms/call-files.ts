import { z } from 'zod';
import type { Statement } from '../../../shared/model/finding.ts';
import { oneLine } from '../../../shared/model/foreign-text.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import type { ImportFile, ImportFiles } from '../../../shared/ports/import-files.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import { ApiFault } from '../api-fault.ts';
import { type FileReading, readCallFile } from '../call-files/read-file.ts';
import type { Call } from '../calls/call.ts';
import type { NumberReader } from '../calls/numbers.ts';
import { type CallSource, pollCalls } from '../calls/poll-calls.ts';
import type { PhoneLine, Platform, Poll } from '../platform.ts';

/**
 * Call records that an exchange, or a person, puts into a folder as CSV: Asterisk's Master.csv, or any file with a header.
 * A poll reads all of them again once one has changed, and no bytes at all before.
 */
export const callFiles: Platform = {
  id: 'call-files',
  budget: 100,
  rereadLimit: Number.MAX_SAFE_INTEGER,
  needsNoSecret: true,
  poll: (poll) => pollCalls(poll, (line, numbers, memory) => openFiles(poll, line, numbers, memory)),
  identify: () => Promise.reject(new ApiFault('setup', sayResponses('responses/no-call-folder', {}))),
};

const memorySchema = z
  .object({ files: z.record(z.string(), z.string()), newestAt: z.number().nullable() })
  .catch({ files: {}, newestAt: null });

/** An exchange that has written nothing for so long writes no more. */
const silentAfterMs = 14 * dayMs;

function openFiles(poll: Poll, line: PhoneLine, numbers: NumberReader, left: unknown): CallSource {
  const { callFiles: files, now } = poll;
  if (files === null) throw new ApiFault('setup', sayResponses('responses/no-call-folder', {}));
  const before = memorySchema.parse(left);
  let memory = before;
  let blindSpots: readonly Statement[] = [];
  return {
    mostMs: Number.MAX_SAFE_INTEGER,
    leastMs: Number.MAX_SAFE_INTEGER,
    async read(_from, _to, take) {
      const listed = (await files.list()) ?? [];
      if (listed.length === 0)
        throw new ApiFault('setup', sayResponses('responses/no-call-files', { where: files.where }));
      const changed = listed.some((file) => before.files[file.name] !== fingerprint(file));
      if (changed) {
        const read = await readAll(files, listed, { line, numbers, now, take });
        blindSpots = read.flatMap(({ file, reading }) => sayUnread(file, reading));
        const settled = read.filter(({ reading }) => !reading.isGrowing && reading.unreadable === 0);
        const times = read.flatMap(({ reading }) => reading.newestAt ?? []);
        const newestAt = times.reduce<number | null>((newest, at) => Math.max(newest ?? at, at), null);
        memory = { files: Object.fromEntries(settled.map(({ file }) => [file.name, fingerprint(file)])), newestAt };
      }
      failIfSilent(memory.newestAt, now, { where: files.where, timeZone: line.timeZone });
      return true;
    },
    blindSpots: () => blindSpots,
    memory: () => memory,
  };
}

function fingerprint({ bytes, changedAt }: ImportFile): string {
  return `${bytes}/${changedAt}`;
}

interface Frame {
  readonly line: PhoneLine;
  readonly numbers: NumberReader;
  readonly now: number;
  readonly take: (call: Call) => void;
}

async function readAll(files: ImportFiles, listed: readonly ImportFile[], frame: Frame) {
  const read: { readonly file: ImportFile; readonly reading: FileReading }[] = [];
  for (const file of listed) {
    const reading = await readCallFile(files, file, frame);
    const { records, unreadable, firstFault } = reading;
    if (firstFault !== null && unreadable === records) {
      const { row, field } = firstFault;
      throw new ApiFault(
        'wrong-answer',
        sayResponses('responses/no-row-read', { file: oneLine(file.name), row, field }),
      );
    }
    read.push({ file, reading });
  }
  return read;
}

function sayUnread({ name }: ImportFile, { unreadable, firstFault }: FileReading): Statement[] {
  if (firstFault === null) return [];
  return [sayResponses('responses/rows-unread', { file: oneLine(name), rows: unreadable, ...firstFault })];
}

/** Nobody calls, or nobody writes it down: from here both look alike, so nothing is claimed. */
function failIfSilent(newestAt: number | null, now: number, place: { where: string; timeZone: string }): void {
  if (newestAt !== null && now - newestAt < silentAfterMs) return;
  const says = sayResponses('responses/old-records', {
    ...place,
    newestAt: newestAt === null ? null : toInstant(newestAt),
  });
  throw new ApiFault('setup', says);
}
