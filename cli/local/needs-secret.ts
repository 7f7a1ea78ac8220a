import type { Configuration } from '../../shared/model/business.ts';

/** Of what is read with a secret, the login is the first thing that can be wrong. */
export function needsSecret({ touchpoints }: Configuration): boolean {
  return touchpoints.some(({ secret, checks }) => secret !== null && checks.length > 0);
}
