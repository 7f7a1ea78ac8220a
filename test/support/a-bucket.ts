import http from 'node:http';
import { S3Client } from '@aws-sdk/client-s3';

interface StoredObject {
  readonly body: Uint8Array;
  /** Epoch milliseconds; S3 tells whole seconds. */
  readonly changedAt: number;
}

export interface Bucket {
  readonly name: string;
  readonly client: S3Client;
  readonly objects: Map<string, StoredObject>;
  put(key: string, body: string | Uint8Array, changedAt: number): void;
  /** Method and key, or the prefix that was listed; `GET inbox/a bytes=0-99`. */
  readonly requests: string[];
  /** All requests are answered with this status. */
  fault: number | null;
  /** All objects are refused with this code, as to somebody without a right. */
  refusal: string | null;
  /** Happens after a listing, before what it names is read. */
  afterListing: () => void;
  close(): void;
}

/** Of so many keys, S3 makes a page; here few, so that every listing has several. */
const pageSize = 3;

/** As much of S3 as a reader needs: listings by page, and objects as a whole or in part. What is put is taken and not kept. */
export async function aBucket(): Promise<Bucket> {
  const objects = new Map<string, StoredObject>();
  const requests: string[] = [];
  const server = http.createServer((request, response) => answer(bucket, request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new S3Client({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials,
    maxAttempts: 1,
    forcePathStyle: true,
  });
  const bucket: Bucket = {
    name: 'bucket',
    client,
    objects,
    requests,
    fault: null,
    refusal: null,
    afterListing: () => {},
    put: (key, body, changedAt) => {
      objects.set(key, { body: typeof body === 'string' ? Buffer.from(body) : body, changedAt });
    },
    close() {
      client.destroy();
      server.close().closeAllConnections();
    },
  };
  return bucket;
}

function answer(bucket: Bucket, request: http.IncomingMessage, response: http.ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://s3');
  if (bucket.fault !== null) response.writeHead(bucket.fault).end();
  else if (url.searchParams.has('list-type')) list(bucket, url.searchParams, response);
  else if (request.method === 'PUT') request.resume().on('end', () => response.writeHead(200).end());
  else get(bucket, decodeURIComponent(url.pathname.replace('/bucket/', '')), request.headers.range, response);
}

function get(
  { objects, requests, refusal }: Bucket,
  key: string,
  range: string | undefined,
  response: http.ServerResponse,
): void {
  requests.push(`GET ${key}${range === undefined ? '' : ` ${range}`}`);
  const body = objects.get(key)?.body;
  const [, from = 0, to = Number.MAX_SAFE_INTEGER] = (/^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? []).map(Number);
  if (refusal !== null) refuse(response, 403, refusal);
  else if (body === undefined) refuse(response, 404, 'NoSuchKey');
  else if (range !== undefined && from >= body.length) refuse(response, 416, 'InvalidRange');
  else {
    const part = body.subarray(from, to + 1);
    response.writeHead(range === undefined ? 200 : 206, { 'content-length': part.length }).end(part);
  }
}

function list(bucket: Bucket, query: URLSearchParams, response: http.ServerResponse): void {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? '';
  bucket.requests.push(`LIST ${prefix}`);
  const names = [...bucket.objects.keys()].toSorted().filter((key) => key.startsWith(prefix) && key > after);
  const page = names.slice(0, pageSize);
  const contents = page.map((key) => {
    const { body, changedAt } = bucket.objects.get(key) ?? { body: '', changedAt: 0 };
    const at = new Date(Math.floor(changedAt / 1000) * 1000).toISOString();
    return `<Contents><Key>${key}</Key><LastModified>${at}</LastModified><Size>${body.length}</Size></Contents>`;
  });
  const isLast = page.length === names.length;
  const next = isLast ? '' : `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>`;
  response.writeHead(200, { 'content-type': 'application/xml' });
  const end = `<IsTruncated>${!isLast}</IsTruncated>${next}${contents.join('')}`;
  response.end(`<ListBucketResult>${end}</ListBucketResult>`, () => isLast && bucket.afterListing());
}

function refuse(response: http.ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
}
