import { SMTPServer } from 'smtp-server';

export interface Mailbox {
  readonly port: number;
  /** Whole messages, headers included, oldest first. */
  readonly mails: readonly string[];
  close(): Promise<void>;
}

/** A real SMTP server on loopback that takes everything. */
export async function aMailbox(): Promise<Mailbox> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, accepted) {
      let mail = '';
      stream.on('data', (chunk: Buffer) => (mail += chunk.toString()));
      stream.on('end', () => {
        mails.push(mail);
        accepted();
      });
    },
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The mailbox has no port.');
  return { port: address.port, mails, close: () => new Promise((done) => server.close(done)) };
}
