import { graphError } from './graph.ts';
import type { StubAnswer } from './stub-server.ts';
import type { World } from './world.ts';

const dayMs = 24 * 3_600_000;

/** Tokens of Instagram's and Threads' own logins: each ends after 60 days, and can be renewed from its second day on. */
export class LoginTokens {
  readonly #world: World;
  readonly #madeAt: Map<string, number>;

  /** @param first has a `-0-` in it, from which the next ones are counted */
  constructor(world: World, first: string, madeAt: number) {
    this.#world = world;
    this.#madeAt = new Map([[first, madeAt]]);
  }

  isLive(token: string): boolean {
    const madeAt = this.#madeAt.get(token);
    return madeAt !== undefined && this.#world.now - madeAt < 60 * dayMs;
  }

  renew(token: string): StubAnswer {
    if (this.#world.now - (this.#madeAt.get(token) ?? 0) < dayMs) return graphError(100);
    const next = token.replace(/-\d+-/, `-${this.#madeAt.size}-`);
    this.#madeAt.set(next, this.#world.now);
    return { body: { access_token: next, token_type: 'bearer', expires_in: 60 * 86_400 } };
  }
}
