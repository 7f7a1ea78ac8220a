import { Logger } from '@aws-lambda-powertools/logger';
import type { Step } from '../model/stack-names.ts';

/** JSON lines with the step's name. Page text, addresses and secrets are not log fields: log ids and reasons. */
export function createLogger(step: Step): Logger {
  return new Logger({ serviceName: step });
}

export type { Logger };
