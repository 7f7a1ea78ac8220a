import { createHash } from 'node:crypto';
import { writeDeployedConfiguration } from './deployed-configuration.ts';
import { readConfigurationFile } from './read-configuration.ts';

/** Holidays are dates around the day on which a file is read. Read as on one day, the same file is the same in every year. */
export const anyDay = '2026-01-01';

/**
 * A few characters that differ when something else would be deployed: defaults count, comments and layout do not.
 * @throws Error when the file is no valid configuration; callers have read it before
 */
export function fingerprintOf(file: string): string {
  const reading = readConfigurationFile(file, anyDay);
  if (!reading.ok) throw new Error(`${file} was changed while it was read, and is no longer valid. Try again.`);
  return createHash('sha256').update(writeDeployedConfiguration(reading.configuration)).digest('hex').slice(0, 16);
}
