import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { createImportFolders } from '../../cli/local/import-folders.ts';
import { type PollDeps, runPoll } from '../../functions/probe-social/run-poll.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import type { Check } from '../../shared/model/check.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { dayMs } from '../../shared/model/time-spans.ts';
import { orders } from '../../shared/probes/orders/spec.ts';
import { survey } from '../../shared/probes/survey/spec.ts';
import { type MemoryStore, memoryStore } from '../social/support/memory-store.ts';
import { aCheck } from '../support/a-check.ts';
import { inEnglish } from '../support/said.ts';

/** When the tests' polls run: Monday noon in Kyiv. */
export const noon = '2026-11-16T10:00:00.000Z';

type Content = string | Uint8Array;

interface Reading {
  readonly files: Readonly<Record<string, Content | { readonly content: Content; readonly changedAt: number }>>;
  readonly options?: Readonly<Record<string, Check['options'][string]>>;
  readonly now?: string;
  /** What the polls before have kept. */
  readonly store?: MemoryStore;
}

const kinds = {
  surveys: { id: 'survey/survey', probe: survey },
  orders: { id: 'orders/orders', probe: orders },
} as const;

/** What one poll makes of a folder: files changed an hour ago, one after the other, unless a test says otherwise. */
export async function read(
  kind: keyof typeof kinds,
  { files, options = {}, now = noon, store = memoryStore() }: Reading,
) {
  const folder = await mkdtemp(path.join(tmpdir(), `touchlight-${kind}-`));
  const { id, probe } = kinds[kind];
  const own = path.join(folder, kind, probe.id);
  await mkdir(own, { recursive: true });
  const at = Date.parse(now);
  for (const [index, [name, file]] of Object.entries(files).entries()) {
    const isPlain = typeof file === 'string' || file instanceof Uint8Array;
    const changedAt = isPlain ? at - 3_600_000 + index * 1000 : file.changedAt;
    await writeFile(path.join(own, name), isPlain ? file : file.content);
    await utimes(path.join(own, name), changedAt / 1000, changedAt / 1000);
  }
  const check = aCheck({
    id,
    url: null,
    options: { ...(probe.options.parse({ timeZone: 'Europe/Kyiv', ...options }) as Check['options']) },
  });
  const deps: PollDeps = {
    evidence: { put: () => Promise.reject(new Error('A poll has no evidence.')) },
    secrets: { read: () => Promise.reject(new Error('Files are read without a secret.')) },
    conversations: store,
    importFolders: createImportFolders(folder),
    now: () => at,
    progress: () => {},
    onFault: (_, error) => expect.fail(String(error)),
    network: 'any',
  };
  const [result] = await runPoll({ scheduledAt: toInstant(at), confirmation: false, checks: [check] }, deps);
  await rm(folder, { recursive: true });
  if (result === undefined) throw new Error('A poll yields a result.');
  return { ...inEnglish(result), light: judge(result, check).light, store, raw: result };
}

/** So many days before the poll, at an hour of its own: `2026-11-06 10:05:00` in UTC. */
export function daysAgo(days: number, minute = 0): string {
  return new Date(Date.parse(noon) - days * dayMs + minute * 60_000).toISOString().slice(0, 19).replace('T', ' ');
}
