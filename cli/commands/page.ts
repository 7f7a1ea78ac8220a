import path from 'node:path';
import type { Configuration } from '../../shared/model/business.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { exitCodes } from '../exit.ts';
import { openFile } from '../local/open-file.ts';
import { localFolder } from '../local/private-folder.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import { keepAccess } from '../page/keep-access.ts';
import { createLocalPage } from '../page/local-page.ts';
import type { Fetch } from '../page/local-server.ts';
import { readPort } from '../page/port.ts';
import { reportFailure, startPage } from '../page/start-page.ts';
import { openTableAccess, type TableAccess } from '../page/table-access.ts';
import type { Terminal } from '../terminal.ts';

export interface PageOptions {
  readonly config: string;
  readonly folder?: string;
  readonly port?: string;
  /** Shows it in the browser. */
  readonly open?: boolean;
}

/** Serves the live page without watching: what is stored, and what an operator does about it. Until Ctrl-C. */
export async function page(options: PageOptions, terminal: Terminal, interrupted: AbortSignal): Promise<number> {
  const port = readPort(options.port);
  const configuration = readTouchpoints(options.config, terminal);
  const folder = path.resolve(options.folder ?? localFolder);
  const access = await keepAccess(folder, () => openAccess(configuration, folder, terminal, interrupted));
  try {
    const sources = { configuration, folder, onFailure: reportFailure(terminal) };
    const fetchWith =
      (key: string): Fetch =>
      async (request) =>
        createLocalPage({ ...sources, key, ...(await access.now()) })(request);
    const served = await startPage(folder, fetchWith, port, terminal);
    try {
      if (options.open === true) openFile(served.address);
      terminal.print('It shows what is stored; "touchlight watch" keeps measuring. Ctrl-C stops.');
      await aborted(interrupted);
    } finally {
      await served.close();
    }
    await access.idle();
    terminal.printJsonLine({ version: 1, event: 'stopped', at: toInstant(Date.now()) });
    return exitCodes.ok;
  } finally {
    await access.close();
  }
}

/** The board shows what an earlier version has stored, and a configuration that has changed since, with the first look. */
async function openAccess(
  configuration: Configuration,
  folder: string,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<TableAccess> {
  const access = await openTableAccess(configuration, folder, terminal, signal);
  for (const { id } of configuration.touchpoints) await access.show(id);
  return access;
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
