import { readFileSync } from 'node:fs';
import path from 'node:path';

const relativeImports = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"](\.{1,2}\/[^'"]+)\.js['"]/g;

/**
 * The declarations that others lead to by their imports, those others included. The compiler writes one for every source that is reached in
 * any way, and nearly all of them declare what no user of the package sees.
 * @param entries paths of compiled declarations, whose imports name compiled scripts
 */
export function reachedTypes(entries: readonly string[]): ReadonlySet<string> {
  const reached = new Set(entries);
  for (const file of reached) {
    for (const [, imported = ''] of readFileSync(file, 'utf8').matchAll(relativeImports)) {
      reached.add(path.resolve(path.dirname(file), `${imported}.d.ts`));
    }
  }
  return reached;
}
