import type { Check } from '../../../shared/model/check.ts';
import { startMailServer, type TestMailServer } from './mail-server.ts';
import { type WatchedMailbox, watchMailbox } from './watch-mailbox.ts';

export interface ServedMailbox {
  readonly server: TestMailServer;
  readonly mailbox: WatchedMailbox;
  close(): Promise<void>;
}

/** A mailbox on a server of its own. */
export async function aMailbox(startsAt: string, options: Partial<Check['options']> = {}): Promise<ServedMailbox> {
  const server = await startMailServer();
  const mailbox = await watchMailbox(server.port, startsAt, options);
  return {
    server,
    mailbox,
    async close() {
      await mailbox.wire.close();
      await server.stop();
    },
  };
}
