import { describe, expect, it } from 'vitest';
import { holds } from '../support/in-every-history.ts';

describe('whatever comes and goes', () => {
  it('no alert says red or yellow of a light that is green, nor that all is well of one that is not', () => {
    holds(({ sent }) => {
      for (const { checkId, reason, light, incident, run } of sent) {
        if (run === null || reason === 'nudge') continue;
        const what = `${checkId} ${reason} ${light}`;
        if (light === 'red' || light === 'yellow') expect(run.light, what).not.toBe('green');
        // The end of an incident is news of its own, be there another one by now.
        if (light === 'green' && incident === null) expect(run.light, what).toBe('green');
      }
    });
  });

  it('no check flaps for longer than a day after its light last changed, as long as it is measured', () => {
    holds(({ world }) => {
      for (const { checkId, flappingSince, changedAt, lastRunAt, light } of world.statuses.values()) {
        if (flappingSince === null || light === 'unknown') continue;
        const last = Date.parse(changedAt?.at(-1) ?? '');
        expect(Date.parse(lastRunAt) - last, checkId).toBeLessThanOrEqual(24 * 60 * 60_000);
      }
    });
  });
});
