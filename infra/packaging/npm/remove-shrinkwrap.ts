import { rmSync } from 'node:fs';
import path from 'node:path';

rmSync(path.resolve(import.meta.dirname, '../../../npm-shrinkwrap.json'), { force: true });
