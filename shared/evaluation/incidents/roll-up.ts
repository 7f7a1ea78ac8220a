import { type Light, lightsWorstFirst } from '../../model/light.ts';

/** The light of several: the worst of them. Of none it is unknown, for nothing was measured. */
export function rollUp(lights: Iterable<Light>): Light {
  const seen = new Set(lights);
  return lightsWorstFirst.find((light) => seen.has(light)) ?? 'unknown';
}
