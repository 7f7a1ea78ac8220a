import type { Incident } from '../../shared/model/incident.ts';
import type { Status } from '../../shared/model/status.ts';
import { aCause, slowPage } from './said.ts';

/** The status of a healthy page load on Monday 2026-11-23, 09:00Z, unless overridden. */
export function aStatus(overrides: Partial<Status> = {}): Status {
  const lastRunAt = overrides.lastRunAt ?? '2026-11-23T09:00:00.000Z';
  return {
    touchpointId: 'website',
    checkId: 'website/page-load@mobile',
    light: 'green',
    lightSince: '2026-11-23T08:00:00.000Z',
    lastRunAt,
    lastOutcome: 'measured',
    lastFinding: aCause('The page loaded.'),
    badStreak: 0,
    goodStreak: 3,
    unknownSince: null,
    lastLights: ['green', 'green', 'green'],
    flappingSince: null,
    incident: null,
    today: { date: lastRunAt.slice(0, 10), runs: { green: 3, yellow: 0, red: 0, unknown: 0 }, values: {} },
    ...overrides,
  };
}

/** An open red incident of the phone's page load, since 09:00Z, confirmed at 09:05Z, unless overridden. */
export function anIncident(overrides: Partial<Incident> = {}): Incident {
  return {
    touchpointId: 'website',
    checkId: 'website/page-load@mobile',
    state: 'open',
    light: 'red',
    worstLight: 'red',
    suspectedAt: '2026-11-23T09:00:00.000Z',
    openedAt: '2026-11-23T09:05:00.000Z',
    resolvedAt: null,
    finding: slowPage(6100),
    cause: null,
    evidence: [],
    ...overrides,
  };
}
