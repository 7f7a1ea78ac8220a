import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ContactMessage } from './contact-form.ts';
import { type FaultName, faults, isFaultName, unknownFault } from './faults.ts';

export interface Submission extends ContactMessage {
  readonly receivedAt: string;
}

/** The demo's switchboard: break it, repair it, see what arrived. */
export interface Control {
  /** Resolves when visitors meet the fault. */
  switchOn(fault: FaultName): Promise<void>;
  switchOff(fault: FaultName): Promise<void>;
  repairAll(): Promise<void>;
  activeFaults(): ReadonlySet<FaultName>;
  submissions(): readonly Submission[];
  forgetSubmissions(): void;
  /** Counts by method and path, such as {"POST /contact": 1}. */
  requests(): Readonly<Record<string, number>>;
}

/** Offers the switchboard over HTTP, for other processes. */
export async function answerControl(
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const name = /^\/faults\/([^/]+)$/.exec(path)?.[1];
  if (name !== undefined) return answerFault(control, request, response, name);
  switch (`${request.method} ${path}`) {
    case 'GET /faults':
      return sendJson(response, 200, listFaults(control));
    case 'DELETE /faults':
      await control.repairAll();
      return sendJson(response, 200, listFaults(control));
    case 'GET /submissions':
      return sendJson(response, 200, control.submissions());
    case 'DELETE /submissions':
      control.forgetSubmissions();
      return sendJson(response, 200, control.submissions());
    case 'GET /requests':
      return sendJson(response, 200, control.requests());
    default:
      return sendJson(response, 404, {
        error: `The control port does not know ${request.method} ${path}. It knows GET and DELETE /faults, PUT and DELETE /faults/<name>, GET and DELETE /submissions, GET /requests.`,
      });
  }
}

async function answerFault(
  control: Control,
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
): Promise<void> {
  if (!isFaultName(name)) return sendJson(response, 404, { error: unknownFault(name) });
  if (request.method === 'PUT') await control.switchOn(name);
  else if (request.method === 'DELETE') await control.switchOff(name);
  else if (request.method !== 'GET') return sendJson(response, 405, { error: 'A fault takes GET, PUT and DELETE.' });
  sendJson(
    response,
    200,
    listFaults(control).find((fault) => fault.name === name),
  );
}

function listFaults(control: Control): { name: FaultName; on: boolean; sentence: string }[] {
  const active = control.activeFaults();
  return faults.map(({ name, sentence }) => ({ name, on: active.has(name), sentence }));
}

function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(`${JSON.stringify(value, null, 2)}\n`);
}
