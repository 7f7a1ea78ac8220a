import { once } from 'node:events';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { createSmtpMailer } from '../../cli/local/smtp-mailer.ts';
import { MailRefusedError } from '../../shared/ports/mailer.ts';

const mail = {
  fromName: 'Touchlight',
  from: 'touchlight@coffeelab.example',
  to: 'owner@coffeelab.example',
  subject: 'A week',
  text: 'All green.',
  html: '<p>All green.</p>',
  messageId: '<2026-W47@coffeelab.example>',
};

describe('a mail by SMTP', () => {
  let server: SMTPServer;
  afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

  const sendTo = async (options: SMTPServerOptions): Promise<unknown> => {
    server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], ...options });
    server.on('error', () => {}); // a connection that the story cuts
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const address = listening.address();
    const mailer = createSmtpMailer(`smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    return mailer.send(mail).then(
      () => 'sent',
      (error: unknown) => error,
    );
  };
  const cut = (): void => {
    for (const connection of server.connections) if ('_socket' in connection) destroy(connection._socket);
  };

  it('is certainly not sent when the connection ends before the server takes it', async () => {
    expect(await sendTo({ onMailFrom: cut })).toBeInstanceOf(MailRefusedError);
    expect(await sendTo({ onRcptTo: cut })).toBeInstanceOf(MailRefusedError);
  });

  it('may have been sent when the connection ends after the server has taken it', async () => {
    const failure = await sendTo({ onData: (stream) => stream.resume().on('end', cut) });
    expect(failure).toBeInstanceOf(Error);
    expect(failure).not.toBeInstanceOf(MailRefusedError);
  });

  it('is certainly not sent when the server has read it and refuses it', async () => {
    const refusal = await sendTo({
      onData: (stream, _, done) => stream.resume().on('end', () => done(new Error('No such mail here'))),
    });
    expect(refusal).toBeInstanceOf(MailRefusedError);
  });
});

function destroy(socket: unknown): void {
  if (typeof socket === 'object' && socket !== null && 'destroy' in socket && typeof socket.destroy === 'function')
    socket.destroy();
}
