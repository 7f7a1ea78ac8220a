import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDeployedConfiguration } from '../../shared/config/deployed-configuration.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { type Bundle, configurationFile } from '../../shared/model/stack-names.ts';
import { shipPackages } from './ship-packages.ts';

/** The top of the tree: a clone's, or what the package was compiled into. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The steps that work with the whole configuration; the probes get their checks inside each visit. */
const stepsWithConfiguration: readonly Bundle[] = ['dispatch', 'evaluate', 'notify', 'digest', 'page', 'channel'];

/**
 * Packages that cannot be bundled and are shipped as they are installed: Chromium's archive, Playwright's driver and
 * Lighthouse read their own files by path, so does the reader of letters in pictures, and web-vitals is injected into the page as it is.
 */
export const shippedPackages: Partial<Record<Bundle, readonly string[]>> = {
  'probe-page': ['@sparticuz/chromium', 'playwright-core', 'web-vitals', 'tesseract.js', '@tesseract.js-data/eng'],
  'probe-lighthouse': ['@sparticuz/chromium', 'playwright-core', 'lighthouse'],
};

/**
 * Puts together what a step's Lambda is made of in `<folder>/<step>`: the bundled handler, the configuration where the step
 * needs it, and the shipped packages.
 * @param configuration null where the functions read a fleet's from S3
 * @param putCode writes the bundled handler into a folder
 * @returns the folder
 */
export function assembleStep(
  step: Bundle,
  configuration: Configuration | null,
  folder: string,
  putCode: (target: string) => void,
): string {
  const target = path.join(folder, step);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  putCode(target);
  if (configuration !== null && stepsWithConfiguration.includes(step)) {
    writeFileSync(path.join(target, configurationFile), writeDeployedConfiguration(configuration));
  }
  const shipped = shippedPackages[step] ?? [];
  if (shipped.length > 0) shipPackages(shipped, repository, path.join(target, 'node_modules'));
  return target;
}

/** As assembleStep, with the code that was bundled when the package was built. */
export function assembleBuiltStep(step: Bundle, configuration: Configuration | null, folder: string): string {
  const built = path.join(repository, 'bundles', step);
  if (!existsSync(built)) throw new Error(`${built} is missing. Install the touchlight package again.`);
  return assembleStep(step, configuration, folder, (target) => cpSync(built, target, { recursive: true }));
}

/** Each step once, however many stacks have it. */
export function eachOnce(bundle: (step: Bundle) => string): (step: Bundle) => string {
  const folders = new Map<Bundle, string>();
  return (step) => {
    const folder = folders.get(step) ?? bundle(step);
    folders.set(step, folder);
    return folder;
  };
}
