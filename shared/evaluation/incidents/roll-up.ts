import { type Light, lightsWorstFirst, type ShownLight } from '../../model/light.ts';

/** The light of several: the worst of them, dashes left out. Of none it is unknown, for nothing was measured. */
export function rollUp(lights: Iterable<ShownLight>): Light {
  const seen = new Set(lights);
  return lightsWorstFirst.find((light) => seen.has(light)) ?? 'unknown';
}
