import { Readable } from 'node:stream';
import type { Transporter, TransportOptions } from 'nodemailer';

/**
 * Notices when a mail server begins to take a mail's bytes. A connection that ends before is no mail; one that ends after it, without
 * a word of the server, may be one. The library gives both the same error.
 * @returns whether the bytes of the mail with this Message-ID, as it was given to the library, have begun to leave
 */
export function watchHandover<T, D extends TransportOptions>(
  transport: Transporter<T, D>,
): (messageId: string) => boolean {
  const begun = new Set<unknown>();
  async function* noticed(bytes: AsyncIterable<Uint8Array | string>, id: unknown): AsyncGenerator<Uint8Array | string> {
    // Nobody reads before the server has said that it takes the mail.
    begun.add(id);
    yield* bytes;
  }
  transport.use('stream', ({ message, data }, done) => {
    message?.processFunc((input) => Readable.from(noticed(input, data.messageId), { objectMode: false }));
    done();
  });
  return (messageId) => begun.has(messageId);
}
