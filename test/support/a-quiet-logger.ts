import { createLogger, type Logger } from '../../shared/runtime/logger.ts';

export function aQuietLogger(): Logger {
  const logger = createLogger('dispatch');
  logger.setLogLevel('SILENT');
  return logger;
}
