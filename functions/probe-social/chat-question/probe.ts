import { isInMaintenance } from '../../../shared/evaluation/notifications/maintenance.ts';
import type { Maintenance } from '../../../shared/model/business.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { longestMaintenanceDays } from '../../../shared/ports/stores.ts';
import { chatQuestion as spec } from '../../../shared/probes/chat-question/spec.ts';
import type { Probe } from '../../../shared/runtime/probe.ts';
import { makeRound } from '../shopper/round.ts';
import type { SocialTarget } from '../social-probe.ts';
import { reportQuestion } from './report-question.ts';

/**
 * Has one question a week asked in the site's chat, and follows it until a person has answered it: there, or by mail. What is
 * answered in the chat after the visit that asks, and not sent by mail, it cannot see.
 */
export const chatQuestion: Probe<typeof spec, SocialTarget> = {
  spec,
  measure: (target, { options, ...context }) => {
    const { shopper: mailboxOf, maintenance } = options;
    const isQuiet = (): Promise<boolean> => isUnderMaintenance(target, [mailboxOf], maintenance);
    return makeRound(target, { options, mailboxOf, isQuiet, report: reportQuestion }, context);
  },
};

/** Of the site or of the shopper: then nothing is asked. */
async function isUnderMaintenance(
  { check, maintenance: announced, now }: SocialTarget,
  others: readonly string[],
  inFile: readonly Maintenance[],
): Promise<boolean> {
  const nowMs = now();
  const touchpoints = [check.touchpointId, ...others];
  const range = { from: toInstant(nowMs - longestMaintenanceDays * dayMs), to: toInstant(nowMs + 1) };
  const found = await Promise.all(touchpoints.map((id) => announced?.list(id, range) ?? []));
  const windows = [...inFile, ...found.flat()];
  return touchpoints.some((id) => isInMaintenance(id, toInstant(nowMs), windows));
}
