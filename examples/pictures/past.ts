import type { Check } from '../../shared/model/check.ts';
import { quoted } from '../../shared/model/finding.ts';
import type { Result } from '../../shared/model/result.ts';
import { sayForm } from '../../shared/probes/form/statements.ts';

/** When the form broke, and since when somebody on Facebook has waited for longer than promised; epoch milliseconds. */
export interface Troubles {
  readonly formSince: number;
  readonly facebookSince: number;
}

const hourMs = 3_600_000;

/** What a run of Coffee Lab's past weeks found: fast and well, but for its troubles and one slow afternoon. */
export function pastResult({ id, probe, device, touchpointId }: Check, at: number, troubles: Troubles): Result {
  const result: Result = {
    checkId: id,
    scheduledAt: new Date(at).toISOString(),
    startedAt: new Date(at + 1_000).toISOString(),
    finishedAt: new Date(at + 6_000).toISOString(),
    attempts: 1,
    outcome: 'measured',
    reason: quoted('As usual.'),
    cause: null,
    measurements: {},
    facts: {},
    evidence: [],
    details: {},
  };
  const wave = Math.sin(at / hourMs / 17) + Math.sin(at / hourMs / 5) / 2;
  switch (probe) {
    case 'availability':
      return { ...result, measurements: { ttfbMs: Math.round(210 + 60 * wave), status: 200, redirects: 0 } };
    case 'page-load': {
      const isSlow = Math.abs(at - (troubles.formSince + 24 * hourMs)) < 2 * hourMs;
      const lcpMs = Math.round((device === 'mobile' ? 1_750 : 420) * (isSlow ? 1.7 : 1) * (1 + wave / 12));
      return { ...result, measurements: { lcpMs, loadMs: Math.round(lcpMs * 1.15), cls: 0.01 } };
    }
    case 'contacts':
      return { ...result, measurements: { clicksToContact: 0, contactsFound: 4 } };
    case 'lighthouse':
      return { ...result, measurements: { score: Math.round(97 + 2 * wave) / 100 } };
    case 'field-speed':
      return { ...result, measurements: visitors(device) };
    case 'same-facts':
      return { ...result, measurements: { differences: 0 } };
    case 'form':
      return at < troubles.formSince
        ? { ...result, measurements: { submitMs: Math.round(480 + 90 * wave), fieldsMissing: 0 } }
        : {
            ...result,
            outcome: 'failed',
            cause: 'form-error',
            reason: sayForm('form/server-error', { status: 500 }),
          };
    case 'form-arrival':
      return { ...result, measurements: { arrivalMs: 4_000 + Math.round(900 * wave), inSpam: 0, copies: 1 } };
    case 'survey':
    case 'orders':
      return { ...result, measurements: loyalty(probe, wave) };
    default:
      return { ...result, ...answers(touchpointId, at, troubles, wave) };
  }
}

function loyalty(probe: 'survey' | 'orders', wave: number): Result['measurements'] {
  return probe === 'survey'
    ? { fall: 0, score: Math.round(38 + 3 * wave), margin: 16, answers: 75 }
    : { fall: 0, repeatRate: Math.round(41 + wave) / 100, margin: 0.1, customers: 91 };
}

/** How fast it was for three of four Chrome users. */
function visitors(device: Check['device']): Result['measurements'] {
  return device === 'mobile'
    ? { lcpMs: 2_140, inpMs: 170, cls: 0.04, ttfbMs: 690 }
    : { lcpMs: 1_320, inpMs: 80, cls: 0.02, ttfbMs: 410 };
}

function answers(touchpointId: string, at: number, { facebookSince }: Troubles, wave: number): Partial<Result> {
  const waits = touchpointId === 'facebook' && at > facebookSince;
  return {
    measurements: {
      overdue: waits ? 1 : 0,
      unanswered: waits ? 1 : 0,
      oldestWaitingMinutes: waits ? Math.round((at - facebookSince) / 60_000 / 3) : 0,
      medianFirstResponseMinutes: Math.round(28 + 8 * wave),
      ...(touchpointId === 'google-reviews' && { averageRating: 4.6 }),
    },
    facts: waits ? { overdue: quoted('Iryna Melnyk has waited longer than promised for an answer') } : {},
  };
}
