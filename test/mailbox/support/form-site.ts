import { once } from 'node:events';
import type http from 'node:http';
import nodemailer from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { serve } from '../../support/serve.ts';

export interface FormSite {
  readonly url: string;
  /** What its server has handed over to the mail server of the business. */
  readonly mails: readonly Buffer[];
  /** Every message is thanked for; mails nobody when false. */
  sendsMail: boolean;
  /** Whether the visitor stands in Reply-To, or only in the text. */
  namesVisitor: boolean;
  close(): Promise<void>;
}

const page = `<!doctype html><html lang="en"><title>Coffee Lab</title><h1>Write to us</h1>
<form method="post" action="/send">
<label>Your name <input name="name" required></label>
<label>Email <input name="email" type="email" required></label>
<label>Message <textarea name="message" required></textarea></label>
<button>Send message</button>
</form></html>`;

/** A small site whose form is handled by a server that mails what it gets, over SMTP, to the business. */
export async function aFormSite(receive: (mail: Buffer) => Promise<void>): Promise<FormSite> {
  const post = await aPost(receive);
  const handle = async (request: http.IncomingMessage): Promise<void> => {
    const fields = new URLSearchParams(String(await read(request)));
    const [name, email = '', message] = ['name', 'email', 'message'].map((key) => fields.get(key) ?? '');
    const text = `Ім’я: ${name}\nПошта: ${email}\nПовідомлення:\n${message}\n`;
    if (site.sendsMail) await post.send(text, site.namesVisitor ? email : null);
  };
  const server = await serve({
    '/': page,
    '/send': (request, response) => {
      handle(request).then(
        () => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Thank you for your message!</h1>'),
        () => response.writeHead(500).end(),
      );
    },
  });
  const site: FormSite = {
    url: server.url,
    mails: post.mails,
    sendsMail: true,
    namesVisitor: true,
    async close() {
      await server.close();
      await post.close();
    },
  };
  return site;
}

/** The mail server that the site hands its mails to. */
async function aPost(receive: (mail: Buffer) => Promise<void>) {
  const mails: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      read(stream)
        .then((mail) => {
          mails.push(mail);
          return receive(mail);
        })
        .then(() => done(), done);
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, secure: false });
  return {
    mails,
    async send(text: string, replyTo: string | null): Promise<void> {
      await transport.sendMail({
        from: 'Coffee Lab <wordpress@coffeelab.example>',
        to: 'info@coffeelab.example',
        ...(replyTo !== null && { replyTo }),
        subject: 'Повідомлення з сайту',
        text,
        textEncoding: 'base64',
      });
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
      }),
  };
}

async function read(stream: AsyncIterable<unknown>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}
