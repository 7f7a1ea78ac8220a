import path from 'node:path';
import type { Language } from '../model/business.ts';
import type { ScorecardTemplate } from '../model/scorecard.ts';
import { parseScorecard, readScorecardFile, type ScorecardReading } from './read-scorecard.ts';
import { isReadyScorecard, readReadyScorecard, readyScorecards } from './scorecards/ready-scorecards.ts';
import { anyOf, didYouMean, nearestWord } from './suggest.ts';

type TemplateReading =
  | { readonly template: ScorecardTemplate }
  /** What is wrong with what the file names, as it reads on behind that. */
  | { readonly problem: string };

/** Finds what touchpoints.yaml names as a template. */
export type TemplateSource = (written: string, language: Language) => TemplateReading;

/** A template travels with each run, and a queue's message has at most 256 kB. */
const largestBytes = 150_000;

/** The ready ones, in the business's language. */
export const readyTemplates: TemplateSource = (written, language) => {
  if (isFileName(written)) return { problem: 'is a file, and there are no files beside this text' };
  if (!isReadyScorecard(written)) return { problem: unknownName(written) };
  return used(parseScorecard(readReadyScorecard(written, language), written), written);
};

/** The ready ones, and files beside a touchpoints.yaml. */
export function templatesBeside(configurationFile: string): TemplateSource {
  const folder = path.dirname(configurationFile);
  return (written, language) => {
    if (!isFileName(written)) return readyTemplates(written, language);
    return used(readScorecardFile(path.resolve(folder, written)), written);
  };
}

function isFileName(written: string): boolean {
  return /[/\\]|\.ya?ml$/i.test(written);
}

function unknownName(written: string): string {
  const near = nearestWord(written, readyScorecards);
  if (near !== null) return `is not a ready template; ${didYouMean(written, near)}`;
  return `is not a ready template; write ${anyOf(readyScorecards)}, or name a file of your own such as scorecards/own.yaml`;
}

function used(reading: ScorecardReading, written: string): TemplateReading {
  if (reading.ok) return fitting(reading.template);
  const [first] = reading.faults;
  if (first === undefined || first.line === 0) return { problem: first?.message ?? 'cannot be read' };
  const others = reading.faults.length - 1;
  const all = others === 0 ? '' : ` (and ${others} more: touchlight score check ${written})`;
  return { problem: `has a fault in line ${first.line}, ${first.path}: ${first.message}${all}` };
}

function fitting(template: ScorecardTemplate): TemplateReading {
  const bytes = Buffer.byteLength(JSON.stringify(template));
  if (bytes <= largestBytes) return { template };
  const limit = `${Math.ceil(bytes / 1000)} kB, above the limit of ${largestBytes / 1000} kB`;
  return { problem: `asks too much for the message of a run: ${limit}; ask less` };
}
