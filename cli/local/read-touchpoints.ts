import path from 'node:path';
import { agencyFile } from '../../shared/config/fleet/agency-file.ts';
import { businessIdProblem } from '../../shared/config/fleet/business-id.ts';
import { businessOfFile } from '../../shared/config/fleet/fleet-folder.ts';
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
 * The same, with the sentences that were printed about it. A file beside an agency.yaml is that of a business of the fleet, and
 * read as such: the command then sees what that business has stored.
 * @throws UsageError
 */
export function readWithNotes(file: string, terminal: Terminal): Reading {
  if (path.basename(file) === agencyFile) {
    const folder = path.dirname(file);
    const example = path.join(folder, 'coffee-lab.yaml');
    throw new UsageError(
      `${file} is about the agency. Give the file of one business, such as --config ${example}; validate, watch and digest also take all of them, with --fleet ${folder}.`,
    );
  }
  const business = businessOfFile(file);
  const problem = business === null ? null : businessIdProblem(business);
  if (problem !== null) throw new UsageError(`${file}: ${problem}`);
  const reading = readConfigurationFile(file, new Date().toISOString().slice(0, 10), business);
  if (!reading.ok) throw new UsageError(formatFaults(reading.faults, reading.text));
  for (const note of reading.notes) terminal.warn(note);
  return reading;
}
