import type { ShownLight } from '../../shared/model/light.ts';

/** Lights that can fail a build, as `--fail-on` names them; red always does. */
export const failingLights = ['red', 'yellow', 'grey'] as const;
export type FailingLight = (typeof failingLights)[number];

/**
 * - `failed`: a light is red, or one that was named;
 * - `unmeasured`: there was something to measure, and nothing of it could be: neither a pass nor a failure;
 * - `passed`: something was measured, and nothing of it fails.
 */
export type BuildVerdict = 'failed' | 'unmeasured' | 'passed';

export function fails(light: ShownLight, failOn: readonly FailingLight[]): boolean {
  if (light === null || light === 'green') return false;
  return light === 'red' || failOn.includes(light === 'unknown' ? 'grey' : light);
}

export function buildVerdict(lights: readonly ShownLight[], failOn: readonly FailingLight[]): BuildVerdict {
  if (lights.some((light) => fails(light, failOn))) return 'failed';
  const isBlind = lights.includes('unknown') && lights.every((light) => light === 'unknown' || light === null);
  return isBlind ? 'unmeasured' : 'passed';
}
