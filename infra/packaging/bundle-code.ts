import { type BuildOptions, buildSync } from 'esbuild';
import type { Configuration } from '../../shared/model/business.ts';
import type { Bundle } from '../../shared/model/stack-names.ts';
import { assembleStep, repository, shippedPackages } from './assemble-step.ts';

export const bundling = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'none',
  // Without what React does for developers only, which takes 400 kB and half of the time in which a page is made.
  define: { 'process.env.NODE_ENV': '"production"' },
  // Two thirds of the words in Cyrillic letters would be escapes otherwise.
  charset: 'utf8',
  // CommonJS packages inside an ES module bundle ask for require.
  banner: {
    js: `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`,
  },
  logLevel: 'error',
} as const satisfies BuildOptions;

/** Bundles a step's handler from its source into a folder; what cannot be bundled stays an import. */
export function bundleCode(step: Bundle, target: string): void {
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
}

/** Builds what a step's Lambda is made of from this checkout: no network, no second install. */
export function bundleStep(step: Bundle, configuration: Configuration | null, folder: string): string {
  return assembleStep(step, configuration, folder, (target) => bundleCode(step, target));
}
