import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { ConfigFault } from '../faults.ts';
import { configurationFileKind } from '../read-configuration.ts';
import { templatesBeside } from '../scorecard-templates.ts';
import { readTextFile } from '../text-file.ts';
import { type Agency, agencyFile, parseAgency } from './agency-file.ts';
import { inFolder, passedOver } from './passed-over.ts';
import { type Fleet, type FleetFile, readFleet } from './read-fleet.ts';

/** An agency's folder: its businesses, and the agency itself. */
export interface FleetFolder extends Fleet {
  /** Null if the folder has no agency.yaml, or a broken one. */
  readonly agency: Agency | null;
  /** What is wrong with agency.yaml, and its text. The businesses are watched all the same. */
  readonly agencyFaults: readonly ConfigFault[];
  readonly agencyText: string;
  /** Files of businesses that lie where nothing reads them, as sentences. */
  readonly passedOver: readonly string[];
}

export type FleetFolderReading = FleetFolder | { readonly problem: string };

/** `agency.yml`, `Agency.yaml`: meant, but not read. */
const misnamedAgency = /^agency\.ya?ml$/i;
const ofYaml = /^(?<name>.+)\.ya?ml$/i;

/**
 * Reads all businesses of a folder: `coffee-lab.yaml`, or `coffee-lab/touchpoints.yaml` for a business with more files of its own.
 * A `problem` is about the folder itself; a sentence puts the folder's name in front of it.
 * @param today `2026-11-22`
 */
export function readFleetFolder(folder: string, today: string): FleetFolderReading {
  const files = filesIn(folder);
  if ('problem' in files) return files;
  if (files.length === 0) {
    const problem = `has no file of a business; put one in for each, such as ${path.join(folder, 'coffee-lab.yaml')}`;
    return { problem: [problem, ...passedOver(folder)].join('. ').replace(/\.$/, '') };
  }
  return { ...readFleet(files, today), ...agencyIn(folder), passedOver: passedOver(folder) };
}

/** The business that a file belongs to, if it is part of a fleet; null if it stands alone, in a folder without agency.yaml. */
export function businessOfFile(file: string): string | null {
  const [folder, base] = [path.dirname(path.resolve(file)), path.basename(file)];
  if (base === agencyFile) return null;
  if (inFolder.includes(base)) return isFleet(path.dirname(folder)) ? path.basename(folder) : null;
  return isFleet(folder) ? (ofYaml.exec(base)?.groups?.['name'] ?? null) : null;
}

function isFleet(folder: string): boolean {
  return existsSync(path.join(folder, agencyFile));
}

function filesIn(folder: string): FleetFile[] | { readonly problem: string } {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry): FleetFile[] => {
      const { name } = entry;
      if (name.startsWith('.') || misnamedAgency.test(name)) return [];
      const within = inFolder.map((each) => path.join(folder, name, each)).filter((each) => existsSync(each));
      if (entry.isDirectory() || within.length > 0) return within.map((each) => fileOf(name, each));
      const business = ofYaml.exec(name)?.groups?.['name'];
      return business === undefined ? [] : [fileOf(business, path.join(folder, name))];
    });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code === 'ENOENT') return { problem: 'does not exist; give the folder with the files of the businesses' };
    if (code === 'ENOTDIR') return { problem: 'is a file; give the folder with the files of the businesses' };
    return { problem: `cannot be read (${code}); check its permissions` };
  }
}

function fileOf(business: string, file: string): FleetFile {
  return {
    business,
    fileName: file,
    content: readTextFile(file, {
      ...configurationFileKind,
      absent: 'it is a link that leads nowhere; mend or remove it',
    }),
    templates: templatesBeside(file),
  };
}

type AgencyInFolder = Pick<FleetFolder, 'agency' | 'agencyFaults' | 'agencyText'>;

function agencyIn(folder: string): AgencyInFolder {
  const misnamed = readdirSync(folder).find((name) => misnamedAgency.test(name));
  const whole = (file: string, message: string): AgencyInFolder => {
    return { agency: null, agencyFaults: [{ file, line: 0, column: 0, path: '', message }], agencyText: '' };
  };
  if (!isFleet(folder)) {
    if (misnamed === undefined) return { agency: null, agencyFaults: [], agencyText: '' };
    return whole(path.join(folder, misnamed), `is not read, because only ${agencyFile} is; rename it`);
  }
  const file = path.join(folder, agencyFile);
  const read = readTextFile(file, { ...configurationFileKind, example: agencyFile });
  if ('problem' in read) return whole(file, read.problem);
  const reading = parseAgency(read.text, file);
  return reading.ok
    ? { agency: reading.agency, agencyFaults: [], agencyText: read.text }
    : { agency: null, agencyFaults: reading.faults, agencyText: reading.text };
}
