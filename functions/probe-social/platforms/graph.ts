import { z } from 'zod';
import { parseJson } from '../../../shared/model/parse-json.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import { sayResponses } from '../../../shared/probes/responses/statements.ts';
import type { Api, Budget, Query } from '../api.ts';
import { PageGuard } from '../api.ts';
import { type Answer, ApiFault, errorCode, faultByStatus } from '../api-fault.ts';
import { type Credential, type PlatformAccess, part } from '../platform.ts';

/** What Facebook and Instagram share: the Graph API's errors, pages and batches. */

const errorSchema = z.looseObject({
  error: z.looseObject({
    code: z.number(),
    error_subcode: z.number().optional(),
    is_transient: z.boolean().optional(),
  }),
});

/** Codes as Meta's guide "Handling Errors" and its rate-limit guide list them; the HTTP status is not reliable there. */
const authCodes = new Set([102, 190]);
const throttleCodes = new Set([4, 17, 32, 341, 368, 613, 80001, 80002]);
const transientCodes = new Set([1, 2]);

export function classifyGraph(answer: Answer, now: number): ApiFault | null {
  const parsed = errorSchema.safeParse(answer.body);
  if (!parsed.success) return faultByStatus(answer, now);
  const { code, error_subcode: subcode, is_transient: isTransient } = parsed.data.error;
  const clue = errorCode(code, subcode);
  if (authCodes.has(code)) return new ApiFault('auth', clue);
  if (throttleCodes.has(code)) return new ApiFault('throttled', clue, regainAt(answer.headers, now));
  if (transientCodes.has(code) || isTransient === true) return new ApiFault('transient', clue);
  if (code === 3 || code === 10 || (code >= 200 && code < 300)) return new ApiFault('permission', clue);
  if ((code === 100 && subcode === 33) || code === 803) return new ApiFault('gone', clue);
  return new ApiFault('refused', clue);
}

const usageSchema = z.record(
  z.string(),
  z.array(z.looseObject({ estimated_time_to_regain_access: z.number().optional() })),
);

/** Minutes until access is regained, of the longest wait that the header names; the header is optional. */
function regainAt(headers: Headers, now: number): number | null {
  const text = headers.get('x-business-use-case-usage');
  if (text === null) return null;
  const uses = Object.values(usageSchema.safeParse(parseJson(text)).data ?? {}).flat();
  const minutes = Math.max(0, ...uses.map((use) => use.estimated_time_to_regain_access ?? 0));
  return minutes === 0 ? null : now + minutes * minuteMs;
}

export function openGraph(access: PlatformAccess): Api {
  const base = access.base ?? 'https://graph.facebook.com/v26.0/';
  const authorization = `Bearer ${part(access.credential, 'token')}`;
  return access.open({ base, classify: classifyGraph, headers: async () => ({ authorization }) });
}

export interface GraphPage<T> {
  readonly data: readonly T[];
  /** Cursor of the next page; null at the end. */
  readonly after: string | null;
  readonly totalCount: number | null;
}

export function pageOf<T>(item: z.ZodType<T>) {
  return z
    .looseObject({
      data: z.array(item).default([]),
      paging: z
        .looseObject({
          cursors: z.looseObject({ after: z.string().optional() }).optional(),
          next: z.string().optional(),
        })
        .optional(),
      summary: z.looseObject({ total_count: z.number().optional() }).optional(),
    })
    .transform(({ data, paging, summary }): GraphPage<T> => {
      // A page may be short or empty and still have a next one; only its absence ends the list.
      const after = paging?.next === undefined ? null : (paging.cursors?.after ?? null);
      return { data, after, totalCount: summary?.total_count ?? null };
    });
}

/** Page after page. `next` itself is never used: it carries the token in its address. */
export async function* graphPages<T extends { readonly id: string }>(
  api: Api,
  path: string,
  query: Query,
  item: z.ZodType<T>,
  after: string | null = null,
): AsyncGenerator<GraphPage<T>> {
  const schema = pageOf(item);
  const guard = new PageGuard();
  for (let cursor: string | null = after; ; ) {
    const page: GraphPage<T> = await api.call({ path, query: { ...query, after: cursor ?? undefined }, schema });
    yield page;
    cursor = page.after;
    if (cursor === null) return;
    guard.turn(
      cursor,
      page.data.map(({ id }) => id),
    );
  }
}

/** Documented: at most 50 requests in a batch, each counted on its own. */
const batchSize = 50;

const batchSchema = z.array(z.looseObject({ code: z.number(), body: z.string() }).nullable());

/** An item of a batch: the object, that it is gone, or that the platform left it out this time. */
export interface BatchItem<T> {
  readonly id: string;
  readonly value: T | 'gone' | 'skipped';
}

/**
 * Reads many objects by id, fifty at a time.
 * @throws ApiFault when an item fails for a reason that is not its own (a dead token, a throttle)
 */
export async function readByIds<T>(
  api: Api,
  wanted: readonly { readonly id: string; readonly query: Query }[],
  item: z.ZodType<T>,
  now: number,
): Promise<BatchItem<T>[]> {
  const all: BatchItem<T>[] = [];
  for (let start = 0; start < wanted.length; start += batchSize) {
    const slice = wanted.slice(start, start + batchSize);
    const batch = slice.map(({ id, query }) => ({ method: 'GET', relative_url: `${id}?${asQuery(query)}` }));
    const answers = await api.call({
      path: '',
      form: { batch: JSON.stringify(batch), include_headers: 'false' },
      schema: batchSchema,
    });
    for (const [index, { id }] of slice.entries()) all.push({ id, value: itemOf(answers[index] ?? null, item, now) });
  }
  return all;
}

/** The same without batches; what the budget does not allow is skipped, and the caller asks for it first the next time. */
export async function readOneByOne<T>(
  api: Api,
  wanted: readonly { readonly id: string; readonly query: Query }[],
  item: z.ZodType<T>,
  budget: Budget,
): Promise<BatchItem<T>[]> {
  const all: BatchItem<T>[] = [];
  for (const { id, query } of wanted) {
    if (!budget.allowsReading) all.push({ id, value: 'skipped' });
    else {
      try {
        all.push({ id, value: await api.call({ path: id, query, schema: item }) });
      } catch (error) {
        if (!(error instanceof ApiFault) || error.kind !== 'gone') throw error;
        all.push({ id, value: 'gone' });
      }
    }
  }
  return all;
}

function itemOf<T>(
  answer: z.infer<typeof batchSchema>[number],
  item: z.ZodType<T>,
  now: number,
): T | 'gone' | 'skipped' {
  // The platform ran out of time for this one.
  if (answer === null) return 'skipped';
  const body = parseJson(answer.body);
  const fault = classifyGraph({ status: answer.code, headers: new Headers(), body }, now);
  if (fault?.kind === 'gone') return 'gone';
  if (fault?.kind === 'transient') return 'skipped';
  if (fault !== null) throw fault;
  const value = item.safeParse(body);
  if (!value.success) throw new ApiFault('wrong-answer', sayResponses('responses/other-item', {}));
  return value.data;
}

function asQuery(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) parameters.set(name, String(value));
  return parameters.toString();
}

const debugSchema = z.looseObject({
  data: z.looseObject({
    is_valid: z.boolean().optional(),
    expires_at: z.number().optional(),
    data_access_expires_at: z.number().optional(),
    scopes: z.array(z.string()).optional(),
  }),
});

/** When the token dies (epoch ms; null for never) and what it may, by the platform's own account of it. */
export async function debugToken(api: Api, credential: Credential) {
  const token = part(credential, 'token');
  const { appId, appSecret } = credential;
  const { data } = await api.call({
    path: 'debug_token',
    query: { input_token: token, access_token: appId && appSecret ? `${appId}|${appSecret}` : undefined },
    schema: debugSchema,
  });
  if (data.is_valid === false) throw new ApiFault('auth', sayResponses('responses/dead-token', {}));
  const ends = [data.expires_at, data.data_access_expires_at].filter((each) => each !== undefined && each > 0);
  return {
    expiresAt: ends.length === 0 ? null : Math.min(...ends.map((seconds) => (seconds ?? 0) * 1000)),
    scopes: data.scopes ?? [],
  };
}
