import { shopper as spec } from '../../../shared/probes/shopper/spec.ts';
import type { Probe } from '../../../shared/runtime/probe.ts';
import type { SocialTarget } from '../social-probe.ts';
import { reportShopper } from './report-shopper.ts';
import { makeRound } from './round.ts';

/**
 * Writes to the business as a customer would, a few times a week at most, and follows each enquiry until a person has answered it.
 * It cannot see an answer by phone or messenger, and not where in the business the mail lies.
 */
export const shopper: Probe<typeof spec, SocialTarget> = {
  spec,
  measure: (target, { options, ...context }) => {
    const { touchpointId: mailboxOf } = target.check;
    const errand = { options, mailboxOf, isQuiet: async () => false, report: reportShopper };
    return makeRound(target, errand, context);
  },
};
