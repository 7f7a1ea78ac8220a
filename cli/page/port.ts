import { UsageError } from '../exit.ts';

/** @returns null where none was asked for; @throws UsageError when it is no port */
export function readPort(text: string | undefined): number | null {
  if (text === undefined) return null;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port >= 1 && port <= 65_535) return port;
  throw new UsageError(`--port takes a number from 1 to 65535, such as 7171, not "${text}".`);
}
