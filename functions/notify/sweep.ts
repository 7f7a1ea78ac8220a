import PQueue from 'p-queue';
import { expectedFrom } from '../../shared/evaluation/notifications/watched-touchpoint.ts';
import { inTurns } from '../../shared/evaluation/schedule/in-turns.ts';
import { businessOf } from '../../shared/model/check-id.ts';
import { toInstant } from '../../shared/model/instant.ts';
import { type NotifiedFleet, settingsFor } from './fleet.ts';
import { type NotifyDeps, notifyTouchpoint, type Outcome } from './notify-touchpoint.ts';
import { touchpointsAtOnce } from './touchpoints-at-once.ts';

export interface SweepDeps extends Omit<NotifyDeps, 'now' | 'entry'> {
  readonly fleet?: NotifiedFleet;
  readonly now: () => number;
}

/** A touchpoint that could not be looked at. */
export interface Failure {
  readonly touchpointId: string;
  readonly error: unknown;
}

/**
 * Looks at every touchpoint that is configured, or was and is still remembered, whether or not any run has come in: what
 * waited for business hours, was removed, went silent, or lost its trigger is handled here. One that fails holds up no other.
 * @param onOutcome gets each touchpoint's outcome; none is kept, so memory does not grow with their number
 */
export async function sweep(
  deps: SweepDeps,
  onOutcome: (outcome: Outcome) => Promise<void> | void,
): Promise<Failure[]> {
  const entries = new Map((await deps.stores.touchpoints.list()).map((entry) => [entry.touchpointId, entry]));
  const known = new Set([...deps.configuration.touchpoints.map(({ id }) => id), ...entries.keys()]);
  // Many alerts of one business do not hold up those of the others.
  const ids = inTurns([...known], businessOf);
  const failures: Failure[] = [];
  const lookAt = async (touchpointId: string): Promise<void> => {
    try {
      const entry = entries.get(touchpointId) ?? null;
      if (deps.fleet?.isPaused(touchpointId)) {
        // Its silence counts from the end of the pause.
        if (entry !== null) await deps.stores.touchpoints.save(expectedFrom(toInstant(deps.now()), entry));
        return;
      }
      await onOutcome(
        await notifyTouchpoint(touchpointId, {
          ...{ ...deps, entry, now: toInstant(deps.now()) },
          ...settingsFor(touchpointId, deps),
        }),
      );
    } catch (error) {
      failures.push({ touchpointId, error });
    }
  };
  const queue = new PQueue({ concurrency: deps.exclusively === undefined ? 1 : touchpointsAtOnce });
  await queue.addAll(ids.map((touchpointId) => () => lookAt(touchpointId)));
  return failures;
}

/** @throws Error that names the touchpoints that could not be looked at, so that the sweep counts as failed and is repeated */
export function failFor(failures: readonly Failure[]): void {
  if (failures.length === 0) return;
  const each = failures.map(({ touchpointId, error }) => {
    return `${touchpointId} (${error instanceof Error ? error.message : String(error)})`;
  });
  throw new Error(`The sweep could not look at ${failures.length} of its touchpoints: ${each.join('; ')}.`, {
    cause: failures[0]?.error,
  });
}
