import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** An empty folder of a person who has nothing but one Node: a home, a cache and a temporary folder of their own. */
export interface Folder {
  readonly path: string;
  start(command: string, ...args: string[]): { readonly process: ChildProcess; readonly ended: Promise<Ended> };
  /** @throws Error with all that was printed when it does not exit with 0, or with a code that is expected */
  call(command: string, args: readonly string[], expected?: readonly number[]): Promise<string>;
  /** The same folder with more in its environment. */
  withEnvironment(more: Readonly<Record<string, string>>): Folder;
}

/** Without this repository's own commands, its Node among them. */
const othersPath = (process.env['PATH'] ?? '').split(path.delimiter).filter((each) => !each.includes('node_modules'));

/** @param node the folder with its `node` */
export async function anEmptyFolder(place: string, node: string, registry: string): Promise<Folder> {
  const folder = path.join(place, 'project');
  const [home, temporary] = [path.join(place, 'home'), path.join(place, 'tmp')];
  await Promise.all([folder, home, temporary].map((each) => mkdir(each, { recursive: true })));
  const env = {
    // How this machine reaches a registry: proxies, certificates.
    ...Object.fromEntries(
      Object.entries(process.env).filter(([name]) => /proxy|_ca|certs|^ssl|^npm_config_/i.test(name)),
    ),
    PATH: [node, ...othersPath].filter(Boolean).join(path.delimiter),
    HOME: home,
    TMPDIR: temporary,
    NO_COLOR: '1',
    npm_config_cache: path.join(home, '.npm'),
    npm_config_registry: registry,
    npm_config_update_notifier: 'false',
    CI: '1',
  };
  return aFolder(folder, env);
}

function aFolder(folder: string, env: NodeJS.ProcessEnv): Folder {
  const start: Folder['start'] = (command, ...args) => {
    const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    return { process: child, ended: once(child, 'close').then(([code]) => ({ code, output })) };
  };
  return {
    path: folder,
    start,
    withEnvironment: (more) => aFolder(folder, { ...env, ...more }),
    async call(command, args, expected = [0]) {
      const { code, output } = await start(command, ...args).ended;
      if (code !== null && expected.includes(code)) return output;
      throw new Error(`${command} ${args.join(' ')} exited with ${code}:\n${output}`);
    },
  };
}
