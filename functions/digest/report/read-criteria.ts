import type { Check } from '../../../shared/model/check.ts';
import {
  type CriteriaDetails,
  type CriteriaTemplate,
  criteriaDetailsSchema,
  criteriaTemplateSchema,
} from '../../../shared/model/criteria.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import type { Stores } from '../../../shared/ports/stores.ts';

/** What people found at a touchpoint: each question by all who were assessed. */
export interface Criteria {
  readonly template: CriteriaTemplate;
  readonly found: CriteriaDetails;
}

/** By the last run of each scorecard; one without any answer has nothing to show. */
export async function readCriteria(
  checks: readonly Check[],
  stores: Pick<Stores, 'results'>,
  now: string,
): Promise<Criteria[]> {
  const all = checks.map(async (check): Promise<Criteria[]> => {
    const template = criteriaTemplateSchema.safeParse(check.options['template']);
    if (!template.success) return [];
    const until = Date.parse(now);
    const range = { from: toInstant(until - 2 * check.everyMinutes * minuteMs), to: toInstant(until + 1) };
    const result = (await stores.results.list(check.id, range)).at(-1);
    const found = criteriaDetailsSchema.safeParse(result?.details);
    const isAnswered = found.success && found.data.table.some(({ overall }) => overall !== null);
    return isAnswered ? [{ template: template.data, found: found.data }] : [];
  });
  return (await Promise.all(all)).flat();
}
