import { pageKeySecret } from '../../model/stack-names.ts';
import { minuteMs } from '../../model/time-spans.ts';
import { remember } from '../../runtime/remember.ts';
import { createSecretReader } from './secrets-manager-reader.ts';

const keepMs = 5 * minuteMs;

/** The secret with which the live page's links are signed, read again every five minutes: a new one ends all old links. */
export function createPageKey(stackName: string, now: () => number): () => Promise<string> {
  const secrets = createSecretReader(stackName);
  return remember(() => secrets.read(pageKeySecret), keepMs, now);
}
