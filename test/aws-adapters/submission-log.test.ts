import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it } from 'vitest';
import { createSubmissionFolder } from '../../cli/local/submission-folder.ts';
import { createS3SubmissionLog } from '../../shared/aws/evidence-bucket/s3-submission-log.ts';
import type { SubmissionLog } from '../../shared/ports/submission-log.ts';
import { aSubmission } from '../support/a-submission.ts';

const opened: (() => void)[] = [];
afterEach(() => {
  for (const close of opened.splice(0)) close();
});

function aFolder(): SubmissionLog {
  const folder = mkdtempSync(path.join(tmpdir(), 'touchlight-submissions-'));
  opened.push(() => rmSync(folder, { recursive: true }));
  return createSubmissionFolder(folder);
}

/** As much of S3 as the list needs: objects, a put that must be new, and a listing by prefix. */
async function aBucket(fault?: number): Promise<SubmissionLog> {
  const objects = new Map<string, string>();
  const answer = (request: http.IncomingMessage, body: string): [number, string] => {
    const url = new URL(request.url ?? '/', 'http://s3');
    const key = decodeURIComponent(url.pathname.replace('/bucket/', ''));
    if (fault !== undefined) return [fault, ''];
    if (request.method === 'PUT') {
      if (request.headers['if-none-match'] === '*' && objects.has(key)) return [412, ''];
      objects.set(key, body);
      return [200, ''];
    }
    if (!url.searchParams.has('list-type')) return [200, objects.get(key) ?? ''];
    const [prefix, after] = [url.searchParams.get('prefix') ?? '', url.searchParams.get('start-after') ?? ''];
    const keys = [...objects.keys()].toSorted().filter((name) => name.startsWith(prefix) && name > after);
    const contents = keys.map((name) => `<Contents><Key>${name}</Key></Contents>`).join('');
    return [200, `<ListBucketResult><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`];
  };
  const reply = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const [status, text] = answer(request, body);
    response.writeHead(status, { 'content-type': 'application/xml' }).end(text);
  };
  const server = http.createServer((request, response) => void reply(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  opened.push(() => server.close().closeAllConnections());
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new S3Client({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1, forcePathStyle: true });
  opened.push(() => client.destroy());
  return createS3SubmissionLog('bucket', client);
}

const ten = '2026-11-23T10:00:00.000Z';
const two = '2026-11-23T14:00:00.000Z';

describe.each([
  ['a folder', aFolder],
  ['a bucket', aBucket],
])('the list of what was sent, in %s', (_, anEmptyLog) => {
  it('lets one of many deliveries of a run send, however they race', async () => {
    const log = await anEmptyLog();
    const claims = await Promise.all(Array.from({ length: 8 }, () => log.claim(aSubmission({ scheduledAt: ten }))));
    expect(claims.toSorted()).toEqual(['claimed', ...Array.from({ length: 7 }, () => 'taken')]);
    expect(await log.claim(aSubmission({ scheduledAt: ten }))).toBe('taken');
    expect(await log.claim(aSubmission({ scheduledAt: two }))).toBe('claimed');
  });

  it('tells a check’s runs by time, and nobody else’s', async () => {
    const log = await anEmptyLog();
    for (const scheduledAt of [two, ten]) await log.claim(aSubmission({ scheduledAt }));
    await log.claim(aSubmission({ checkId: 'shop/form', scheduledAt: ten }));
    expect(await log.runsSince('website/form', ten)).toEqual([ten, two]);
    expect(await log.runsSince('website/form', '2026-11-23T10:00:00.001Z')).toEqual([two]);
    expect(await log.runsSince('other/form', ten)).toEqual([]);
  });

  it('keeps what was claimed, and then how it ended', async () => {
    const log = await anEmptyLog();
    const claimed = aSubmission({ scheduledAt: ten, outcome: null });
    await log.claim(claimed);
    expect(await log.load('website/form', ten)).toEqual(claimed);
    const completed = aSubmission({ scheduledAt: ten });
    await log.complete(completed);
    expect(await log.load('website/form', ten)).toEqual(completed);
    expect(await log.claim(claimed)).toBe('taken');
  });
});

it('a bucket in which two write at once lets neither go unseen; one that fails says so', async () => {
  expect(await (await aBucket(409)).claim(aSubmission())).toBe('taken');
  await expect((await aBucket(500)).claim(aSubmission())).rejects.toThrow();
  await expect((await aBucket(403)).claim(aSubmission())).rejects.toThrow();
});
