import { rmSync } from 'node:fs';
import path from 'node:path';
import { bundleSteps } from './bundle-steps.ts';
import { compile } from './compile.ts';
import { copyAssets } from './copy-assets.ts';
import { writeManifest } from './write-manifest.ts';

/** `npm run build`: writes what is published into `dist/`, which mirrors the sources, so that relative paths stay true. */
const repository = path.resolve(import.meta.dirname, '../../..');
const dist = path.join(repository, 'dist');

rmSync(dist, { recursive: true, force: true });
compile(repository, dist);
copyAssets(repository, dist);
writeManifest(repository, dist);
bundleSteps(path.join(dist, 'bundles'));
