import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { createImportFolders } from '../../cli/local/import-folders.ts';
import { coffeeLabNumber } from '../../examples/social-stubs/calls.ts';
import { type PollDeps, runPoll } from '../../functions/probe-social/run-poll.ts';
import { judge } from '../../shared/evaluation/incidents/judge.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { responseThresholds } from '../../shared/probes/responses/spec.ts';
import { coffeeLabHours } from '../social/support/coffee-lab-hours.ts';
import { type MemoryStore, memoryStore } from '../social/support/memory-store.ts';
import { aCheck } from '../support/a-check.ts';
import { inEnglish } from '../support/said.ts';

const slaMinutes = 240;

export interface PhoneOptions {
  readonly numbers?: readonly string[];
  readonly staff?: readonly string[];
  readonly timeZone?: string;
  readonly columns?: Readonly<Record<string, string>>;
}

function aPhoneCheck({
  numbers = [coffeeLabNumber],
  staff = [],
  timeZone = 'Europe/Kyiv',
  columns = {},
}: PhoneOptions) {
  return aCheck({
    id: 'phone/responses',
    url: null,
    options: {
      platform: 'call-files',
      slaMinutes,
      calendar: coffeeLabHours,
      staff: [...staff],
      phone: { numbers: [...numbers], misdialSeconds: 5, timeZone, folder: null, columns: { ...columns } },
    },
    thresholds: responseThresholds(slaMinutes),
  });
}

/** A phone whose exchange writes CSV into a folder; time stands still until a test moves it. */
export async function aPhoneWithFiles(startsAt: string, options: PhoneOptions = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), 'touchlight-calls-'));
  const own = path.join(folder, 'calls', 'phone');
  await mkdir(own, { recursive: true });
  const store = memoryStore();
  const clock = { now: Date.parse(startsAt) };
  const check = aPhoneCheck(options);
  const deps: PollDeps = {
    evidence: { put: () => Promise.reject(new Error('A poll has no evidence.')) },
    secrets: { read: () => Promise.reject(new Error('Files are read without a secret.')) },
    conversations: store,
    importFolders: createImportFolders(folder),
    now: () => clock.now,
    progress: () => {},
    onFault: (_, error) => expect.fail(String(error)),
    network: 'any',
  };
  return {
    folder: own,
    store,
    check,
    clock,
    /** @param changedAt by default an hour ago, so that nobody is in the middle of writing it */
    async put(name: string, content: string | Uint8Array, changedAt = clock.now - 3_600_000) {
      await writeFile(path.join(own, name), content);
      await utimes(path.join(own, name), changedAt / 1000, changedAt / 1000);
    },
    async poll() {
      const request = { scheduledAt: toInstant(clock.now), confirmation: false, checks: [check] };
      const [result] = await runPoll(request, deps);
      if (result === undefined) throw new Error('A poll yields a result.');
      return { result: inEnglish(result), light: judge(result, check).light };
    },
    standing: () => standingOf(store),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** State, reason and last digits of each conversation, in order of time. */
function standingOf({ conversations }: MemoryStore): string[] {
  return [...conversations.values()]
    .toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
    .map(({ state, reason, author }) => `${author} ${state === reason ? state : `${state}: ${reason}`}`.trim());
}

export interface AsteriskRow {
  readonly src: string;
  readonly dst: string;
  readonly start: string;
  readonly disposition?: string;
  readonly duration?: number;
  readonly billsec?: number;
  readonly clid?: string;
  readonly channel?: string;
  readonly dstchannel?: string;
  readonly lastapp?: string;
  /** Written only with `loguniqueid=yes`. */
  readonly uniqueid?: string;
}

/** A line of Master.csv as cdr_csv.c writes it. */
function asteriskRow(row: AsteriskRow): string {
  const { duration = 25, billsec = 0, disposition = billsec > 0 ? 'ANSWERED' : 'NO ANSWER' } = row;
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const clid = row.clid ?? `"Ann" <${row.src}>`;
  const channel = row.channel ?? 'PJSIP/trunk-00000a1b';
  const dstchannel = row.dstchannel ?? 'PJSIP/101-00000a1c';
  const texts = ['', row.src, row.dst, 'from-trunk', clid, channel, dstchannel, row.lastapp ?? 'Dial', 'PJSIP/101,30'];
  const times = [quoted(row.start), billsec > 0 ? quoted(row.start) : '', quoted(row.start)];
  const id = row.uniqueid === undefined ? [] : [quoted(row.uniqueid)];
  return [...texts.map(quoted), ...times, duration, billsec, quoted(disposition), quoted('DOCUMENTATION'), ...id].join(
    ',',
  );
}

export function asteriskFile(rows: readonly AsteriskRow[]): string {
  return rows.map((row) => `${asteriskRow(row)}\n`).join('');
}
