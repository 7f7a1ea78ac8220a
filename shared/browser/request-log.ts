import type { CDPSession } from 'playwright-core';

/** One request as the browser made it. Times in milliseconds since the navigation began; null while unfinished. */
export interface RequestRecord {
  readonly url: string;
  readonly type: string;
  readonly startedMs: number;
  /** When its answer began; under throttling with the latency of the slow network. */
  respondedMs: number | null;
  finishedMs: number | null;
  status: number | null;
  transferBytes: number;
}

export interface RequestLog {
  /** In the order of their starts; each hop of a redirect is one. */
  readonly records: readonly RequestRecord[];
  /** How many have neither arrived nor failed so far; a WebSocket is under way until it is closed. */
  underway(): number;
  /** Resolves when the next one has come to its end. */
  nextEnd(): Promise<void>;
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
  const records = recordInto(underway, end, session);
  return { records, underway: () => underway.size, nextEnd: () => next.promise };
}

function recordInto(underway: Set<string>, end: (requestId: string) => void, session: CDPSession): RequestRecord[] {
  const records: RequestRecord[] = [];
  const open = new Map<string, RequestRecord>();
  const close = (requestId: string): void => {
    open.delete(requestId);
    end(requestId);
  };
  let firstAt: number | null = null;
  const since = (timestamp: number): number => Math.round((timestamp - (firstAt ?? timestamp)) * 1000);
  session.on('Network.requestWillBeSent', ({ requestId, request, type, timestamp, redirectResponse }) => {
    const hop = open.get(requestId);
    if (hop !== undefined && redirectResponse !== undefined) {
      hop.respondedMs = since(timestamp);
      hop.finishedMs = since(timestamp);
      hop.status = redirectResponse.status;
      hop.transferBytes = redirectResponse.encodedDataLength;
    }
    if (!/^https?:/.test(request.url)) return;
    firstAt ??= timestamp;
    const record = { ...unfinished, url: request.url, type: type ?? 'Other', startedMs: since(timestamp) };
    records.push(record);
    open.set(requestId, record);
    underway.add(requestId);
  });
  session.on('Network.responseReceived', ({ requestId, response, timestamp }) => {
    const record = open.get(requestId);
    if (record === undefined) return;
    record.status = response.status;
    record.respondedMs = since(timestamp);
  });
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const record = open.get(requestId);
    if (record === undefined) return;
    record.finishedMs = since(timestamp);
    record.transferBytes = encodedDataLength;
    close(requestId);
  });
  session.on('Network.loadingFailed', ({ requestId, timestamp }) => {
    const record = open.get(requestId);
    if (record !== undefined) record.finishedMs = since(timestamp);
    close(requestId);
  });
  return records;
}

const unfinished = { respondedMs: null, finishedMs: null, status: null, transferBytes: 0 };
