import { createHash } from 'node:crypto';

/** SQS allows 128 printable ASCII characters without spaces; anything else is told apart by its hash. */
export function asFifoId(text: string): string {
  return /^[!-~]{1,128}$/.test(text) ? text : createHash('sha256').update(text).digest('hex');
}
