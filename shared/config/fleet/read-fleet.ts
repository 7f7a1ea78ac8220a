import type { Configuration } from '../../model/business.ts';
import type { ConfigFault } from '../faults.ts';
import type { DayOff } from '../holidays.ts';
import { parseConfiguration } from '../read-configuration.ts';
import { readyTemplates, type TemplateSource } from '../scorecard-templates.ts';
import { businessIdProblem } from './business-id.ts';

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
export interface BrokenBusiness {
  /** As its file names it, even where that is the fault. */
  readonly id: string;
  readonly fileName: string;
  readonly faults: readonly ConfigFault[];
  /** The file's text, for formatFaults. */
  readonly text: string;
  /** What its file holds, or each of its files where there are several, as far as they can be read. */
  readonly sources: readonly string[];
}

/** All businesses of an agency, by their ids. */
export interface Fleet {
  readonly businesses: readonly FleetBusiness[];
  readonly broken: readonly BrokenBusiness[];
}

/**
 * Reads a fleet, each file for itself: a broken one keeps no other business from being watched. Pure.
 * @param today `2026-11-22`, as for one file
 */
export function readFleet(files: readonly FleetFile[], today: string): Fleet {
  const byId = Map.groupBy(
    files.toSorted((a, b) => compare(a.business, b.business) || compare(a.fileName, b.fileName)),
    ({ business }) => business,
  );
  const businesses: FleetBusiness[] = [];
  const broken: BrokenBusiness[] = [];
  const sourcesOf = (id: string): string[] =>
    (byId.get(id) ?? []).flatMap(({ content }) => ('text' in content ? content.text : []));
  for (const [id, [file, ...others]] of byId) {
    if (file === undefined) continue;
    const reading = readBusiness(file, others, today);
    if ('faults' in reading) broken.push({ id, ...reading, sources: sourcesOf(id) });
    else businesses.push(reading);
  }
  return { businesses, broken };
}

export function faultsOfFile(fileName: string, messages: readonly string[]): Omit<BrokenBusiness, 'id' | 'sources'> {
  const faults = messages.map((message) => ({ file: fileName, line: 0, column: 0, path: '', message }));
  return { fileName, text: '', faults };
}

/** @param others files that name the same business */
function readBusiness(
  file: FleetFile,
  others: readonly FleetFile[],
  today: string,
): FleetBusiness | Omit<BrokenBusiness, 'id' | 'sources'> {
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
