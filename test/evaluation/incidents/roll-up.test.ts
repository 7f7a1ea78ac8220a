import { describe, expect, it } from 'vitest';
import { rollUp } from '../../../shared/evaluation/incidents/roll-up.ts';
import { isInMaintenance, maintenanceAt } from '../../../shared/evaluation/notifications/maintenance.ts';
import type { Light } from '../../../shared/model/light.ts';

describe('the light of several checks', () => {
  it.each<[Light[], Light]>([
    [['green', 'yellow', 'unknown', 'red'], 'red'],
    [['green', 'unknown', 'yellow'], 'yellow'],
    [['green', 'unknown'], 'unknown'],
    [['green', 'green'], 'green'],
    [[], 'unknown'],
  ])('%j is %s', (lights, light) => {
    expect(rollUp(lights)).toBe(light);
  });
});

describe('maintenance', () => {
  const windows = [
    { touchpointId: 'website', from: '2026-12-01T20:00:00.000Z', to: '2026-12-02T00:00:00.000Z', why: 'new host' },
    { touchpointId: 'website', from: '2026-12-01T22:00:00.000Z', to: '2026-12-02T02:00:00.000Z', why: 'DNS' },
  ];

  it('holds from its first instant until before its last, for its touchpoint only', () => {
    expect(isInMaintenance('website', '2026-12-01T19:59:59.999Z', windows)).toBe(false);
    expect(isInMaintenance('website', '2026-12-01T20:00:00.000Z', windows)).toBe(true);
    expect(isInMaintenance('website', '2026-12-02T01:59:59.999Z', windows)).toBe(true);
    expect(isInMaintenance('website', '2026-12-02T02:00:00.000Z', windows)).toBe(false);
    expect(isInMaintenance('facebook', '2026-12-01T21:00:00.000Z', windows)).toBe(false);
  });

  it('says why', () => {
    expect(maintenanceAt('website', '2026-12-02T01:00:00.000Z', windows)?.why).toBe('DNS');
  });
});
