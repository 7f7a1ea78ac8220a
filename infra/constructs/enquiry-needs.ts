import type { Configuration } from '../../shared/model/business.ts';
import { touchpointPartition } from '../../shared/model/table-keys.ts';
import { chatQuestion } from '../../shared/probes/chat-question/spec.ts';
import { enquiryOptionsOf } from '../../shared/probes/enquiry-options.ts';

/** Under what name a mystery shopper has a form sent, or a question asked in a chat. */
export function formsOfShoppers({ touchpoints }: Configuration): string[] {
  const checks = touchpoints.flatMap((touchpoint) => touchpoint.checks);
  return checks.flatMap((check) => enquiryOptionsOf(check)?.form?.id ?? []);
}

/** Whose announced maintenance is to be seen before anything is asked in a chat. */
export function quietPartitions({ touchpoints }: Configuration): string[] {
  const checks = touchpoints.flatMap((touchpoint) => touchpoint.checks);
  const asking = checks.filter(({ probe }) => probe === chatQuestion.id);
  const ids = asking.flatMap(({ touchpointId, options }) => [
    touchpointId,
    chatQuestion.options.parse(options).shopper,
  ]);
  return [...new Set(ids)].map(touchpointPartition);
}
