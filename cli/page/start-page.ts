import type { Terminal } from '../terminal.ts';
import { addressOf } from './local-page.ts';
import { type Fetch, type LocalServer, serveLocally } from './local-server.ts';
import { pageKeyOf } from './page-key.ts';

export interface ServedPage extends Pick<LocalServer, 'close'> {
  readonly address: string;
  /** For alerts: opens this path of the page, such as an incident's. */
  readonly linkTo: (path: string) => string;
}

/**
 * Serves the page and says where it is.
 * @param fetchWith what answers, given the folder's key
 * @param port null for the usual one, or the next that is free
 */
export async function startPage(
  folder: string,
  fetchWith: (key: string) => Fetch,
  port: number | null,
  terminal: Terminal,
): Promise<ServedPage> {
  const key = await pageKeyOf(folder);
  const server = await serveLocally(fetchWith(key), port);
  const address = addressOf(server.origin, key);
  terminal.printJsonLine({ version: 1, event: 'page', url: address });
  terminal.print(`The live page, on this machine only: ${address}`);
  return { address, close: server.close, linkTo: (path) => addressOf(server.origin, key, path) };
}

/** For a person at the terminal: the page itself says only that it did not work. */
export function reportFailure(terminal: Terminal): (error: unknown) => void {
  return (error) => terminal.warn(`The live page: ${error instanceof Error ? error.message : String(error)}`);
}
