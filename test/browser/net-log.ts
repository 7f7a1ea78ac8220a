import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { defaultBrowserFolder, unpackBrowser } from '../../shared/browser/unpack.ts';

/** Whom a browser's own network stack has talked to. */
export interface Contacted {
  /** Every address that it tried to connect to over TCP. */
  readonly connected: readonly string[];
  /** Every address that it sent a packet to over UDP. */
  readonly packetsTo: readonly string[];
  /** How many names it looked up by itself, from a name server or the system. */
  readonly lookups: number;
}

export interface NetLog {
  read(): Promise<Contacted>;
  /** From now on browsers are launched as usual. */
  stop(): Promise<void>;
}

/** Has the next browser write down what its network stack does (Chromium's `--log-net-log`). */
export async function startNetLog(): Promise<NetLog> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'net-log-'));
  const [log, program] = [path.join(folder, 'log.json'), path.join(folder, 'browser')];
  const { executablePath, env } = await unpackBrowser(defaultBrowserFolder());
  const exports = Object.entries(env).map(([name, value]) => `export ${name}='${value}'`);
  const start = `exec '${executablePath}' '--log-net-log=${log}' "$@"`;
  await writeFile(program, ['#!/bin/sh', ...exports, start, ''].join('\n'), { mode: 0o755 });
  const before = process.env['TOUCHLIGHT_BROWSER'];
  process.env['TOUCHLIGHT_BROWSER'] = program;
  return {
    read: async () => contactedIn(await readFile(log, 'utf8')),
    async stop() {
      if (before === undefined) delete process.env['TOUCHLIGHT_BROWSER'];
      else process.env['TOUCHLIGHT_BROWSER'] = before;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface NetLogFile {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: { readonly address?: string } }[];
}

/** Names of events: net/log/net_log_event_type_list.h. */
function contactedIn(text: string): Contacted {
  const { constants, events } = JSON.parse(text) as NetLogFile;
  const all = (name: string) => {
    const type = constants.logEventTypes[name];
    if (type === undefined) throw new Error(`This Chromium has no event ${name} in its log.`);
    return events.filter((event) => event.type === type);
  };
  const addresses = (name: string) => [...new Set(all(name).flatMap(({ params }) => params?.address ?? []))];
  return {
    connected: addresses('TCP_CONNECT_ATTEMPT'),
    packetsTo: addresses('UDP_BYTES_SENT'),
    lookups: all('HOST_RESOLVER_SYSTEM_TASK').length + all('HOST_RESOLVER_DNS_TASK').length,
  };
}
