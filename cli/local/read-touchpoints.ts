import {
  type ConfigurationReading,
  formatFaults,
  readConfigurationFile,
} from '../../shared/config/read-configuration.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { UsageError } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

type Reading = Extract<ConfigurationReading, { ok: true }>;

/** @throws UsageError with every fault of the file, each with its place and remedy */
export function readTouchpoints(file: string, terminal: Terminal): Configuration {
  return readWithNotes(file, terminal).configuration;
}

/**
 * The same, with the sentences that were printed about it.
 * @throws UsageError
 */
export function readWithNotes(file: string, terminal: Terminal): Reading {
  const reading = readConfigurationFile(file, new Date().toISOString().slice(0, 10));
  if (!reading.ok) throw new UsageError(formatFaults(reading.faults, reading.text));
  for (const note of reading.notes) terminal.warn(note);
  return reading;
}
