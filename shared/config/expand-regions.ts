import type { Check } from '../model/check.ts';
import { specOf } from '../probes/index.ts';

/**
 * The check with the further regions that are asked when it fails: those of the file, where another region can tell. A form that is really
 * sent is sent from home only.
 */
export function seenFrom(regions: readonly string[], check: Check): Check {
  const isSeen = specOf(check.probe)?.seenElsewhere === true && check.options['mode'] !== 'submit';
  return isSeen && regions.length > 0 ? { ...check, regions: [...regions] } : check;
}
