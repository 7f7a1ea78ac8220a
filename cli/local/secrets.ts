import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SecretFault } from '../../shared/model/secret-fault.ts';
import { secretVariable } from '../../shared/model/secret-variable.ts';
import type { SecretReader } from '../../shared/ports/secret-reader.ts';
import { sayResponses } from '../../shared/probes/responses/statements.ts';
import { privateFileMode } from './private-folder.ts';

/**
 * Secrets on a laptop: an environment variable, or else a file of that name in a folder that git ignores.
 * @param folder such as `.touchlight/secrets`
 */
export function createLocalSecrets(
  folder: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): SecretReader {
  return {
    async read(name) {
      const variable = secretVariable(name);
      const given = environment[variable];
      if (given) return given;
      const file = path.join(folder, name);
      const shown = path.relative('.', file);
      const text = await readFile(file, 'utf8').catch((error: unknown) => {
        throw new SecretFault(
          isAbsent(error)
            ? sayResponses('responses/absent-secret', { name, variable, file: shown })
            : sayResponses('responses/unreadable-secret', { id: null, says: messageOf(error) }),
        );
      });
      if (text.trim() !== '') return text.trim();
      throw new SecretFault(sayResponses('responses/empty-secret', { name, file: shown }));
    },
    keeper(name) {
      // A person who set the variable would not see the new value, and the next process would start with the old one.
      if (environment[secretVariable(name)]) return null;
      return async (value) => {
        const file = path.join(folder, name);
        // Renamed into place: a process killed half-way leaves the old secret or the new one, never half of it.
        const fresh = `${file}.${process.pid}.new`;
        await writeFile(fresh, `${value}\n`, { mode: privateFileMode });
        await rename(fresh, file);
      };
    },
  };
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
