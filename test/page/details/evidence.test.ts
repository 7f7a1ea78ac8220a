import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEvidenceFolder } from '../../../cli/local/evidence-folder.ts';
import type { OpenedEvidence, Role } from '../../../functions/page/page-deps.ts';
import { createS3EvidenceStore } from '../../../shared/aws/evidence-bucket/s3-evidence-store.ts';
import type { Configuration } from '../../../shared/model/business.ts';
import { runId } from '../../../shared/model/check-id.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import type { Result } from '../../../shared/model/result.ts';
import { aBucket, type Bucket } from '../../support/a-bucket.ts';
import { aCheck } from '../../support/a-check.ts';
import { aResult } from '../../support/a-result.ts';
import { aPage, counting } from '../a-page.ts';
import { coffeeLab } from '../coffee-lab.ts';
import { detailStores } from './detail-stores.ts';

const scheduledAt = '2026-11-23T09:30:00.000Z';
const prices = aCheck({ id: 'website/page-load:/prices/ü?q=#1@mobile' });
const coffee = coffeeLab();
const configuration: Configuration = {
  ...coffee,
  touchpoints: coffee.touchpoints.map((touchpoint) =>
    touchpoint.id === 'website' ? { ...touchpoint, checks: [...touchpoint.checks, prices] } : touchpoint,
  ),
};

function pageOf(
  results: readonly Result[],
  role: Role = 'operator',
  file: Partial<OpenedEvidence & { kind: 'file' }> = {},
) {
  const opened: string[] = [];
  const { stores, calls } = counting(detailStores(configuration, { results }));
  const page = aPage({
    ...{ configuration, stores, role },
    others: {
      openEvidence: async (reference) => {
        opened.push(reference);
        return { kind: 'file', bytes: new TextEncoder().encode('bytes'), contentType: 'image/jpeg', ...file };
      },
    },
  });
  const open = (reference: string) => page.get(`/evidence?${new URLSearchParams({ ref: reference })}`);
  return { open, opened, calls, get: page.get };
}

const aReference = 'evidence/website/form/2026-11-23T09%3A30%3A00.000Z/screenshot.jpg';
function resultWith(reference: string, overrides: Partial<Evidence> & { readonly checkId?: string } = {}): Result {
  const { checkId = 'website/form', ...evidence } = overrides;
  return aResult({
    ...{ checkId, scheduledAt },
    evidence: [{ name: 'screenshot.jpg', contentType: 'image/jpeg', reference, ...evidence }],
  });
}

describe('a piece of evidence', () => {
  it('that a stored result has is opened, after one read of that run', async () => {
    const { open, calls, opened } = pageOf([resultWith(aReference)]);
    const answer = await open(aReference);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('bytes');
    expect(Object.fromEntries(calls)).toEqual({ 'results.list': 1 });
    expect(opened).toEqual([aReference]);
  });

  it('that is a picture is shown and may do nothing', async () => {
    const { headers } = await pageOf([resultWith(aReference)]).open(aReference);
    expect(headers.get('content-type')).toBe('image/jpeg');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*sandbox$/);
    expect(headers.get('content-disposition')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each(['text/html', 'image/svg+xml', 'application/json', 'image/jpeg; x=text/html', ''])(
    'that is no picture but "%s" is saved under its own name and never shown',
    async (contentType) => {
      const result = resultWith(aReference, { name: 'requests".json\r\nx' });
      const { headers } = await pageOf([result], 'operator', { contentType }).open(aReference);
      expect(headers.get('content-type')).toBe('application/octet-stream');
      expect(headers.get('content-disposition')).toBe('attachment; filename="requests_.json__x"');
    },
  );

  it('that lies elsewhere is led to', async () => {
    const page = aPage({
      configuration,
      stores: detailStores(configuration, { results: [resultWith(aReference)] }),
      others: { openEvidence: async () => ({ kind: 'elsewhere', url: 'https://bucket.example/x?sig=1' }) },
    });
    const answer = await page.get(`/evidence?${new URLSearchParams({ ref: aReference })}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, 'https://bucket.example/x?sig=1']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('that has expired is answered like anything unknown', async () => {
    const page = aPage({ configuration, stores: detailStores(configuration, { results: [resultWith(aReference)] }) });
    expect((await page.get(`/evidence?${new URLSearchParams({ ref: aReference })}`)).status).toBe(404);
  });
});

describe('a reference', () => {
  const submission = 'submissions/website/form/2026-11-23T09:30:00.000Z.json';
  it.each([
    ['nothing', ''],
    ['another piece of the same run', aReference.replace('screenshot', 'other')],
    ['another run', aReference.replace('09%3A30', '09%3A31')],
    ['a check that is not configured', aReference.replace('form', 'gone')],
    ['a way out of the folder', 'evidence/website/form/../../reports/2026-W47.html'],
    ['an encoded way out', 'evidence/website/form%2F..%2F..%2Fx/2026-11-23T09%3A30%3A00.000Z/screenshot.jpg'],
    ['a broken encoding', 'evidence/website/form/2026-11-23T09%3A30%3A00.000Z/%E0%A4%A'],
    ['more parts', `${aReference}/more`],
    ['no such moment', 'evidence/website/form/2026-99-99T99%3A99%3A99.000Z/screenshot.jpg'],
    ['an absolute path', '/etc/passwd'],
    ['a path that looks like one', '/x/../website_form/2026-11-23T09-30-00.000Z-screenshot.jpg'],
    ['an address', 'https://evil.example/website_form/2026-11-23T09-30-00.000Z-screenshot.jpg'],
    ['a submission', submission],
    ['a report', 'reports/2026-W47.html'],
    ['a received mail', 'inbox/mailbox/1'],
    ['a file of calls', 'calls/phone/november.csv'],
    ['a zero byte', `${aReference}\0`],
    ['a very long text', `evidence/${'x'.repeat(1_000_000)}`],
  ])('to %s opens nothing and is answered like anything unknown', async (_, reference) => {
    const { open, opened, get } = pageOf([resultWith(aReference)]);
    const [answer, unknown] = [await open(reference), await get('/nothing-here')];
    expect([answer.status, await answer.text()]).toEqual([404, await unknown.text()]);
    expect(opened).toEqual([]);
  });

  it('that stands in a result of another check does not open it', async () => {
    const foreign = 'evidence/facebook/responses/2026-11-23T09%3A30%3A00.000Z/screenshot.jpg';
    const { open } = pageOf([resultWith(foreign, { checkId: 'website/form' })]);
    expect((await open(foreign)).status).toBe(404);
  });

  it('of a check that may have kept customers’ words is for operators only', async () => {
    const social = 'evidence/facebook/responses/2026-11-23T09%3A30%3A00.000Z/thread.json';
    const results = [resultWith(social, { checkId: 'facebook/responses' })];
    expect((await pageOf(results).open(social)).status).toBe(200);
    const readers = pageOf(results, 'reader');
    expect((await readers.open(social)).status).toBe(404);
    expect(readers.opened).toEqual([]);
  });
});

describe('the references that the stores give', () => {
  let folder: string;
  let bucket: Bucket;
  beforeAll(async () => {
    bucket = await aBucket();
    folder = await mkdtemp(path.join(tmpdir(), 'touchlight-evidence-'));
  });
  afterAll(async () => {
    bucket.close();
    await rm(folder, { recursive: true });
  });

  const draft = { name: 'screenshot.jpg', contentType: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]) };
  const ids = ['website/form', 'website/page-load@mobile', prices.id];

  it.each(ids)('in a folder on this machine lead back to their run: %s', async (checkId) => {
    const { reference } = await createEvidenceFolder(folder).put(runId(checkId, scheduledAt), draft);
    const result = resultWith(reference, { checkId });
    const answer = await pageOf([result], 'reader', { bytes: await readFile(reference) }).open(reference);
    expect([answer.status, [...new Uint8Array(await answer.arrayBuffer())]]).toEqual([200, [1, 2, 3]]);
  });

  it.each(ids)('in the bucket lead back to their run: %s', async (checkId) => {
    const { reference } = await createS3EvidenceStore(bucket.name, bucket.client).put(
      runId(checkId, scheduledAt),
      draft,
    );
    expect((await pageOf([resultWith(reference, { checkId })], 'reader').open(reference)).status).toBe(200);
  });
});
