import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const addressesSchema = z.object({ url: z.url(), control: z.url() });

/** The demo business, running as a process of its own, as a real site would. */
export interface DemoBusiness {
  readonly url: string;
  breakDown(fault: string): Promise<void>;
  repair(fault: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param deliverTo takes what its form receives
 * @throws Error with the server's own sentence when it does not start
 */
export async function startDemoBusiness(deliverTo?: string): Promise<DemoBusiness> {
  const script = fileURLToPath(new URL('../../examples/demo-business/server.ts', import.meta.url));
  const delivery = deliverTo === undefined ? [] : ['--deliver-to', deliverTo];
  const server = spawn(process.execPath, [script, ...delivery, '--end-with-parent'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const { url, control } = addressesSchema.parse(JSON.parse(await firstLine(server)));
  const switchFault = async (method: string, fault: string): Promise<void> => {
    const response = await fetch(new URL(`/faults/${fault}`, control), { method });
    if (!response.ok) throw new Error(`The demo business did not switch its fault ${fault}: ${await response.text()}`);
  };
  return {
    url,
    breakDown: (fault) => switchFault('PUT', fault),
    repair: (fault) => switchFault('DELETE', fault),
    async close() {
      if (server.exitCode !== null || server.signalCode !== null) return;
      const exited = once(server, 'exit');
      server.kill('SIGTERM');
      await exited;
    },
  };
}

async function firstLine(server: ChildProcess): Promise<string> {
  if (server.stdout === null || server.stderr === null) throw new Error('The demo business has no output.');
  let complaint = '';
  server.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  for await (const line of createInterface({ input: server.stdout })) return line;
  throw new Error(`The demo business did not start: ${complaint.trim()}`);
}
