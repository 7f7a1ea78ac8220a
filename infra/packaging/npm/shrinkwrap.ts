import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const lockSchema = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional(), resolved: z.string().optional() })),
});

/**
 * Writes npm-shrinkwrap.json, which pins what is installed with the package, from the lock file: the versions tested here, and
 * Lighthouse without its error reporting, as `overrides` say, which npm heeds in a clone only. It is there while npm packs, and
 * at no other time: npm would read it instead of the lock file.
 */
const repository = path.resolve(import.meta.dirname, '../../..');
const lock = lockSchema.parse(JSON.parse(readFileSync(path.join(repository, 'package-lock.json'), 'utf8')));
const packages = Object.entries(lock.packages)
  .filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true)
  // Where each comes from is the business of the registry that the user's npm is configured with; the version and its hash are pinned.
  .map(([folder, { resolved: _, devDependencies: __, ...rest }]) => [folder, rest]);
const shrinkwrap = { ...lock, packages: Object.fromEntries(packages) };
writeFileSync(path.join(repository, 'npm-shrinkwrap.json'), `${JSON.stringify(shrinkwrap, null, 2)}\n`);
