import type { LookupFunction } from 'node:net';
import type { BrowserContext } from 'playwright-core';
import { createManners } from '../../../shared/browser/manners.ts';
import type { Measured } from '../../../shared/runtime/probe.ts';
import { type Behaviour, behave } from './behave.ts';

export interface Guest {
  readonly url: string;
  readonly contact: string;
  readonly signal: AbortSignal;
  readonly now: () => number;
  readonly lookup?: LookupFunction;
}

/**
 * Makes a visit to somebody else's site, after its robots.txt has been read: no browser starts where it asks to stay away.
 * @param count of the checks of the visit
 * @param visit measures them in a browser that it has prepared
 */
export async function asGuest(
  { url, ...deps }: Guest,
  count: number,
  visit: (prepare: (context: BrowserContext) => Promise<void>) => Promise<Measured[]>,
): Promise<Measured[]> {
  const manners = createManners(deps);
  const refusal = await manners.refusal(url);
  if (refusal !== null) return Array.from({ length: count }, () => refusal);
  let behaviour: Behaviour | undefined;
  const all = await visit(async (context) => {
    behaviour = await behave(context, manners);
  });
  const kept = behaviour?.keptFrom() ?? null;
  // What has been measured was allowed: a page of contacts that robots must not read is only not read.
  return all.map((each) => (each.outcome === 'measured' ? each : (kept ?? each)));
}
