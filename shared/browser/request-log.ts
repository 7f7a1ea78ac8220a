import type { CDPSession } from 'playwright-core';
import type { Blocks } from '../model/waterfall.ts';

/** One request as the browser made it. Times in milliseconds since the navigation began; null while unfinished. */
export interface RequestRecord {
  readonly url: string;
  readonly type: string;
  readonly startedMs: number;
  /** When its answer began; under throttling with the latency of the slow network. */
  respondedMs: number | null;
  finishedMs: number | null;
  status: number | null;
  /** So far. */
  transferBytes: number;
  /** What waits for it, of styles and scripts; absent where the browser does not say. */
  readonly blocks?: Blocks;
  /** Address of the style sheet that asks for it (@import); absent where it is the page, a script, or nobody known. */
  readonly importedBy?: string;
}

/** A request that has not come to its end. */
export interface Unfinished {
  readonly record: Readonly<RequestRecord>;
  /** Of its whole way, as its own headers say; null when they do not, or are not there yet. */
  readonly expectedBytes: number | null;
  /** For how long nothing of it has come. */
  readonly quietMs: number;
}

/** How far the page's requests have come. */
export interface Progress {
  /** All requests, as they were then. */
  readonly records: readonly Readonly<RequestRecord>[];
  readonly unfinished: readonly Unfinished[];
  /** How long ago the last one came to its end; null when none has. */
  readonly lastEndMs: number | null;
}

export interface RequestLog {
  /** In the order of their starts; each hop of a redirect is one. */
  readonly records: readonly RequestRecord[];
  /** How many have neither arrived nor failed so far; a WebSocket is under way until it is closed. */
  underway(): number;
  /** Resolves when the next one has come to its end. */
  nextEnd(): Promise<void>;
  /** As of now. */
  progress(): Progress;
}

/** Every http(s) request of the page's main target from now on. */
export async function recordRequests(session: CDPSession): Promise<RequestLog> {
  await session.send('Network.enable');
  const underway = new Set<string>();
  let next = Promise.withResolvers<void>();
  const end = (requestId: string): void => {
    underway.delete(requestId);
    next.resolve();
    next = Promise.withResolvers<void>();
  };
  session.on('Network.webSocketCreated', ({ requestId }) => void underway.add(requestId));
  session.on('Network.webSocketClosed', ({ requestId }) => end(requestId));
  const { records, progress } = recordInto(underway, end, session);
  return { records, underway: () => underway.size, nextEnd: () => next.promise, progress };
}

interface Open {
  readonly record: RequestRecord;
  expectedBytes: number | null;
  sentBytes: number;
  unpackedBytes: number;
  /** On our own clock. */
  heardAt: number;
}

function recordInto(
  underway: Set<string>,
  end: (requestId: string) => void,
  session: CDPSession,
): Pick<RequestLog, 'records' | 'progress'> {
  const records: RequestRecord[] = [];
  const open = new Map<string, Open>();
  let lastEndAt: number | null = null;
  const close = (requestId: string): void => {
    if (open.delete(requestId)) lastEndAt = performance.now();
    end(requestId);
  };
  let firstAt: number | null = null;
  const since = (timestamp: number): number => Math.round((timestamp - (firstAt ?? timestamp)) * 1000);
  session.on('Network.requestWillBeSent', (sent) => {
    const { requestId, request, timestamp, redirectResponse } = sent;
    const hop = open.get(requestId)?.record;
    if (hop !== undefined && redirectResponse !== undefined) {
      hop.respondedMs = since(timestamp);
      hop.finishedMs = since(timestamp);
      hop.status = redirectResponse.status;
      hop.transferBytes = redirectResponse.encodedDataLength;
    }
    if (!/^https?:/.test(request.url)) return;
    firstAt ??= timestamp;
    const record = { ...unfinished, ...whatIsAsked(sent, records), startedMs: since(timestamp) };
    records.push(record);
    open.set(requestId, { record, ...unheard, heardAt: performance.now() });
    underway.add(requestId);
  });
  recordAnswers(open, since, session);
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const record = open.get(requestId)?.record;
    if (record === undefined) return;
    record.finishedMs = since(timestamp);
    record.transferBytes = encodedDataLength;
    close(requestId);
  });
  session.on('Network.loadingFailed', ({ requestId, timestamp }) => {
    const record = open.get(requestId)?.record;
    if (record !== undefined) record.finishedMs = since(timestamp);
    close(requestId);
  });
  const progress = (): Progress => progressOf(records, [...open.values()], lastEndAt);
  return { records, progress };
}

/** Of Chromium's `Network.requestWillBeSent`. */
interface Sent {
  readonly request: { readonly url: string };
  readonly type?: string;
  readonly initiator: { readonly url?: string };
  readonly renderBlockingBehavior?: string;
}

function whatIsAsked(
  { request, type, initiator, renderBlockingBehavior }: Sent,
  before: readonly RequestRecord[],
): Pick<RequestRecord, 'url' | 'type' | 'blocks' | 'importedBy'> {
  const blocks = blocking[renderBlockingBehavior ?? ''];
  const asksForIt = before.find(({ url }) => url === initiator.url);
  const isImported = type === 'Stylesheet' && asksForIt?.type === 'Stylesheet';
  return {
    ...{ url: request.url, type: type ?? 'Other' },
    ...(blocks !== undefined && { blocks }),
    ...(isImported && { importedBy: asksForIt.url }),
  };
}

/** @param lastEndAt on our own clock, as `heardAt` */
function progressOf(records: readonly RequestRecord[], open: readonly Open[], lastEndAt: number | null): Progress {
  const now = performance.now();
  const copies = new Map(records.map((record) => [record, { ...record }]));
  const underway = open.map(({ record, expectedBytes, heardAt }) => ({
    ...{ record: copies.get(record) ?? record, expectedBytes },
    quietMs: now - heardAt,
  }));
  return {
    records: [...copies.values()],
    unfinished: underway,
    lastEndMs: lastEndAt === null ? null : now - lastEndAt,
  };
}

function recordAnswers(open: Map<string, Open>, since: (timestamp: number) => number, session: CDPSession): void {
  session.on('Network.responseReceived', ({ requestId, response, timestamp }) => {
    const one = open.get(requestId);
    if (one === undefined) return;
    one.record.status = response.status;
    one.record.respondedMs = since(timestamp);
    one.heardAt = performance.now();
    const length = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-length')?.[1];
    if (length !== undefined && /^\d+$/.test(length)) one.expectedBytes = Number(length);
  });
  session.on('Network.dataReceived', ({ requestId, dataLength, encodedDataLength }) => {
    const one = open.get(requestId);
    if (one === undefined) return;
    one.unpackedBytes += dataLength;
    one.sentBytes += encodedDataLength;
    // Of a document, Chromium tells only at its end what went over the wire.
    one.record.transferBytes = one.sentBytes === 0 ? one.unpackedBytes : one.sentBytes;
    one.heardAt = performance.now();
  });
}

/** Chromium's words for it. */
const blocking: Readonly<Record<string, Blocks>> = {
  Blocking: 'screen',
  InBodyParserBlocking: 'rest',
  PotentiallyBlocking: 'nothing',
  NonBlocking: 'nothing',
  NonBlockingDynamic: 'nothing',
};

const unfinished = { respondedMs: null, finishedMs: null, status: null, transferBytes: 0 };
const unheard = { expectedBytes: null, sentBytes: 0, unpackedBytes: 0 };
