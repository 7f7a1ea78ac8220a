import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { channelStep, steps } from '../../../shared/model/stack-names.ts';
import { bundleCode } from '../bundle-code.ts';

/** Each step's code as its Lambda runs it, so that a deployment from the package bundles nothing. */
export function bundleSteps(folder: string): void {
  for (const step of [...steps, channelStep] as const) {
    const target = path.join(folder, step);
    mkdirSync(target, { recursive: true });
    bundleCode(step, target);
  }
}
