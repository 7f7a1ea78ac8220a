import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  type: z.string(),
  engines: z.object({ node: z.string() }),
  peerDependencies: z.record(z.string(), z.string()),
});

/** The version, the supported Nodes, and what `init --deploy` asks for, are read from `package.json` at the top of the tree, and `dist/` is such a tree. */
export function writeManifest(repository: string, dist: string): void {
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')));
  writeFileSync(path.join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
