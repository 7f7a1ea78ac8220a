import { cpSync, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** What a Lambda never reads. */
const neverRead = [/\.d\.[cm]?ts$/, /\.map$/, /\.(md|markdown|flow|tsbuildinfo)$/i, /\/(test|tests|__tests__|docs)$/];

/**
 * Whole parts that are never used there: Playwright's types, trace viewer and command line; Lighthouse's command line, and
 * its error reporting, which it loads only when it was switched on (and which `overrides` in package.json keeps away); what
 * reads letters in a browser, or on a model of another kind.
 */
const neverUsed: Readonly<
  Record<string, { readonly parts?: readonly (string | RegExp)[]; readonly dependencies?: readonly string[] }>
> = {
  'playwright-core': { parts: ['types', 'bin', 'lib/vite'] },
  lighthouse: { parts: ['cli'], dependencies: ['@sentry/node', 'yargs', 'yargs-parser'] },
  'tesseract.js': {
    parts: ['dist', 'examples', 'scripts', 'src/worker-script/browser', 'src/worker/browser'],
    dependencies: ['idb-keyval', 'node-fetch', 'opencollective-postinstall', 'zlibjs'],
  },
  'tesseract.js-core': { parts: [/\.wasm\.js$/, /-lstm\./] },
  '@tesseract.js-data/eng': { parts: ['4.0.0'] },
};

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

/**
 * Copies installed packages and all they depend on, pruned, into another node_modules. Where they come to lie depends on their
 * versions only, not on where npm or another package manager has put them here.
 * @param from the folder that looks them up, as Node does: in its own node_modules, then in each one above
 */
export function shipPackages(names: readonly string[], from: string, to: string): void {
  const placed = new Map<string, string>();
  const ship = (name: string, importer: string, home: string): void => {
    const source = findPackage(name, importer);
    const seen = placesSeenFrom(home, name).find((place) => placed.has(place));
    if (source === null || (seen !== undefined && placed.get(seen) === source)) return;
    // At the top, unless another version lies there.
    const place = seen === undefined ? name : `${home}/node_modules/${name}`;
    placed.set(place, source);
    copyPackage(source, path.join(to, place), neverUsed[name]?.parts ?? []);
    for (const dependency of dependenciesOf(source)) {
      if (!neverUsed[name]?.dependencies?.includes(dependency)) ship(dependency, source, place);
    }
  };
  for (const name of names) {
    if (findPackage(name, from) === null) throw new Error(`${name} is not installed in ${from}. Run npm ci first.`);
    ship(name, from, '');
  }
}

/** Nearest first: below the importer, below each package above it, at the top. */
function placesSeenFrom(home: string, name: string): string[] {
  const parts = home === '' ? [] : home.split('/node_modules/');
  const nested = parts.map((_, n) => `${parts.slice(0, parts.length - n).join('/node_modules/')}/node_modules/${name}`);
  return [...nested, name];
}

/** Null for an optional one that is not there. */
function findPackage(name: string, importer: string): string | null {
  for (let folder = importer; ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, ...(path.basename(folder) === 'node_modules' ? [] : ['node_modules']), name);
    if (existsSync(path.join(candidate, 'package.json'))) return realpathSync(candidate);
    if (folder === path.dirname(folder)) return null;
  }
}

function dependenciesOf(source: string): string[] {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8')));
  return Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
}

function copyPackage(source: string, target: string, unused: readonly (string | RegExp)[]): void {
  cpSync(source, target, {
    recursive: true,
    filter: (file) => {
      const inside = path.relative(source, file).replaceAll(path.sep, '/');
      if (unused.some((part) => (typeof part === 'string' ? part === inside : part.test(inside)))) return false;
      if (/(^|\/)node_modules$/.test(inside) && statSync(file).isDirectory()) return false; // each is shipped on its own
      return !neverRead.some((pattern) => pattern.test(`/${inside}`));
    },
  });
}
