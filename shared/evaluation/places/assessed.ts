import { z } from 'zod';
import { type Instant, instantSchema } from '../../model/instant.ts';
import type { Status } from '../../model/status.ts';

/** What a light that people give is made of: without both, one visit of last spring looks like a hundred of this week. */
export interface Assessed {
  readonly visits: number;
  readonly newestAt: Instant;
}

/** Scorecards say both with everything they say. */
const said = z.object({ n: z.number().int().min(0), newestAt: instantSchema });

/** Null where nobody has assessed anything yet. */
export function assessedOf(statuses: readonly Pick<Status, 'lastFinding'>[]): Assessed | null {
  for (const { lastFinding } of statuses) {
    const statement = lastFinding.kind === 'cause' ? lastFinding.says : lastFinding.because;
    const { data } = said.safeParse(statement?.params);
    if (data !== undefined) return { visits: data.n, newestAt: data.newestAt };
  }
  return null;
}
