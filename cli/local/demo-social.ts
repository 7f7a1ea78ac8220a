import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { privateFileMode, privateFolderMode } from './private-folder.ts';

const pagesSchema = z.object({
  facebook: z.url(),
  youtube: z.url(),
  reviews: z.url(),
  crux: z.url(),
  mailServer: z.string(),
  shopperServer: z.string(),
  calls: z.string(),
  survey: z.string(),
  orders: z.string(),
  control: z.url(),
  secrets: z.record(z.string(), z.string()),
});

/** The demo business's social pages, mailbox and phone, played by stubs in a process of their own. */
export interface DemoSocial {
  /** touchpoints.yaml with the addresses of the stubs. */
  fillIn(touchpoints: string): string;
  /** Takes what the form received into the mailbox. */
  readonly mailUrl: string;
  /** Somebody at the business answers in Facebook's own app. */
  answerOnFacebook(): Promise<void>;
  close(): Promise<void>;
}

/** @param folder the demo's own; the stubs' tokens and files are put where a laptop's secrets, call records and exports lie */
export async function startDemoSocial(folder: string): Promise<DemoSocial> {
  const script = fileURLToPath(new URL('../../examples/social-stubs/server.ts', import.meta.url));
  const server = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const pages = pagesSchema.parse(JSON.parse(await firstLine(createInterface({ input: server.stdout }))));
  await mkdir(path.join(folder, 'secrets'), { recursive: true, mode: privateFolderMode });
  for (const [name, secret] of Object.entries(pages.secrets)) {
    await writeFile(path.join(folder, 'secrets', name), secret, { mode: privateFileMode });
  }
  await putFile(path.join(folder, 'calls', 'phone'), 'calls.csv', pages.calls);
  await putFile(path.join(folder, 'surveys', 'survey'), 'answers.csv', pages.survey);
  await putFile(path.join(folder, 'orders', 'orders'), 'orders.csv', pages.orders);
  return {
    fillIn: (touchpoints) =>
      touchpoints
        .replace('http://127.0.0.1:8081/', pages.facebook)
        .replace('http://127.0.0.1:8082/', pages.youtube)
        .replace('http://127.0.0.1:8083/', pages.reviews)
        .replace('127.0.0.1:8084', pages.mailServer)
        .replace('http://127.0.0.1:8085/', pages.crux)
        .replaceAll('127.0.0.1:8086', pages.shopperServer),
    mailUrl: new URL('/mail', pages.control).href,
    async answerOnFacebook() {
      const response = await fetch(new URL('/answer', pages.control), { method: 'POST' });
      if (!response.ok) throw new Error(`The demo's Facebook page took no answer: HTTP ${response.status}.`);
    },
    async close() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const exited = once(server, 'exit');
      server.kill('SIGTERM');
      await exited;
    },
  };
}

async function putFile(folder: string, name: string, content: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: privateFolderMode });
  await writeFile(path.join(folder, name), content, { mode: privateFileMode });
}

async function firstLine(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) return line;
  throw new Error('The social pages of the demo business did not start.');
}
