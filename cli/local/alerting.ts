import { notifyTouchpoint } from '../../functions/notify/notify-touchpoint.ts';
import { type SweepDeps, sweep } from '../../functions/notify/sweep.ts';
import { sweepEveryMinutes } from '../../shared/evaluation/notifications/sweep-due.ts';
import { type Instant, toInstant } from '../../shared/model/instant.ts';
import type { Notification } from '../../shared/model/notification.ts';
import { minuteMs } from '../../shared/model/time-spans.ts';

/** Notify on one machine: one look at a time, because two that read the same log of what was sent would both send. */
export interface Alerting {
  /** Sends what is due about all touchpoints. */
  sweep(): Promise<Notification[]>;
  /** Sends what is due about one touchpoint, and puts it on the board as it is now. */
  refresh(touchpointId: string): Promise<void>;
}

/** A machine that has not looked for this long was asleep: what was not measured meanwhile has not gone silent. */
const asleepMs = 2 * sweepEveryMinutes * minuteMs;

/** Also sends what an interrupted run left unsent: the plan is made from what is stored, not from what just happened. */
export function createAlerting(deps: Omit<SweepDeps, 'watchingSince'>): Alerting {
  const { now } = deps;
  let [since, lookedAt] = [now(), now()];
  const watchingSince = (): Instant => {
    if (now() - lookedAt > asleepMs) since = now();
    lookedAt = now();
    return toInstant(since);
  };
  const inTurn = oneAtATime();
  return {
    sweep: () =>
      inTurn(async () => {
        const sent: Notification[] = [];
        const [failure] = await sweep({ ...deps, watchingSince: watchingSince() }, ({ notification }) => {
          if (notification !== null) sent.push(notification);
        });
        if (failure !== undefined) throw failure.error;
        return sent;
      }),
    refresh: (touchpointId) =>
      inTurn(async () => {
        await notifyTouchpoint(touchpointId, { ...deps, now: toInstant(now()), watchingSince: watchingSince() });
      }),
  };
}

function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.catch(() => {}).then(work);
    last = next;
    return next;
  };
}
