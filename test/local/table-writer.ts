/**
 * A process of its own that works on an embedded table until it is ended, for tests that kill it, starve it or lock it out.
 * Usage: node table-writer.ts <folder> <round> [--as-nobody]. Prints `opened`, then one line per acknowledged write.
 */
import { writeSync } from 'node:fs';
import { StorageError } from '../../cli/local/storage-error.ts';
import { openEmbeddedTable } from '../../cli/local/table/embedded-table.ts';
import { runId } from '../../shared/model/check-id.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { aResult } from '../support/a-result.ts';
import { aStatus } from '../support/a-status.ts';

const [folder = '', round = '0', asNobody] = process.argv.slice(2);
if (asNobody === '--as-nobody' && process.getuid?.() === 0) process.seteuid?.(65_534);

// Synchronously, so that what was acknowledged is known even when the next instant kills the process.
const say = (line: string) => writeSync(1, `${line}\n`);
const checkId = `round-${round}/form`;
const touchpointId = `round-${round}`;

try {
  const { stores } = await openEmbeddedTable(folder);
  say('opened');
  for (let minute = 0, previousRunAt: string | null = null; ; minute++) {
    const scheduledAt = toInstant(Date.parse('2026-11-23T00:00:00Z') + minute * 60_000);
    await stores.results.put(aResult({ checkId, scheduledAt, details: { text: 'x'.repeat(500) } }));
    say(`stored ${runId(checkId, scheduledAt)}`);
    await stores.statuses.save(aStatus({ touchpointId, checkId, lastRunAt: scheduledAt }), previousRunAt);
    say(`moved ${scheduledAt}`);
    previousRunAt = scheduledAt;
  }
} catch (error) {
  if (!(error instanceof StorageError)) throw error;
  say(`failed ${error.fault} ${error.message}`);
  process.exitCode = error.exitCode;
}
