import { describe } from 'vitest';
import { examineChecks } from '../../../cli/doctor/stack/checks.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import { outputs } from '../../../shared/model/stack-names.ts';
import type { Status } from '../../../shared/model/status.ts';
import { aStatus } from '../../support/a-status.ts';
import type { AccountWorld } from '../../support/deployed-account.ts';
import { hourMs, minuteMs } from '../../support/healthy-account.ts';
import { aCause } from '../../support/said.ts';
import { aBench, now, sees } from './examined.ts';

describe('a check', () => {
  const itSees = sees(aBench(), examineChecks);
  const name = 'check website/availability';
  const last = (change: Partial<Status>) => (world: AccountWorld) => {
    const isIt = ({ checkId }: Status): boolean => checkId === 'website/availability';
    world.statuses = world.statuses.map((status) => (isIt(status) ? { ...status, ...change } : status));
  };

  itSees(
    'that is red has been measured: that is no fault of ours',
    name,
    /^green: Ran 2 minutes ago, light: red/,
    last({ light: 'red' }),
  );
  itSees(
    'that is silent is named',
    name,
    /^red: No run for 25 days \(last: 2026-10-31T12:00:00\.000Z\), although due every 5 min/,
    last({ lastRunAt: toInstant(now - 25 * 24 * hourMs) }),
  );
  itSees(
    'that cannot measure says why',
    name,
    /^yellow: .*could not measure: A bot wall\.$/,
    last({ light: 'unknown', lastFinding: aCause('A bot\nwall.') }),
  );
  itSees('of the future is broken', name, /^red: .*in the future/, last({ lastRunAt: toInstant(now + hourMs) }));
  itSees('that never ran is broken', name, /^red: Has never run, although due every 5 min/, (world) => {
    world.statuses = [aStatus({ checkId: 'website/contacts@mobile' })];
  });
  itSees('of a fresh deployment is waited for', name, /^yellow: Has not run since the deployment/, (world) => {
    world.statuses = [];
    Object.assign(world.stack ?? {}, { deployedAt: now - minuteMs });
  });
  itSees('that is not deployed yet is waited for', name, /^yellow: .*local file is not the deployed one/, (world) => {
    world.statuses = [];
    Object.assign(world.stack?.outputs ?? {}, { [outputs.configuration]: 'another' });
  });
});
