import { type ScorecardTemplate, scorecardTemplateSchema } from '../model/scorecard.ts';
import { yamlFaults } from './content-findings.ts';
import { isGroup } from './data-path.ts';
import { parseDuration } from './duration.ts';
import type { ConfigFault } from './faults.ts';
import { scorecardFileSchema } from './file-scorecard.ts';
import { scorecardFindings } from './scorecard-findings.ts';
import { readTextFile, type TextFileKind } from './text-file.ts';
import { readYaml } from './yaml-document.ts';

export type ScorecardReading =
  | { readonly ok: true; readonly template: ScorecardTemplate }
  | {
      readonly ok: false;
      /** All of them, in the order of the file. */
      readonly faults: readonly ConfigFault[];
      /** The file's text, for formatFaults; empty when there is none. */
      readonly text: string;
    };

const minutesPerDay = 1440;
const largestBytes = 300_000;
const smallestTemplate = 'a template names scorecard, version, title, place and sections with questions';

/**
 * Reads a scorecard's template. Pure, and never throws for anything that a text may hold.
 * @param fileName as faults shall call it
 */
export function parseScorecard(text: string, fileName: string): ScorecardReading {
  const wholeFile = (message: string) => refusal(fileName, message, text);
  if (text.length > largestBytes) return wholeFile(templateFile.tooLarge(text.length));
  if (text.trim() === '') return wholeFile(`is empty; ${smallestTemplate}`);
  const yaml = readYaml(text);
  if (!yaml.broken && !isGroup(yaml.data)) return wholeFile(`has no top-level keys; ${smallestTemplate}`);
  const faults = yamlFaults(yaml, fileName, { schema: scorecardFileSchema, cross: scorecardFindings });
  if (faults.length > 0) return { ok: false, faults, text };
  const { validFor = '90d', ...file } = scorecardFileSchema.parse(yaml.data);
  const validForDays = Math.max(1, Math.round((parseDuration(validFor) ?? 0) / minutesPerDay));
  return { ok: true, template: scorecardTemplateSchema.parse({ ...file, validForDays }) };
}

/** Whatever is wrong with the path or the bytes is a fault like any other, never an exception. */
export function readScorecardFile(path: string): ScorecardReading {
  const read = readTextFile(path, templateFile);
  return 'problem' in read ? refusal(path, read.problem) : parseScorecard(read.text, path);
}

function refusal(file: string, message: string, text = ''): ScorecardReading {
  return { ok: false, faults: [{ file, line: 0, column: 0, path: '', message }], text };
}

const templateFile: TextFileKind = {
  example: 'scorecards/phone.yaml',
  largestBytes,
  tooLarge: (bytes) =>
    `has ${(bytes / 1000).toFixed(0)} kB, above the limit of ${largestBytes / 1000} kB; is it really a template?`,
  absent: 'docs/scorecards.md shows how to write one',
  elsewhere: 'give the right path',
};
