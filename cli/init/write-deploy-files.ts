import { existsSync } from 'node:fs';
import path from 'node:path';
import { writeFileAtomically } from '../local/write-file.ts';
import { deployFiles } from './deploy-files.ts';

interface Written {
  readonly written: readonly string[];
  /** Were there already, and are somebody's. */
  readonly kept: readonly string[];
}

/** Writes beside the configuration what a deployment needs; what is there already stays as it is. */
export async function writeDeployFiles(config: string): Promise<Written> {
  const folder = path.dirname(path.resolve(config));
  const files = deployFiles(path.basename(config));
  const kept = Object.keys(files).filter((name) => existsSync(path.join(folder, name)));
  const written = Object.keys(files).filter((name) => !kept.includes(name));
  for (const name of written) {
    const file = path.join(folder, name);
    await writeFileAtomically(`The file ${name}`, file, files[name] ?? '', 'usual');
  }
  return { written, kept };
}
