import { phoneSourceNames } from '../model/social-platform.ts';
import { type Path, valueAt } from './data-path.ts';
import type { Finding } from './structural-faults.ts';

/** What only one source of calls has must not stand beside another. */
export function phoneFindings(touchpoint: unknown, path: Path): readonly Finding[] {
  const source = phoneSourceNames.find((each) => each === valueAt(touchpoint, ['source']));
  if (valueAt(touchpoint, ['kind']) !== 'phone' || source === undefined) return [];
  const isFiles = source === 'csv';
  const foreign = (isFiles ? ['secret', 'api'] : ['folder', 'columns']).filter(
    (key) => valueAt(touchpoint, [key]) !== undefined,
  );
  const why = isFiles ? 'files are read without it' : `${source} is asked for its calls, and no file is read`;
  return foreign.map((key) => ({
    path: [...path, key],
    at: 'key' as const,
    message: `does not go with source: ${source}, because ${why}; leave it out`,
  }));
}
