import type { Configuration } from '../model/business.ts';
import { yamlFaults } from './content-findings.ts';
import { crossFindings } from './cross-checks.ts';
import { isGroup } from './data-path.ts';
import { daysOffAhead, expand } from './expand.ts';
import type { ConfigFault } from './faults.ts';
import { fileSchemaFor } from './file-schema.ts';
import { fileOfBusiness, ofBusiness } from './fleet/of-business.ts';
import type { DayOff } from './holidays.ts';
import { notesOf } from './notes.ts';
import { readyTemplates, type TemplateSource, templatesBeside } from './scorecard-templates.ts';
import { readTextFile, type TextFileKind } from './text-file.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

export { formatFaults } from './faults.ts';

export type ConfigurationReading =
  | {
      readonly ok: true;
      readonly configuration: Configuration;
      /** Sentences about what the file asks for and does not get, and what it hardly means. */
      readonly notes: readonly string[];
      /** The days off from today on, for a year. */
      readonly daysOff: readonly DayOff[];
    }
  | {
      readonly ok: false;
      /** All of them, in the order of the file. */
      readonly faults: readonly ConfigFault[];
      /** The file's text, for formatFault; empty when there is none. */
      readonly text: string;
    };

const largestBytes = 1_000_000;

/**
 * Reads a configuration. Pure, and never throws for anything that a text may hold.
 * @param fileName as faults shall call it
 * @param today `2026-11-22`, the date in whose years holidays are looked up
 * @param templates of scorecards; without it, there are none but the ready ones
 * @param business its id in a fleet, which then stands before every id and secret; null outside a fleet
 */
export function parseConfiguration(
  text: string,
  fileName: string,
  today: string,
  templates: TemplateSource = readyTemplates,
  business: string | null = null,
): ConfigurationReading {
  const wholeFile = (message: string) => refusal(fileName, message, text);
  if (text.length > largestBytes) return wholeFile(tooLarge(text.length));
  if (text.trim() === '') return wholeFile(`is empty; ${smallestFile}`);
  const yaml = readYaml(text);
  if (!yaml.broken && yaml.data === null) return wholeFile(`contains only comments; ${smallestFile}`);
  if (!yaml.broken && !isGroup(yaml.data)) return wholeFile(`has no top-level keys; ${smallestFile}`);
  const faults = faultsOf(yaml, fileName, templates);
  if (faults.length > 0) return { ok: false, faults, text };
  const file = fileSchemaFor(yaml.data).parse(yaml.data);
  return {
    ok: true,
    configuration:
      business === null
        ? expand(file, today, templates)
        : ofBusiness(business, expand(fileOfBusiness(business, file), today, templates)),
    notes: notesOf(file, { yaml, text, fileName }),
    daysOff: daysOffAhead(file, today),
  };
}

/**
 * Reads a configuration file. Whatever is wrong with the path or the bytes is a fault like any other, never an exception.
 * @param today `2026-11-22`
 * @param business its id in a fleet; null outside one
 */
export function readConfigurationFile(
  path: string,
  today: string,
  business: string | null = null,
): ConfigurationReading {
  const fileName = path;
  const read = readTextFile(path, configurationFileKind);
  if ('problem' in read) return refusal(fileName, read.problem);
  return parseConfiguration(read.text, fileName, today, templatesBeside(path), business);
}

const smallestFile =
  'the smallest file that works names business, timeZone and one touchpoint (id, kind: website, url)';

function refusal(file: string, message: string, text = ''): ConfigurationReading {
  return { ok: false, faults: [{ file, line: 0, column: 0, path: '', message }], text };
}

function tooLarge(bytes: number): string {
  return `has ${(bytes / 1_000_000).toFixed(1)} MB, above the limit of 1 MB; is it really the configuration?`;
}

export const configurationFileKind: TextFileKind = {
  example: 'touchpoints.yaml',
  largestBytes,
  tooLarge,
  absent:
    '"npx touchlight init https://your-site.example" writes it from a look at the site, and --config names another place',
  elsewhere: 'give the right path with --config',
};

function faultsOf(yaml: YamlDocument, file: string, templates: TemplateSource): readonly ConfigFault[] {
  const cross = (data: unknown) => crossFindings(data, templates);
  const frame = { schema: fileSchemaFor(yaml.data), cross };
  return yamlFaults(yaml, file, frame);
}
