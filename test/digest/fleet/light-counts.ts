import type { Light } from '../../../shared/model/light.ts';

export function lightCounts(some: Partial<Record<Light, number>>): Record<Light, number> {
  return { red: 0, yellow: 0, green: 0, unknown: 0, ...some };
}
