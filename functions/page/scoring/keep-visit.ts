import type { Check } from '../../../shared/model/check.ts';
import type { ScoredVisit } from '../../../shared/model/scorecard.ts';
import type { ImportWriter } from '../../../shared/ports/import-files.ts';
import { scorecard } from '../../../shared/probes/scorecard/spec.ts';
import type { PageDeps } from '../page-deps.ts';

/**
 * Keeps each visit in a file of its own, named by it: the same visit twice is one file.
 * @param then what has the check read it
 */
export function createKeepVisit(write: ImportWriter, then: (check: Check) => Promise<unknown>): PageDeps['keepVisit'] {
  return async (check, visit) => {
    const { folder } = scorecard.options.parse(check.options);
    await write('scorecards', check.touchpointId, folder, { name: fileName(visit), content: JSON.stringify(visit) });
    await then(check);
  };
}

function fileName({ scorecard: template, at, visit }: ScoredVisit): string {
  return `${template}-${at.slice(0, 10)}-${visit}.json`;
}
