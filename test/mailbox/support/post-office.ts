import { once } from 'node:events';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { password } from './mail-account.ts';

export interface DeliveredMail {
  readonly envelopeFrom: string;
  readonly to: string;
  readonly raw: Buffer;
  readonly mail: Email;
}

type Fate = 'takes' | 'refuses login' | 'refuses sender' | 'breaks off after the mail';

/** The mail server of both sides: it takes mail by real SMTP and delivers it to its recipient. */
export interface PostOffice {
  readonly port: number;
  /** What it does with the mails to come. */
  fate: Fate;
  /** Mail by somebody who needs no login: the business, its programs, strangers. */
  send(mail: SendMailOptions): Promise<void>;
  close(): Promise<void>;
}

/** @param deliver gets each mail that was taken, also one whose sender was cut off before hearing so */
export async function aPostOffice(deliver: (mail: DeliveredMail) => Promise<void>): Promise<PostOffice> {
  const office: { fate: Fate } = { fate: 'takes' };
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth({ password: given }, _, done) {
      const isRight = given === password && office.fate !== 'refuses login';
      done(isRight ? null : new Error('Invalid login'), isRight ? { user: 'shopper' } : undefined);
    },
    onMailFrom(_, session, done) {
      const isRefused = office.fate === 'refuses sender' && session.user !== undefined;
      done(isRefused ? Object.assign(new Error('Try again later'), { responseCode: 451 }) : null);
    },
    onData(stream, session, done) {
      take(stream, session, deliver).then(() => {
        if (office.fate === 'breaks off after the mail' && session.user !== undefined) breakOff(server);
        else done();
      }, done);
    },
  });
  server.on('error', () => {}); // a connection that a story cuts
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, secure: false });
  return Object.assign(office, {
    port,
    async send(mail: SendMailOptions) {
      await transport.sendMail(mail);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  });
}

function breakOff(server: SMTPServer): void {
  for (const connection of server.connections) {
    if ('_socket' in connection) (connection._socket as { destroy(): void }).destroy();
  }
}

async function take(
  stream: AsyncIterable<unknown>,
  { envelope }: SMTPServerSession,
  deliver: (mail: DeliveredMail) => Promise<void>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  const raw = Buffer.concat(chunks);
  const envelopeFrom = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  for (const { address } of envelope.rcptTo)
    await deliver({ envelopeFrom, to: address, raw, mail: await PostalMime.parse(raw) });
}
