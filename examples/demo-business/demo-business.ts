import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readAssets } from './assets.ts';
import type { ContactMessage } from './contact-form.ts';
import { answerControl, type Control, type Submission } from './control.ts';
import { type FaultName, siteWith } from './faults.ts';
import { open, shut, urlOn } from './listener.ts';
import { createPages } from './pages.ts';
import { createSite } from './site.ts';

/** Older ones are dropped: a form sent every minute for a week must not fill the memory. */
const submissionsKept = 1000;

export interface DemoOptions {
  /** 0, the default, means any free port. */
  readonly port?: number;
  readonly controlPort?: number;
  readonly faults?: Iterable<FaultName>;
  readonly now?: () => Date;
  /** Takes each message of the form to the business's mailbox. */
  readonly deliver?: (message: ContactMessage) => Promise<void>;
}

export interface DemoBusiness extends Control {
  /** "http://127.0.0.1:PORT/"; stays the same while faults come and go. */
  readonly url: string;
  /** Where the switchboard answers HTTP (see control.ts). */
  readonly controlUrl: string;
  close(): Promise<void>;
}

/** Starts Coffee Lab on loopback. Rejects with a PortError when a port is taken; then nothing stays open. */
export async function createDemoBusiness(options: DemoOptions = {}): Promise<DemoBusiness> {
  const active = new Set<FaultName>(options.faults);
  const desk = createDesk(options.now ?? (() => new Date()));
  const assets = readAssets();
  const answerSite = createSite({
    assets,
    renderPage: createPages(assets),
    state: () => siteWith(active),
    accept: async (message) => {
      desk.take(message);
      if (siteWith(active).mail === 'sent') await options.deliver?.(message);
    },
  });
  const site = serve((request, response, path) => {
    desk.count(`${request.method} ${path}`);
    return answerSite(request, response, path);
  });
  const port = await open(site, options.port ?? 0);

  const switches = createSwitches(active, async () => {
    if (siteWith(active).socket === 'closed') await shut(site);
    else if (!site.listening) await open(site, port);
  });
  const control: Control = { ...switches, ...desk.control };
  const controlServer = serve((request, response, path) => answerControl(control, request, response, path));
  const close = async () => {
    await switches.settled();
    await Promise.all([shut(site), shut(controlServer)]);
  };
  try {
    const controlPort = await open(controlServer, options.controlPort ?? 0);
    if (siteWith(active).socket === 'closed') await shut(site);
    return { url: urlOn(port), controlUrl: urlOn(controlPort), ...control, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What arrives at the business, in memory. */
function createDesk(now: () => Date) {
  const submissions: Submission[] = [];
  const requests = new Map<string, number>();
  return {
    take: (message: ContactMessage) => {
      submissions.push({ receivedAt: now().toISOString(), ...message });
      if (submissions.length > submissionsKept) submissions.shift();
    },
    count: (line: string) => void requests.set(line, (requests.get(line) ?? 0) + 1),
    control: {
      submissions: () => [...submissions],
      forgetSubmissions: () => void submissions.splice(0),
      requests: () => Object.fromEntries(requests),
    },
  };
}

/** One change at a time: closing and reopening the socket must not overtake each other. */
function createSwitches(active: Set<FaultName>, follow: () => Promise<void>) {
  let last: Promise<unknown> = Promise.resolve();
  const change = (apply: () => void): Promise<void> => {
    const next = last.then(() => {
      apply();
      return follow();
    });
    last = next.catch(() => undefined);
    return next;
  };
  return {
    switchOn: (fault: FaultName) => change(() => active.add(fault)),
    switchOff: (fault: FaultName) => change(() => active.delete(fault)),
    repairAll: () => change(() => active.clear()),
    activeFaults: () => new Set(active),
    settled: () => last,
  };
}

function serve(answer: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>): Server {
  return createServer({ requestTimeout: 10_000, connectionsCheckingInterval: 1_000 }, (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    answer(request, response, path).catch((error: unknown) => {
      if (response.headersSent || request.destroyed) return void response.destroy();
      const sentence = error instanceof Error ? error.message : String(error);
      response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify({ error: sentence }));
    });
  });
}
