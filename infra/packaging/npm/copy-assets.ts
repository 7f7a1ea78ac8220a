import { cpSync, existsSync } from 'node:fs';
import path from 'node:path';
import { filesIn } from './files-in.ts';

/** Where sources are compiled from. */
const compiled = ['api', 'infra', 'functions', 'shared', 'cli', 'examples'];

/** Read by their path at the top of the tree. */
const atTheTop = ['touchpoints.schema.json', 'cdk.json', 'CHANGELOG.md', 'bin/supported-node.cjs'];

/** What sources read beside themselves: pages, pictures, templates. Of folders that are not compiled nothing is needed. */
export function copyAssets(repository: string, dist: string): void {
  const assets = compiled
    .flatMap((folder) => filesIn(path.join(repository, folder)))
    .filter((file) => !/\.(ts|tsx|md)$/.test(file))
    .map((file) => path.relative(repository, file))
    .filter((file) => !file.startsWith(path.join('infra', 'packaging')))
    .filter((file) => existsSync(path.join(dist, ...file.split(path.sep).slice(0, 2))));
  for (const file of [...assets, ...atTheTop]) cpSync(path.join(repository, file), path.join(dist, file));
}
