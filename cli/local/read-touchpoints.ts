import { formatFaults, readConfigurationFile } from '../../shared/config/read-configuration.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { UsageError } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

/** @throws UsageError with every fault of the file, each with its place and remedy */
export function readTouchpoints(file: string, terminal: Terminal): Configuration {
  const reading = readConfigurationFile(file, new Date().toISOString().slice(0, 10));
  if (!reading.ok) throw new UsageError(formatFaults(reading.faults, reading.text));
  for (const note of reading.notes) terminal.warn(note);
  return reading.configuration;
}
