import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { Configuration } from '../model/business.ts';
import { spelledOut } from '../model/foreign-text.ts';
import { contentFindings } from './content-findings.ts';
import { isGroup } from './data-path.ts';
import { daysOffAhead, expand } from './expand.ts';
import { type ConfigFault, formatPath } from './faults.ts';
import { fileSchemaFor } from './file-schema.ts';
import type { DayOff } from './holidays.ts';
import { notesOf } from './notes.ts';
import { readyTemplates, type TemplateSource, templatesBeside } from './scorecard-templates.ts';
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
 */
export function parseConfiguration(
  text: string,
  fileName: string,
  today: string,
  templates: TemplateSource = readyTemplates,
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
    configuration: expand(file, today, templates),
    notes: notesOf(file, { yaml, text, fileName }),
    daysOff: daysOffAhead(file, today),
  };
}

/**
 * Reads a configuration file. Whatever is wrong with the path or the bytes is a fault like any other, never an exception.
 * @param today `2026-11-22`
 */
export function readConfigurationFile(path: string, today: string): ConfigurationReading {
  const fileName = path;
  let bytes: Buffer;
  try {
    const stats = statSync(path);
    if (stats.isDirectory())
      return refusal(fileName, 'is a folder; give the path of the file in it, such as touchpoints.yaml');
    if (!stats.isFile()) return refusal(fileName, 'is not an ordinary file; give the path of a touchpoints.yaml');
    if (stats.size > largestBytes) return refusal(fileName, tooLarge(stats.size));
    bytes = readFileSync(path);
  } catch (error) {
    return refusal(fileName, unreadable(error));
  }
  const problem = encodingProblem(bytes);
  if (problem !== null) return refusal(fileName, problem);
  return parseConfiguration(new TextDecoder().decode(bytes), fileName, today, templatesBeside(path));
}

const smallestFile =
  'the smallest file that works names business, timeZone and one touchpoint (id, kind: website, url)';

function refusal(file: string, message: string, text = ''): ConfigurationReading {
  return { ok: false, faults: [{ file, line: 0, column: 0, path: '', message }], text };
}

function tooLarge(bytes: number): string {
  return `has ${(bytes / 1_000_000).toFixed(1)} MB, above the limit of 1 MB; is it really the configuration?`;
}

function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  const sentences: Readonly<Record<string, string>> = {
    ENOENT:
      'does not exist; "npx touchlight init https://your-site.example" writes it from a look at the site, and --config names another place',
    ENOTDIR: 'does not exist, because a part of its path is a file; give the right path with --config',
    EACCES: 'may not be read by this user; change its permissions (chmod u+r), or run as its owner',
    EPERM: 'may not be read by this user; change its permissions, or run as its owner',
    ELOOP: 'is a symbolic link that leads back to itself; mend the link',
    ENAMETOOLONG: 'has a name longer than the system allows; give the right path with --config',
    ERR_INVALID_ARG_VALUE: 'is not a path; give the right one with --config',
  };
  return sentences[code] ?? `cannot be read (${code}); check the disk and the path`;
}

function encodingProblem(bytes: Buffer): string | null {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return 'is saved as UTF-16; save it as UTF-8';
  }
  if (bytes.includes(0)) return 'is not a text file (it contains NUL bytes); give the path of a touchpoints.yaml';
  if (isUtf8(bytes)) return null;
  const line =
    bytes
      .toString('latin1')
      .split('\n')
      .findIndex((each) => !isUtf8(Buffer.from(each, 'latin1'))) + 1;
  return `is not saved as UTF-8: line ${line} holds bytes of another encoding; save it as UTF-8`;
}

function faultsOf(yaml: YamlDocument, file: string, templates: TemplateSource): readonly ConfigFault[] {
  const ofYaml = yaml.faults.map(({ place, message }) => ({ file, ...place, path: '', message }));
  if (yaml.broken) return ofYaml;
  const ofContent = contentFindings(yaml, templates).map(({ path, message, place }) => ({
    file,
    ...place,
    path: formatPath(path),
    message: spelledOut(message),
  }));
  return [...ofYaml, ...ofContent].sort((a, b) => a.line - b.line || a.column - b.column);
}
