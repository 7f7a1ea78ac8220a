import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readlink, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, BrowserContextOptions } from 'playwright-core';
import { findInstalledBrowser } from './installed-browser.ts';
import { type MemoryWatch, watchMemory } from './memory-watch.ts';
import { defaultBrowserFolder, type UnpackedBrowser, unpackBrowser } from './unpack.ts';

export interface LaunchOptions {
  /** Where the browser is unpacked and its profile lives. */
  readonly folder?: string;
  /** Everything the page asks for goes through this forward proxy, loopback included (see address-guard). */
  readonly proxyUrl?: string;
  /** Opens the debugging port, for Lighthouse. */
  readonly debuggingPort?: number;
  /** Forces one way; otherwise several processes are tried first, then one. */
  readonly singleProcess?: boolean;
  readonly context?: BrowserContextOptions;
  /** A page that makes the whole browser take more than this loses its process. Default: no limit. */
  readonly memoryLimitBytes?: number;
  /** Ends the visit. A browser that is still open soon after is closed, also when a call into it never returns. */
  readonly signal?: AbortSignal;
}

export interface LaunchedBrowser {
  /** The browser's only context: a second one crashes a single-process Chromium. */
  readonly context: BrowserContext;
  readonly singleProcess: boolean;
  /** Has a process been ended because the page took too much memory? */
  ranOutOfMemory(): boolean;
  /** Closes the browser, by force when it does not go within five seconds, and removes its profile. Never throws. */
  close(): Promise<void>;
}

/**
 * Our own list: @sparticuz/chromium's defaults switch off web security and mixed-content blocking, which hides faults that
 * real visitors meet. The background switches keep the browser from talking to anybody but the site.
 */
const browserArguments = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-pings',
  '--mute-audio',
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  // A script's own objects; no phone has more to give to one page.
  '--js-flags=--max-old-space-size=512',
];

/**
 * Whatever would pass the proxy by finds no host. WebRTC asks the neighbours for names under `.local`, whatever they are mapped
 * to, but not for an address, and this one is reserved: nobody can have it. Source: Chromium's net/docs/proxy.md.
 */
const nothingButTheProxy = '--host-resolver-rules=MAP *.local 240.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** What a probe may still ask its page after its deadline: why it did not get on. */
const outlivesVisitMs = 6_000;
const closeGraceMs = 5_000;
/** Until a killed process lets go of its files. */
const killedGraceMs = 100;
const launchTimeoutMs = 20_000;

/** Once a launch with several processes failed here, every later one starts with a single process (FACTS: Lambda). */
let singleProcessRemembered = false;

/** @throws Error with a sentence when no browser can be found or started */
export async function launchBrowser(options: LaunchOptions = {}): Promise<LaunchedBrowser> {
  const folder = options.folder ?? defaultBrowserFolder();
  const singleProcess = options.singleProcess ?? singleProcessRemembered;
  try {
    return await launchOnce(folder, singleProcess, options);
  } catch (error) {
    if (singleProcess || options.singleProcess !== undefined || !isLaunchFault(error)) throw error;
    const launched = await launchOnce(folder, true, options);
    singleProcessRemembered = true;
    return launched;
  }
}

async function launchOnce(folder: string, singleProcess: boolean, options: LaunchOptions): Promise<LaunchedBrowser> {
  // Loaded with the first browser: plain requests in the same function start without it.
  const { chromium } = await import('playwright-core');
  const { executablePath, env } = await findBrowser(folder, () => chromium.executablePath());
  const profile = await createProfile(folder);
  try {
    const context = await chromium.launchPersistentContext(profile, {
      ...options.context,
      executablePath,
      headless: true,
      artifactsDir: path.join(profile, 'artifacts'),
      env: { ...withoutSecrets(process.env), ...env, HOME: profile, ...temporaryFolder(profile) },
      timeout: launchTimeoutMs,
      // Playwright would otherwise answer these signals itself and end our process before the flow has closed its table.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        ...browserArguments,
        ...(singleProcess ? ['--single-process'] : []),
        ...(options.debuggingPort === undefined ? [] : [`--remote-debugging-port=${options.debuggingPort}`]),
        ...(options.proxyUrl === undefined ? [] : [nothingButTheProxy]),
      ],
      // Handed to Playwright and not to Chromium alone, because Playwright has an HTTP client of its own in this process.
      ...(options.proxyUrl && { proxy: { server: options.proxyUrl, bypass: '<-loopback>' } }),
    });
    return await superviseBrowser(context, singleProcess, profile, options);
  } catch (error) {
    await rm(profile, { recursive: true, force: true });
    throw error;
  }
}

/** From here on the browser is always closed: by its user, soon after the end of its visit, or at once when it cannot be watched. */
async function superviseBrowser(
  context: BrowserContext,
  singleProcess: boolean,
  profile: string,
  { memoryLimitBytes, signal }: LaunchOptions,
): Promise<LaunchedBrowser> {
  let pid: number | null = null;
  let watch: MemoryWatch | null = null;
  let closing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  const closeSoon = (): void => {
    timer = setTimeout(() => void close(), outlivesVisitMs);
  };
  const close = (): Promise<void> => {
    watch?.stop();
    clearTimeout(timer);
    signal?.removeEventListener('abort', closeSoon);
    closing ??= closeBrowser(context, pid, profile);
    return closing;
  };
  signal?.addEventListener('abort', closeSoon, { once: true });
  if (signal?.aborted === true) closeSoon();
  try {
    pid = await browserPid(context);
    if (memoryLimitBytes !== undefined && pid !== null) watch = watchMemory(pid, memoryLimitBytes);
  } catch (error) {
    await close();
    throw error;
  }
  return { context, singleProcess, ranOutOfMemory: () => watch?.hasStruck() ?? false, close };
}

/**
 * A browser that is killed leaves the files of its shared memory behind: within its profile they go with it. Only where its
 * socket still fits there, for the path of one may have 107 characters.
 */
export function temporaryFolder(profile: string): { readonly TMPDIR?: string } {
  const longestSocket = '/.org.chromium.Chromium.XXXXXX/SingletonSocket';
  return profile.length + longestSocket.length <= 107 ? { TMPDIR: profile } : {};
}

/** The page under test is hostile input and the browser runs unsandboxed: it holds no credentials of ours. */
export function withoutSecrets(environment: NodeJS.ProcessEnv): Record<string, string> {
  const isSecret = /^(AWS_|_)|SECRET|TOKEN|PASSWORD|CREDENTIAL|API_?KEY/i;
  const harmless = Object.entries(environment).filter(([name]) => !isSecret.test(name));
  return Object.fromEntries(harmless.map(([name, value]) => [name, value ?? '']));
}

/** A missing or unwritable browser is no reason to try another process model. */
function isLaunchFault(error: unknown): boolean {
  return error instanceof Error && /launchPersistentContext/.test(error.message);
}

/** @param playwrights where Playwright would have put a Chromium of its own */
async function findBrowser(folder: string, playwrights: () => string): Promise<UnpackedBrowser> {
  const configured = process.env['TOUCHLIGHT_BROWSER'];
  if (configured !== undefined) {
    if (!existsSync(configured)) throw new Error(`TOUCHLIGHT_BROWSER names ${configured}, but there is no such file.`);
    return { executablePath: configured, env: {} };
  }
  if (process.platform === 'linux' && process.arch === 'x64') return unpackBrowser(folder);
  const executablePath = findInstalledBrowser({
    platform: process.platform,
    arch: process.arch,
    environment: process.env,
    home: homedir(),
    playwrights: playwrightsPlace(playwrights),
    exists: existsSync,
  });
  return { executablePath, env: {} };
}

/** Nowhere, on a system that Playwright has none for: it throws then. */
function playwrightsPlace(playwrights: () => string): string {
  try {
    return playwrights();
  } catch {
    return '';
  }
}

/** A profile carries its owner's process id, so that what a killed process left behind can be swept by the next one. */
async function createProfile(folder: string): Promise<string> {
  const profiles = path.join(folder, 'profiles');
  await mkdir(profiles, { recursive: true });
  for (const name of await readdir(profiles)) {
    const owner = Number(name.split('-')[0]);
    if (!isAlive(owner)) await removeProfile(path.join(profiles, name));
  }
  return mkdtemp(path.join(profiles, `${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function browserPid(context: BrowserContext): Promise<number | null> {
  try {
    const session = await context.browser()?.newBrowserCDPSession();
    const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
    await session?.detach();
    return processInfo.find((info) => info.type === 'browser')?.id ?? null;
  } catch {
    return null; // single-process Chromium does not always tell; closing then relies on the pipe alone
  }
}

async function closeBrowser(context: BrowserContext, pid: number | null, profile: string): Promise<void> {
  const grace = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => grace.resolve('late'), closeGraceMs);
  const closed = await Promise.race([
    context.close().then(
      () => 'closed' as const,
      () => 'late' as const,
    ),
    grace.promise,
  ]);
  clearTimeout(timer);
  if (closed === 'late' && pid !== null) {
    // Its helpers, too, which would go on writing into the profile: Playwright starts a browser as a group of its own.
    for (const target of [-pid, pid]) {
      try {
        process.kill(target, 'SIGKILL');
      } catch {
        // it went by itself meanwhile, or has no group
      }
    }
    await new Promise((resolve) => setTimeout(resolve, killedGraceMs));
  }
  await removeProfile(profile);
}

/** A browser that is killed leaves its socket in the temporary folder; the profile has a link to it. */
async function removeProfile(profile: string): Promise<void> {
  const socket = await readlink(path.join(profile, 'SingletonSocket')).catch(() => '');
  const folder = path.dirname(socket);
  const options = { recursive: true, force: true, maxRetries: 3, retryDelay: 100 } as const;
  if (path.basename(folder).startsWith('.org.chromium.')) await rm(folder, options);
  await rm(profile, options);
}
