import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What may be deleted at any time: a clone's ignored `.cache/`; the user's own cache for an installed package, which may be read-only. */
export function cacheFolder(): string {
  if (import.meta.url.endsWith('.ts')) return fileURLToPath(new URL('../../.cache', import.meta.url));
  return path.join(userCache(process.platform, process.env), 'touchlight');
}

/** The user's own, as the system has it. */
export function userCache(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Caches');
  if (platform === 'win32') return environment['LOCALAPPDATA'] ?? path.join(homedir(), 'AppData', 'Local');
  return environment['XDG_CACHE_HOME'] || path.join(homedir(), '.cache');
}
