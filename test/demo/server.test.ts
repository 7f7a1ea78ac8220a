import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { createDemoBusiness } from '../../examples/demo-business/server.ts';
import { serve } from '../support/serve.ts';

const program = fileURLToPath(new URL('../../examples/demo-business/server.ts', import.meta.url));
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

it('prints one line with both addresses and ends with 0 on SIGTERM', async () => {
  const { child, url, control } = await start(['--fault', 'wrong-phone']);
  expect(await (await fetch(url)).text()).toContain('+380 44 765 43 21');
  expect((await fetch(new URL('/faults', control))).status).toBe(200);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  await expect(fetch(url)).rejects.toThrow('fetch failed');
});

it('ends by itself when its parent lets go of stdin', async () => {
  const { child } = await start(['--end-with-parent']);
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});

it('ends by itself when its parent is killed, whatever its stdin is', async () => {
  // The parent starts the server without a pipe, tells its process id and is killed.
  const source = `const child = require('node:child_process').spawn(process.execPath, [${JSON.stringify(program)}, '--end-with-parent'], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.once('data', (line) => console.log(line.toString()));
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.push(parent);
  const { url } = await addresses(parent.stdout);
  expect((await fetch(url)).status).toBe(200);
  parent.kill('SIGKILL');
  await expect
    .poll(
      () =>
        fetch(url).then(
          () => 'up',
          () => 'gone',
        ),
      { timeout: 5_000 },
    )
    .toBe('gone');
});

it('hands on what its form receives, unless its mail is lost: the visitor is thanked all the same', async () => {
  const delivered: unknown[] = [];
  const mailbox = await serve({
    '/mail': (request, response) => {
      void text(request).then((body) => {
        delivered.push(JSON.parse(body));
        response.writeHead(204).end();
      });
    },
  });
  try {
    const { url, control } = await start(['--deliver-to', new URL('/mail', mailbox.url).href]);
    const write = async (message: string): Promise<string> => {
      const body = new URLSearchParams({ name: 'Ivan', email: 'ivan@example.com', message, consent: 'yes' });
      return (await fetch(new URL('/contact', url), { method: 'POST', body })).text();
    };
    expect(await write('Are you open?')).toContain('Thank you, Ivan.');
    await fetch(new URL('/faults/form-mail-lost', control), { method: 'PUT' });
    expect(await write('Nobody reads this.')).toContain('Thank you, Ivan.');
    expect(delivered).toEqual([expect.objectContaining({ email: 'ivan@example.com', message: 'Are you open?' })]);
  } finally {
    await mailbox.close();
  }
});

it('says in a sentence which port is taken, and exits with 2', async () => {
  const demo = await createDemoBusiness();
  try {
    const port = new URL(demo.url).port;
    expect(await fail(['--port', port])).toEqual({
      code: 2,
      sentence: `Port ${port} on 127.0.0.1 is already in use. Choose another one, or 0 for any free port.\n`,
    });
  } finally {
    await demo.close();
  }
});

it.each([
  [['--fault', 'donw'], 'There is no fault "donw". Choose one of: down, '],
  [['--port', '99999'], '--port wants a port from 0 (any free one) to 65535, not "99999".'],
  [['--prot', '1'], "Unknown option '--prot'"],
])('exits with 2 on %j', async (args, sentence) => {
  expect(await fail(args)).toEqual({ code: 2, sentence: expect.stringContaining(sentence) });
});

async function start(args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  started.push(child);
  return { child, ...(await addresses(child.stdout)) };
}

async function addresses(output: NodeJS.ReadableStream): Promise<{ url: string; control: string }> {
  const [line] = await once(output, 'data');
  const { url, control } = JSON.parse(String(line));
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(control).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  return { url, control };
}

async function fail(args: string[]): Promise<{ code: unknown; sentence: string }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  started.push(child);
  const [sentence, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return { code, sentence };
}
