import { Logger } from '@aws-lambda-powertools/logger';
import { harmlessLines } from '../model/foreign-text.ts';
import type { Bundle } from '../model/stack-names.ts';

/**
 * JSON lines with the step's name. Page text, addresses and secrets are not log fields: log ids and reasons. What an error's
 * message quotes is cleaned, because JSON escapes neither C1 controls nor marks that turn the reading direction.
 */
export function createLogger(step: Bundle): Logger {
  return new Logger({ serviceName: step, jsonReplacerFn: (_, value) => cleaned(value) });
}

function cleaned(value: unknown): unknown {
  return typeof value === 'string' ? harmlessLines(value) : value;
}

export type { Logger };
