import { createHmac, randomBytes } from 'node:crypto';

/** Makes what others know people by into what nobody can turn back, for as long as one reading lasts: the key is never kept. */
export function createSeal(): (text: string) => string {
  const key = randomBytes(32);
  return (text) => createHmac('sha256', key).update(text).digest('base64').slice(0, 22);
}
