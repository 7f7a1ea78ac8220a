import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The AWS emulator, a Python package. It needs no Docker and runs our functions as Node processes. */
const version = '1.5.33';

export const repository = fileURLToPath(new URL('../../..', import.meta.url));
const cache = path.join(repository, '.cache');
/** Everything this run leaves on disk; its end removes it. */
export const runFolder = path.join(cache, `aws-run-${process.pid}`);

/** The functions' code as CDK packs it; the end of all stories removes it. */
export const packedAssets = path.join(cache, 'aws-packed-assets');

export interface MiniStack {
  readonly endpoint: string;
  /** Of the endpoint's TLS, to be trusted by clients. */
  readonly certificate: string;
  /** For the CDK and for SDK clients. */
  readonly env: Readonly<Record<string, string>>;
  log(): string;
  stop(): Promise<void>;
}

export interface MiniStackOptions {
  /** Where SES's mail goes. */
  readonly smtpPort: number;
  /** Before a failed asynchronous invocation is tried again; doubled for each further attempt. AWS waits for a minute. */
  readonly retryAfterSeconds?: number;
  /** What it leaves on disk; its end removes it. Only who starts several names one for each. */
  readonly folder?: string;
}

/** The emulator takes any credentials. */
const awsVariables = {
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
};

export async function startMiniStack(options: MiniStackOptions): Promise<MiniStack> {
  const { smtpPort, retryAfterSeconds = 1, folder = runFolder } = options;
  const python = installMiniStack();
  sweep();
  const tmp = path.join(folder, 'tmp');
  mkdirSync(tmp, { recursive: true });
  // MiniStack's own Node script is CommonJS; below our package.json it would be taken for an ES module.
  writeFileSync(path.join(tmp, 'package.json'), '{}');
  const port = await freePort();
  const logFile = path.join(folder, 'ministack.log');
  const log = openSync(logFile, 'w');
  const child = launch(python, { folder, tmp, port, log, smtpPort, retryAfterSeconds });
  const endpoint = `https://localhost:${port}`;
  const certificate = path.join(tmp, 'ministack-tls', 'server.crt');
  const stop = async (): Promise<void> => {
    await end(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answering(port);
  } catch (error) {
    const said = readFileSync(logFile, 'utf8').slice(-2000);
    await stop();
    throw new Error(`MiniStack did not start: ${String(error)}\n${said}`);
  }
  const env = { ...awsVariables, AWS_ENDPOINT_URL: endpoint, AWS_CA_BUNDLE: certificate };
  return {
    endpoint,
    env,
    certificate: readFileSync(certificate, 'utf8'),
    log: () => readFileSync(logFile, 'utf8'),
    stop,
  };
}

interface Launch extends Required<MiniStackOptions> {
  readonly tmp: string;
  readonly port: number;
  /** The file to which its output goes. */
  readonly log: number;
}

function launch(python: string, { folder, tmp, port, log, smtpPort, retryAfterSeconds }: Launch): ChildProcess {
  // In a group of its own, which ends as a whole (the functions' processes, too) when our end of the pipe is closed: also
  // when this process is killed.
  return spawn('sh', ['-c', '"$0" -m ministack & cat; kill -TERM 0', python], {
    cwd: folder,
    detached: true,
    stdio: ['pipe', log, log],
    env: {
      ...awsVariables,
      // Functions run with the first `node` on PATH: ours, of the Lambda runtime's major version.
      PATH: `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
      HOME: tmp,
      TMPDIR: tmp,
      S3_DATA_DIR: path.join(folder, 's3'),
      STATE_DIR: path.join(folder, 'state'),
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: String(port),
      SMTP_HOST: `127.0.0.1:${smtpPort}`,
      LAMBDA_ASYNC_RETRY_BASE_SECONDS: String(retryAfterSeconds),
      // IAM is enforced: each function may do what its role allows, and nothing else.
      AUTH: 'true',
      // Our queues, topics and buckets refuse anything but TLS.
      USE_SSL: '1',
    },
  });
}

/** @returns the Python in which it is installed */
export function installMiniStack(): string {
  const home = path.join(cache, `ministack-${version}`);
  const python = path.join(home, 'bin', 'python');
  if (existsSync(path.join(home, 'installed'))) return python;
  const advice =
    'npm run test:aws needs Python 3.10 or newer with venv and pip (for example: apt install python3-venv).';
  try {
    execFileSync('python3', ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 10))'], { stdio: 'pipe' });
  } catch {
    throw new Error(`python3 is missing, too old or without venv. ${advice}`);
  }
  rmSync(home, { recursive: true, force: true });
  execFileSync('python3', ['-m', 'venv', home], { stdio: 'inherit' });
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `ministack==${version}`], {
    stdio: 'inherit',
  });
  mkdirSync(path.join(home, 'installed'));
  return python;
}

async function answering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (await isListening(port)) return;
    await sleep(200);
  }
  throw new Error('it did not answer within 30 seconds');
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

async function end(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  const exited = new Promise<void>((done) => child.once('exit', () => done()));
  child.stdin?.end();
  if (child.exitCode === null && child.signalCode === null) {
    await Promise.race([exited, sleep(10_000, undefined, { ref: false })]);
  }
  for (let attempt = 0; attempt < 50 && signalled(-pid, 0); attempt++) await sleep(100);
  signalled(-pid, 'SIGKILL');
}

function signalled(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false; // nobody is there
  }
}

/** Folders of runs that were killed. Another file's run may be sweeping, too. */
function sweep(): void {
  for (const name of readdirSync(cache)) {
    const owner = /^aws-run-(\d+)$/.exec(name)?.[1];
    if (owner !== undefined && !signalled(Number(owner), 0))
      rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No free port was given.');
  return address.port;
}
