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

/** Every http(s) request of the page's main target from now on, in the order of their starts; each hop of a redirect is one. */
export async function recordRequests(session: CDPSession): Promise<RequestRecord[]> {
  await session.send('Network.enable');
  const records: RequestRecord[] = [];
  const open = new Map<string, RequestRecord>();
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
    const record: RequestRecord = {
      url: request.url,
      type: type ?? 'Other',
      startedMs: since(timestamp),
      respondedMs: null,
      finishedMs: null,
      status: null,
      transferBytes: 0,
    };
    records.push(record);
    open.set(requestId, record);
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
    open.delete(requestId);
  });
  session.on('Network.loadingFailed', ({ requestId, timestamp }) => {
    const record = open.get(requestId);
    if (record !== undefined) record.finishedMs = since(timestamp);
    open.delete(requestId);
  });
  return records;
}
