import type { Light } from '../../model/light.ts';

/** How often the touchpoint changed its light. Grey is passed over: what changes is whether it can be measured, not the touchpoint. */
export function lightChanges(lights: readonly Light[]): number {
  const known = lights.filter((light) => light !== 'unknown');
  return known.filter((light, i) => i > 0 && light !== known[i - 1]).length;
}
