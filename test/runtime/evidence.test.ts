import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createEvidenceFolder } from '../../cli/local/evidence-folder.ts';
import { createS3EvidenceStore } from '../../shared/aws/evidence-bucket/s3-evidence-store.ts';
import { wordEvidenceGap } from '../../shared/i18n/evidence-gaps.ts';
import { languages } from '../../shared/model/business.ts';
import { gapReasons, gapsOf } from '../../shared/model/evidence.ts';
import { quoted } from '../../shared/model/finding.ts';
import type { Result } from '../../shared/model/result.ts';
import type { EvidenceStore } from '../../shared/ports/evidence-store.ts';
import { type Measured, measured } from '../../shared/runtime/probe.ts';
import { type RunDeps, runChecks } from '../../shared/runtime/run-checks.ts';
import { largestEvidenceBytes, storePatienceMs } from '../../shared/runtime/store-evidence.ts';
import { aCheck } from '../support/a-check.ts';

const picture = { name: 'mobile.jpg', contentType: 'image/jpeg', bytes: new Uint8Array([0xff, 0xd8]) };
const list = { name: 'mobile-requests.json', contentType: 'application/json', bytes: new Uint8Array([0x7b, 0x7d]) };

/** A visit that measures well and brings this evidence, into this store: what is recorded, how often it was made, and the log. */
async function visit(
  put: EvidenceStore['put'],
  evidence: Measured['evidence'] = [picture],
): Promise<{ readonly result: Result; readonly attempts: number; readonly log: string[] }> {
  const log: string[] = [];
  let attempts = 0;
  const deps: RunDeps = {
    evidence: { put },
    now: () => Date.parse('2026-11-23T09:00:00Z'),
    progress: () => {},
    onFault: (checkId, error) => log.push(`${checkId}: ${error instanceof Error ? error.message : String(error)}`),
    network: 'any',
  };
  const request = { scheduledAt: '2026-11-23T09:00:00.000Z', confirmation: false, checks: [aCheck()] };
  const [result] = await runChecks(request, deps, 60_000, async () => {
    attempts += 1;
    return [measured(quoted('Fast.'), { measurements: { lcpMs: 1000 }, ...(evidence && { evidence }) })];
  });
  if (result === undefined) throw new Error('A visit yields a result.');
  return { result, attempts, log };
}

/** The measurement is whole, the visit was made once, and the result says in a sentence what it goes without. */
function expectToSurvive({ result, attempts }: Awaited<ReturnType<typeof visit>>, sentence: string): void {
  expect(attempts).toBe(1);
  expect(result).toMatchObject({ outcome: 'measured', measurements: { lcpMs: 1000 }, attempts: 1 });
  expect(gapsOf(result.details).map((gap) => wordEvidenceGap(gap, 'en'))).toEqual([sentence]);
}

const keep: EvidenceStore['put'] = async (_, { name, contentType }) => ({ name, contentType, reference: name });
const complete = 'The measurement is complete without it.';

describe('a measurement outlives its evidence', () => {
  function failing(error: unknown): EvidenceStore['put'] {
    return () => Promise.reject(error);
  }
  function coded(code: string): Error {
    return Object.assign(new Error(`${code}: somewhere, secret-token-1234567890`), { code });
  }
  function named(name: string): Error {
    return Object.assign(new Error('arn:aws:iam::123456789012:role/x may not'), { name });
  }

  test.each([
    ['throws', failing(new Error('secret-token-1234567890')), 'the storage failed'],
    [
      'throws at once',
      (() => {
        throw coded('EIO');
      }) as EvidenceStore['put'],
      'the storage failed (EIO)',
    ],
    ['throws what is no error', failing('broken'), 'the storage failed'],
    ['is not allowed', failing(named('AccessDenied')), 'Touchlight is not allowed to write there (AccessDenied)'],
    ['has lost its bucket', failing(named('NoSuchBucket')), 'the storage failed (NoSuchBucket)'],
    ['is throttled', failing(named('SlowDown')), 'the storage was busy (SlowDown)'],
    ['is throttled otherwise', failing(named('ThrottlingException')), 'the storage was busy (ThrottlingException)'],
    ['has a full disk', failing(new Error('x', { cause: coded('ENOSPC') })), 'no space is left (ENOSPC)'],
    ['has a quota', failing(coded('EDQUOT')), 'no space is left (EDQUOT)'],
    ['may not write', failing(coded('EACCES')), 'Touchlight is not allowed to write there (EACCES)'],
    ['is read-only', failing(coded('EROFS')), 'Touchlight is not allowed to write there (EROFS)'],
    ['is cut off', failing(coded('ECONNRESET')), 'the storage failed (ECONNRESET)'],
  ])('in a store that %s', async (_, put, why) => {
    const seen = await visit(put);
    expectToSurvive(seen, `The screenshot could not be stored: ${why}. ${complete}`);
    expect(seen.result.evidence).toEqual([]);
    expect(seen.log).toEqual([
      'website/page-load@mobile: The evidence mobile.jpg could not be stored; the measurement goes on without it.',
    ]);
    expect(JSON.stringify(seen.result)).not.toMatch(/secret-token|arn:aws/);
  });

  test.each([
    ['an empty picture', new Uint8Array(), 'could not be stored: it was empty'],
    [
      'a huge one',
      new Uint8Array(largestEvidenceBytes + 1),
      `could not be stored: it was too large (${largestEvidenceBytes + 1} bytes)`,
    ],
    ['one that could not be taken', null, 'could not be made'],
  ])('with %s, which no store is bothered with', async (_, bytes, what) => {
    const put = vi.fn(keep);
    expectToSurvive(await visit(put, [{ ...picture, bytes }]), `The screenshot ${what}. ${complete}`);
    expect(put).not.toHaveBeenCalled();
  });

  test('in a store that never answers: it is waited for some seconds, told to stop, and left', async () => {
    vi.useFakeTimers();
    try {
      let given: AbortSignal | undefined;
      const visiting = visit((_, __, signal) => {
        given = signal;
        return new Promise(() => {});
      });
      await vi.advanceTimersByTimeAsync(storePatienceMs - 1);
      expect(given?.aborted).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expectToSurvive(
        await visiting,
        `The screenshot could not be stored: the storage did not answer in time. ${complete}`,
      );
      expect(given?.aborted).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  test('one piece that fails costs no other', async () => {
    const seen = await visit(
      (id, draft) => (draft.name === list.name ? keep(id, draft) : Promise.reject(new Error('no'))),
      [picture, list],
    );
    expectToSurvive(seen, `The screenshot could not be stored: the storage failed. ${complete}`);
    expect(seen.result.evidence).toEqual([{ name: list.name, contentType: list.contentType, reference: list.name }]);
  });

  test('and where nothing is missing, nothing is said', async () => {
    const { result } = await visit(keep);
    expect(result.evidence).toHaveLength(1);
    expect(result.details).toEqual({});
  });
});

describe('a visit that is repeated', () => {
  test('stores what its last attempt saw, once', async () => {
    const names: string[] = [];
    const deps: RunDeps = {
      evidence: {
        async put(id, draft) {
          names.push(draft.name);
          return keep(id, draft);
        },
      },
      now: () => Date.parse('2026-11-23T09:00:00Z'),
      progress: () => {},
      onFault: () => {},
      network: 'any',
    };
    const request = { scheduledAt: '2026-11-23T09:00:00.000Z', confirmation: false, checks: [aCheck()] };
    let attempts = 0;
    const [result] = await runChecks(request, deps, 60_000, async () => {
      attempts += 1;
      const evidence = [{ ...picture, name: `attempt-${attempts}.jpg` }];
      return [measured(quoted('Slow.'), { measurements: { lcpMs: 9000 }, evidence })];
    });
    expect(result).toMatchObject({ attempts: 2, evidence: [{ name: 'attempt-2.jpg' }] });
    expect(names).toEqual(['attempt-2.jpg']);
  });
});

describe('the stores themselves', () => {
  const servers: Server[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });

  async function aBucket(answer: (respond: (status: number, code: string) => void) => void): Promise<EvidenceStore> {
    const server = createServer((_, response) =>
      answer((status, code) => {
        response.writeHead(status, { 'content-type': 'application/xml' });
        response.end(`<Error><Code>${code}</Code><Message>account 123456789012</Message></Error>`);
      }),
    );
    servers.push(server);
    const listening = Promise.withResolvers<void>();
    server.listen(0, '127.0.0.1', listening.resolve);
    await listening.promise;
    const { port } = server.address() as AddressInfo;
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const endpoint = `http://127.0.0.1:${port}`;
    return createS3EvidenceStore(
      'bucket',
      new S3Client({ endpoint, credentials, region: 'us-east-1', forcePathStyle: true, maxAttempts: 1 }),
    );
  }

  test('a bucket that refuses is told as such', async () => {
    const { put } = await aBucket((respond) => respond(403, 'AccessDenied'));
    expectToSurvive(
      await visit(put),
      `The screenshot could not be stored: Touchlight is not allowed to write there (AccessDenied). ${complete}`,
    );
  });

  test('a bucket that asks to slow down is told as such', async () => {
    const { put } = await aBucket((respond) => respond(503, 'SlowDown'));
    expectToSurvive(
      await visit(put),
      `The screenshot could not be stored: the storage was busy (SlowDown). ${complete}`,
    );
  });

  test('a bucket that never answers holds the visit for some seconds, and lets go of the connection', async () => {
    const { put } = await aBucket(() => {});
    const startedAt = performance.now();
    expectToSurvive(
      await visit(put),
      `The screenshot could not be stored: the storage did not answer in time. ${complete}`,
    );
    expect(performance.now() - startedAt).toBeLessThan(storePatienceMs + 3_000);
  });

  test('a folder that is a file is told as such', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'touchlight-evidence-'));
    folders.push(folder);
    await writeFile(path.join(folder, 'evidence'), 'a file where the folder should be');
    const { put } = createEvidenceFolder(path.join(folder, 'evidence'));
    const { result, attempts } = await visit(put);
    expect(attempts).toBe(1);
    expect(result.measurements).toEqual({ lcpMs: 1000 });
    expect(gapsOf(result.details)).toMatchObject([{ name: 'mobile.jpg', why: 'refused' }]);
  });
});

describe('the sentence about what is missing', () => {
  test.each(languages)('is whole in %s for every reason', (language) => {
    for (const why of gapReasons) {
      const sentence = wordEvidenceGap({ name: 'lighthouse.json.gz', why, code: 'ENOSPC' }, language);
      expect(sentence).toMatch(/^\p{Lu}[^{}]*Lighthouse[^{}]*\.$/u);
      expect(sentence).not.toMatch(/undefined|\.\./);
      expect(sentence.includes('ENOSPC')).toBe(why !== 'not-made');
    }
  });
});
