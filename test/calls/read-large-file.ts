/**
 * Run as a process of its own, so that its memory is only the poll's: polls a phone whose folder is the first argument, at the
 * time of the second. Prints one line of JSON.
 */
import { createImportFolders } from '../../cli/local/import-folders.ts';
import { runPoll } from '../../functions/probe-social/run-poll.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { memoryStore } from '../social/support/memory-store.ts';
import { aCheck } from '../support/a-check.ts';
import { ownPeakMb } from '../support/own-peak-mb.ts';

const [folder = '', time = ''] = process.argv.slice(2);
const phone = { numbers: ['+380441234567'], misdialSeconds: 5, timeZone: 'Europe/Kyiv', folder: null, columns: {} };
const options = { platform: 'call-files', phone } satisfies Check['options'];
const store = memoryStore();
const startedAt = performance.now();
const [result] = await runPoll(
  {
    scheduledAt: toInstant(Date.parse(time)),
    confirmation: false,
    checks: [aCheck({ id: 'phone/responses', url: null, options })],
  },
  {
    secrets: { read: () => Promise.reject(new Error('Files are read without a secret.')) },
    conversations: store,
    importFolders: createImportFolders(folder),
    evidence: { put: () => Promise.reject(new Error('A poll has no evidence.')) },
    now: () => Date.parse(time),
    progress: (what) => console.error(what),
    onFault: (_, error) => console.error(error),
    network: 'any',
  },
);
const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
console.log(
  JSON.stringify({
    cause: result?.cause,
    unanswered: result?.measurements['unanswered'],
    kept: store.conversations.size,
    peakMb: ownPeakMb(),
    seconds,
  }),
);
