import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, buildSync } from 'esbuild';
import { writeDeployedConfiguration } from '../../shared/config/deployed-configuration.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { configurationFile, type Step } from '../../shared/model/stack-names.ts';
import { shipPackages } from './ship-packages.ts';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The steps that work with the whole configuration; the probes get their checks inside each visit. */
const stepsWithConfiguration: readonly Step[] = ['dispatch', 'evaluate', 'notify', 'digest'];

/**
 * Packages that cannot be bundled and are shipped as they are installed: Chromium's archive, Playwright's driver and
 * Lighthouse read their own files by path, so does the reader of letters in pictures, and web-vitals is injected into the page as it is.
 */
const shippedPackages: Partial<Record<Step, readonly string[]>> = {
  'probe-page': ['@sparticuz/chromium', 'playwright-core', 'web-vitals', 'tesseract.js', '@tesseract.js-data/eng'],
  'probe-lighthouse': ['@sparticuz/chromium', 'playwright-core', 'lighthouse'],
};

export const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  // Two thirds of the words in Cyrillic letters would be escapes otherwise.
  charset: 'utf8',
  // CommonJS packages inside an ES module bundle ask for require.
  banner: {
    js: `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`,
  },
  logLevel: 'error',
} as const satisfies BuildOptions;

/**
 * Builds what a step's Lambda is made of into `<folder>/<step>`: the bundled handler, the configuration where the step needs
 * it, and the shipped packages. Everything comes from this checkout: no network, no second install.
 * @returns the folder
 */
export function bundleStep(step: Step, configuration: Configuration, folder: string): string {
  const target = path.join(folder, step);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const shipped = shippedPackages[step] ?? [];
  buildSync({
    ...bundling,
    absWorkingDir: repository,
    entryPoints: { handler: `functions/${step}/handler.ts` },
    outdir: target,
    outExtension: { '.js': '.mjs' },
    // A part that is imported only when it is needed (the browser) stays a file of its own, and its imports stay lazy.
    splitting: true,
    chunkNames: 'part-[hash]',
    external: [...shipped],
    // Where code is sent into a page it must stand alone: keeping names would make it call a function of the bundle.
    ...(shipped.length === 0 && { minifyIdentifiers: true, keepNames: true }),
  });
  if (stepsWithConfiguration.includes(step)) {
    writeFileSync(path.join(target, configurationFile), writeDeployedConfiguration(configuration));
  }
  if (shipped.length > 0)
    shipPackages(shipped, path.join(repository, 'node_modules'), path.join(target, 'node_modules'));
  return target;
}
