import { type ConfigurationReading, formatFaults, parseConfiguration } from '../../shared/config/read-configuration.ts';
import type { Configuration } from '../../shared/model/business.ts';

export const today = '2026-11-22';

/** The least that a file must say. */
export const smallest = `business: Coffee Lab
timeZone: Europe/Kyiv
touchpoints:
  - id: website
    kind: website
    url: https://coffeelab.example
`;

/** @throws when the text has faults */
export function read(text: string): Configuration {
  const reading = parseConfiguration(text, 'touchpoints.yaml', today);
  if (!reading.ok) throw new Error(formatFaults(reading.faults, reading.text));
  return reading.configuration;
}

/** What a person is told of the faults. */
export function message(reading: ConfigurationReading): string {
  return reading.ok ? 'no fault' : formatFaults(reading.faults, reading.text);
}
