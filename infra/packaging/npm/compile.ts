import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { filesIn } from './files-in.ts';
import { reachedTypes } from './reached-types.ts';

const manifestSchema = z.object({
  exports: z.record(z.string(), z.union([z.string(), z.object({ types: z.string() })])),
});

/**
 * Compiles every source that runs, found by pattern in tsconfig.build.json, and the types that the package's exports reach.
 * @throws Error when the compiler finds a fault; it has printed it
 */
export function compile(repository: string, dist: string): void {
  for (const project of ['tsconfig.build.json', 'tsconfig.types.json']) {
    const compiler = path.join(repository, 'node_modules', 'typescript', 'bin', 'tsc');
    execFileSync(process.execPath, [compiler, '-p', project], { cwd: repository, stdio: 'inherit' });
  }
  for (const file of filesIn(dist)) {
    if (file.endsWith('.d.ts')) rewrite(file, nameCompiledTypes);
    else if (file.endsWith('.js')) rewrite(file, nameCompiledScripts);
  }
  const reached = reachedTypes(exportedTypes(repository));
  for (const file of filesIn(dist)) if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
}

/** As package.json names them. */
function exportedTypes(repository: string): string[] {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')));
  return Object.values(manifest.exports).flatMap((each) =>
    typeof each === 'string' ? [] : [path.join(repository, each.types)],
  );
}

/** The compiler rewrites the paths of imports in scripts only. */
function nameCompiledTypes(text: string): string {
  return text.replaceAll(/((?:from |import\()['"]\.{1,2}\/[^'"]+)\.ts(?=['"])/g, '$1.js');
}

/** Threads and processes are started by the path of their script. */
function nameCompiledScripts(text: string): string {
  return text.replaceAll(/(new URL\('[^']+)\.ts(?=', import\.meta\.url\))/g, '$1.js');
}

function rewrite(file: string, change: (text: string) => string): void {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after !== before) writeFileSync(file, after);
}
