import { sameFacts } from '../probes/same-facts/spec.ts';
import { type Path, valueAt } from './data-path.ts';
import { sameFactsOf } from './expand-same-facts.ts';
import { shown } from './redact.ts';
import type { Finding } from './structural-faults.ts';
import { anyOf } from './suggest.ts';

const kinds = { google: 'google-reviews', facebook: 'facebook' } as const;

/** What is wrong with where a website's facts are said to be given, too. */
export function sameFactsFindings(
  touchpoint: unknown,
  path: Path,
  touchpoints: readonly unknown[],
): readonly Finding[] {
  const settings = sameFactsOf(touchpoint);
  if (settings === null) return [];
  return (['google', 'facebook'] as const).flatMap((key): Finding[] => {
    const ids = touchpoints
      .filter((each) => valueAt(each, ['kind']) === kinds[key])
      .map((each) => valueAt(each, ['id']))
      .filter((id) => typeof id === 'string');
    const at = [...path, 'checks', sameFacts.id, key];
    const named = settings[key];
    if (named === undefined) {
      if (ids.length < 2) return [];
      const several = `is missing; this file has ${ids.length} touchpoints of kind ${kinds[key]}`;
      return [{ path: at, at: 'key', message: `${several}: write ${anyOf(ids)}, or false to compare with none` }];
    }
    if (typeof named !== 'string' || ids.includes(named)) return [];
    const remedy = ids.length === 0 ? 'add one, or leave this out' : `write ${anyOf(ids)}`;
    return [
      {
        path: at,
        at: 'value',
        message: `${shown(named)} is not the id of a touchpoint of kind ${kinds[key]}; ${remedy}`,
      },
    ];
  });
}
