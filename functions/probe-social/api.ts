import type { z } from 'zod';
import { parseJson } from '../../shared/model/parse-json.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { DeadlineError } from '../../shared/runtime/deadline.ts';
import { type Answer, ApiFault } from './api-fault.ts';

/** How the world outside reaches a poll: all of it is replaced in tests. */
export interface Io {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Requests that one poll may make. What does not fit is read by the next poll. */
export class Budget {
  #left: number;
  constructor(requests: number) {
    this.#left = requests;
  }
  /** Reading on is worth it: a few requests are kept back for those who wait already. */
  get allowsReading(): boolean {
    return this.#left > reserve;
  }
  get isSpent(): boolean {
    return this.#left <= 0;
  }
  spend(): void {
    this.#left -= 1;
  }
}

const reserve = 10;

export interface ApiOptions {
  /** Ends with a slash. */
  readonly base: string;
  /** What is wrong with an answer, in the platform's own way of saying so. */
  readonly classify: (answer: Answer, now: number) => ApiFault | null;
  /** @param url of the request, for platforms that want it signed */
  readonly headers: (url: URL) => Promise<Record<string, string>>;
  /** Called once when the token is refused; afterwards the request is made again. */
  readonly renew?: () => Promise<void>;
  /** Client-side pacing, where a platform counts requests per second. */
  readonly minIntervalMs?: number;
  /** How long to wait for one answer, and how large it may be, where that is less than usual. */
  readonly patienceMs?: number;
  readonly largestAnswerMb?: number;
}

export type Query = Readonly<Record<string, string | number | undefined>>;

interface Call<T> {
  readonly path: string;
  readonly query?: Query;
  /** Sent as a form, by POST. */
  readonly form?: Query;
  /** Sent as JSON, by POST. */
  readonly json?: unknown;
  readonly schema: z.ZodType<T>;
}

export interface Api {
  /** @throws ApiFault for whatever is wrong with the answer, DeadlineError when the poll must end */
  call<T>(call: Call<T>): Promise<T>;
}

const answerTimeoutMs = 20_000;
const largestAnswerMb = 16;
/** Waits before trouble that passes by itself is believed. */
const backoffMs = [500, 2000];
/** A pause this short is waited for within the poll. */
const shortPauseMs = 5000;

export function createApi(options: ApiOptions, budget: Budget, io: Io): Api {
  let nextAt = 0;
  const pace = async (): Promise<void> => {
    const wait = nextAt - io.now();
    if (wait > 0) await io.sleep(wait);
    nextAt = io.now() + (options.minIntervalMs ?? 0);
  };
  const once = async <T>(call: Call<T>): Promise<T> => {
    if (budget.isSpent) throw new ApiFault('endless', sayResponses('responses/too-many-requests', {}));
    await pace();
    budget.spend();
    const answer = await ask(options, call, io);
    const fault = options.classify(answer, io.now());
    if (fault !== null) throw fault;
    const parsed = call.schema.safeParse(answer.body);
    if (parsed.success) return parsed.data;
    const path = parsed.error.issues[0]?.path.join('.') || null;
    throw new ApiFault('wrong-answer', sayResponses('responses/other-shape', { path }));
  };
  return {
    async call(call) {
      let renewed = false;
      for (let attempt = 0; ; attempt++) {
        try {
          return await once(call);
        } catch (error) {
          if (!(error instanceof ApiFault)) throw error;
          if (error.kind === 'auth' && options.renew !== undefined && !renewed) {
            renewed = true;
            await options.renew();
            continue;
          }
          const wait = pauseBefore(error, attempt, io.now());
          if (wait === null) throw error;
          await io.sleep(wait);
        }
      }
    },
  };
}

/** How long to wait before the same request is worth another try; null when it is not, within this poll. */
function pauseBefore(fault: ApiFault, attempt: number, now: number): number | null {
  const passes =
    fault.kind === 'transient' || (fault.kind === 'wrong-answer' && fault.clue.id === 'responses/not-json');
  if (passes) return backoffMs[attempt] ?? null;
  if (fault.kind !== 'throttled' || fault.retryAt === null || attempt > 1) return null;
  const wait = Math.max(fault.retryAt - now, 0);
  return wait <= shortPauseMs ? wait : null;
}

async function ask<T>(options: ApiOptions, call: Call<T>, io: Io): Promise<Answer> {
  const { path, query } = call;
  const { patienceMs = answerTimeoutMs, largestAnswerMb: limitMb = largestAnswerMb } = options;
  const url = within(options.base, path);
  for (const [name, value] of entries(query)) url.searchParams.set(name, value);
  const timeout = AbortSignal.timeout(patienceMs);
  try {
    const response = await fetch(url, {
      ...sent(call),
      headers: { accept: 'application/json', ...jsonHeaders(call), ...(await options.headers(url)) },
      // A redirect would carry the token somewhere else.
      redirect: 'error',
      signal: AbortSignal.any([io.signal, timeout]),
    });
    return { status: response.status, headers: response.headers, body: parseJson(await readText(response, limitMb)) };
  } catch (error) {
    if (error instanceof ApiFault) throw error;
    if (io.signal.aborted) throw new DeadlineError('The poll took longer than its deadline.');
    // The cause's message may quote the address, and Telegram's addresses contain the token.
    throw new ApiFault(
      'transient',
      timeout.aborted
        ? sayResponses('responses/no-answer', { patienceMs })
        : sayResponses('responses/no-connection', {}),
    );
  }
}

function sent<T>({ form, json }: Call<T>): Pick<RequestInit, 'method' | 'body'> {
  if (json !== undefined) return { method: 'POST', body: JSON.stringify(json) };
  return form === undefined ? { method: 'GET' } : { method: 'POST', body: new URLSearchParams(entries(form)) };
}

function jsonHeaders<T>({ json }: Call<T>): Record<string, string> {
  return json === undefined ? {} : { 'content-type': 'application/json' };
}

/** The address of a next page is the platform's word: one that leads elsewhere would carry the token there. */
function within(base: string, path: string): URL {
  const url = URL.parse(path, base);
  if (url !== null && url.origin === new URL(base).origin) return url;
  throw new ApiFault('wrong-answer', sayResponses('responses/other-shape', { path: null }));
}

function entries(query: Query = {}): [string, string][] {
  return Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
}

async function readText(response: Response, limitMb: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > limitMb * 1024 * 1024)
      throw new ApiFault('wrong-answer', sayResponses('responses/too-large', { limitMb }));
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Pages that bring nothing new although a next one is announced; a few are normal (filtered items), more are a loop. */
const idlePagesLimit = 5;

/** Stands beside a paged reading and notices when it runs in circles. */
export class PageGuard {
  #cursors = new Set<string>();
  #lastIds: ReadonlySet<string> = new Set();
  #idle = 0;
  readonly #idleLimit: number;

  /** @param idleLimit so many pages may bring nothing new */
  constructor(idleLimit = idlePagesLimit) {
    this.#idleLimit = idleLimit;
  }

  /** @throws ApiFault `endless` when a cursor comes back, or page after page repeats the one before */
  turn(cursor: string, ids: readonly string[]): void {
    if (this.#cursors.has(cursor)) throw new ApiFault('endless', sayResponses('responses/same-page', {}));
    this.#cursors.add(cursor);
    const bringsNew = ids.some((id) => !this.#lastIds.has(id));
    this.#idle = bringsNew ? 0 : this.#idle + 1;
    if (ids.length > 0) this.#lastIds = new Set(ids);
    if (this.#idle > this.#idleLimit) throw new ApiFault('endless', sayResponses('responses/nothing-new', {}));
  }
}
