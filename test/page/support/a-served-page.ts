import { addressOf, createLocalPage } from '../../../cli/page/local-page.ts';
import { type Fetch, serveLocally } from '../../../cli/page/local-server.ts';
import { pageKeyOf } from '../../../cli/page/page-key.ts';
import { createLanes } from '../../../cli/watch/lanes.ts';
import type { Business } from './a-business.ts';

export interface ServedPage {
  readonly origin: string;
  readonly key: string;
  /** The address that lets its reader in. */
  readonly address: string;
  /** Resolves when no check is under way. */
  readonly idle: () => Promise<void>;
  readonly fetch: Fetch;
  /** What failed while the page was answered. */
  readonly failures: readonly unknown[];
  readonly close: () => Promise<void>;
}

/** The business's page on a port of this machine, as `touchlight watch` serves it. */
export async function aServedPage({ configuration, folder, flow, clock, linkTo }: Business): Promise<ServedPage> {
  const key = await pageKeyOf(folder);
  const { signal } = new AbortController();
  const failures: unknown[] = [];
  const lanes = createLanes(async ({ checks, scheduledAt }) => void (await flow.run(checks, signal, scheduledAt)));
  const page = createLocalPage({
    ...{ configuration, folder, key, stores: flow.stores, refresh: flow.refresh },
    onFailure: (error) => failures.push(error),
    runNow: async (check) => {
      clock.now = Date.now();
      return lanes.addNow(check, clock.now);
    },
  });
  const server = await serveLocally(page, 0);
  linkTo((path) => addressOf(server.origin, key, path));
  return { ...server, key, failures, fetch: page, address: addressOf(server.origin, key), idle: lanes.idle };
}
