import type { Configuration } from '../../model/business.ts';
import type { ConfigFault } from '../faults.ts';
import type { DayOff } from '../holidays.ts';
import { parseConfiguration } from '../read-configuration.ts';
import { readyTemplates, type TemplateSource } from '../scorecard-templates.ts';
import { businessIdProblem } from './business-id.ts';
import { sameVariableProblems } from './same-variable.ts';

/** One business's touchpoints.yaml. */
export interface FleetFile {
  /** From the name of the file or of its folder; whether it may be one is seen here. */
  readonly business: string;
  /** As faults shall call it. */
  readonly fileName: string;
  /** What the file holds, or why it cannot be read, as it reads on behind its name. */
  readonly content: { readonly text: string } | { readonly problem: string };
  /** Of scorecards; absent where there are none but the ready ones. */
  readonly templates?: TemplateSource;
}

/** A business as it is watched. */
export interface FleetBusiness {
  /** `coffee-lab`; it stands before every id of its configuration. Null for a file of its own, outside a fleet. */
  readonly id: string | null;
  readonly fileName: string;
  readonly configuration: Configuration;
  readonly notes: readonly string[];
  readonly daysOff: readonly DayOff[];
}

/** A business whose file has faults: nothing of it is measured until they are gone. */
interface BrokenBusiness {
  /** As its file names it, even where that is the fault. */
  readonly id: string;
  readonly fileName: string;
  readonly faults: readonly ConfigFault[];
  /** The file's text, for formatFaults. */
  readonly text: string;
}

/** All businesses of an agency, by their ids. */
export interface Fleet {
  readonly businesses: readonly FleetBusiness[];
  readonly broken: readonly BrokenBusiness[];
}

/**
 * Reads a fleet, each file for itself: a broken one keeps no other business from being watched. Only secrets are compared, because two
 * businesses must never read the same one. Pure.
 * @param today `2026-11-22`, as for one file
 */
export function readFleet(files: readonly FleetFile[], today: string): Fleet {
  const byId = Map.groupBy(
    files.toSorted((a, b) => compare(a.business, b.business) || compare(a.fileName, b.fileName)),
    ({ business }) => business,
  );
  const businesses: FleetBusiness[] = [];
  const broken: BrokenBusiness[] = [];
  for (const [id, [file, ...others]] of byId) {
    if (file === undefined) continue;
    const reading = readBusiness(file, others, today);
    if ('faults' in reading) broken.push({ id, ...reading });
    else businesses.push(reading);
  }
  return withoutSharedSecrets({ businesses, broken });
}

/** Whose secret stands in a variable that two of them read, nobody can tell: neither is watched with it. */
function withoutSharedSecrets({ businesses, broken }: Fleet): Fleet {
  const problems = sameVariableProblems(businesses);
  if (problems.size === 0) return { businesses, broken };
  const refused = [...problems].map(([{ id, fileName }, messages]): BrokenBusiness => {
    return { id: id ?? '', ...faultsOfFile(fileName, messages) };
  });
  return {
    businesses: businesses.filter((business) => !problems.has(business)),
    broken: [...broken, ...refused].toSorted((a, b) => compare(a.id, b.id)),
  };
}

function faultsOfFile(fileName: string, messages: readonly string[]): Omit<BrokenBusiness, 'id'> {
  const faults = messages.map((message) => ({ file: fileName, line: 0, column: 0, path: '', message }));
  return { fileName, text: '', faults };
}

/** @param others files that name the same business */
function readBusiness(
  file: FleetFile,
  others: readonly FleetFile[],
  today: string,
): FleetBusiness | Omit<BrokenBusiness, 'id'> {
  const { business: id, fileName, content, templates = readyTemplates } = file;
  const problem = businessIdProblem(id) ?? sameName(id, others);
  if (problem !== null) return faultsOfFile(fileName, [problem]);
  if ('problem' in content) return faultsOfFile(fileName, [content.problem]);
  const reading = parseConfiguration(content.text, fileName, today, templates, id);
  if (!reading.ok) return { fileName, faults: reading.faults, text: reading.text };
  const { configuration, notes, daysOff } = reading;
  return { id, fileName, configuration, notes, daysOff };
}

/** Which of them holds is not for us to say. */
function sameName(id: string, others: readonly FleetFile[]): string | null {
  if (others.length === 0) return null;
  const names = others.map(({ fileName }) => fileName).join(', ');
  return `names the business "${id}", and so does ${names}; keep one of them, and rename or remove the other`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
