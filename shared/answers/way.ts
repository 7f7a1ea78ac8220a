import { Cookies } from './cookies.ts';
import { type Answer, plainRequest, type RequestOptions, redirectTarget } from './plain-request.ts';

/** As many as Chromium follows; Firefox and Safari give up at the same number. */
const mostRedirects = 20;
/**
 * Browsers know no circles, only too many redirects. A server may let a visitor in at the second time of asking, because it
 * knows his address by then; who asks a third time in vain has seen enough.
 */
const mostOfSame = 2;

/** A visitor's way from an address to a page, through redirects and with the cookies he is given on it. */
export class Way {
  readonly chain: Answer[] = [];
  readonly #cookies: Cookies;
  readonly #asked: string[] = [];
  #next: string;

  /** @param nowMs epoch milliseconds */
  constructor(url: string, nowMs: number) {
    this.#next = url;
    this.#cookies = new Cookies(nowMs);
  }

  /** The address that is asked next; when an answer is missing, the one that gave none. */
  get next(): string {
    return this.#next;
  }

  /**
   * Follows the way to its end. `loop` says whether an address came `again`, or there were only too many.
   * @throws what `plainRequest` and `beforeEach` throw
   */
  async follow(
    options: RequestOptions & { readonly beforeEach?: (url: string) => Promise<void> },
  ): Promise<{ kind: 'end'; answer: Answer } | { kind: 'loop'; again: string | null }> {
    for (;;) {
      await options.beforeEach?.(this.#next);
      const cookie = this.#cookies.headerFor(this.#next);
      this.#asked.push(requestOf(this.#next, cookie));
      const answer = await plainRequest(this.#next, { ...options, ...(cookie !== '' && { cookie }) });
      this.chain.push(answer);
      this.#cookies.keep(answer.url, answer.headers['set-cookie']);
      const next = redirectTarget(answer);
      if (next === null) return { kind: 'end', answer };
      const same = requestOf(next, this.#cookies.headerFor(next));
      if (this.#asked.filter((earlier) => earlier === same).length >= mostOfSame) return { kind: 'loop', again: next };
      if (this.chain.length > mostRedirects) return { kind: 'loop', again: null };
      this.#next = next;
    }
  }
}

/** The part behind `#` is not sent. */
function requestOf(url: string, cookie: string): string {
  return `${url.split('#')[0]} ${cookie}`;
}
