/**
 * Run as a process of its own, so that its memory is only the poll's: reads the surveys and orders below the first argument, at the
 * time of the second. Prints one line of JSON.
 */
import { createImportFolders } from '../../cli/local/import-folders.ts';
import { runPoll } from '../../functions/probe-social/run-poll.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { memoryStore } from '../social/support/memory-store.ts';
import { aCheck } from '../support/a-check.ts';
import { ownPeakMb } from '../support/own-peak-mb.ts';

const [folder = '', time = ''] = process.argv.slice(2);
const startedAt = performance.now();
const checks = [aCheck({ id: 'survey/survey', url: null }), aCheck({ id: 'orders/orders', url: null })];
const store = memoryStore();
const results = await runPoll(
  { scheduledAt: toInstant(Date.parse(time)), confirmation: false, checks },
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
const [survey, orders] = results.map(({ cause, measurements }) => ({ cause, measurements }));
const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
console.log(JSON.stringify({ survey, orders, puts: store.puts, peakMb: ownPeakMb(), seconds }));
