import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Language } from '../model/business.ts';
import { type ScorecardTemplate, scorecardTemplateSchema } from '../model/scorecard.ts';
import { parseDuration } from './duration.ts';
import { anyOf, didYouMean, nearestWord } from './suggest.ts';

export type TemplateReading =
  | { readonly template: ScorecardTemplate }
  /** What is wrong with what the file names, as it reads on behind that. */
  | { readonly problem: string };

/** Finds what touchpoints.yaml names as a template. */
export type TemplateSource = (written: string, language: Language) => TemplateReading;

const readyNames = ['phone', 'live-contact', 'messages', 'social-manners', 'answers'];

/** A template travels with each run, and a queue's message has at most 256 kB. */
const largestBytes = 150_000;

/** The ready ones, in the business's language. */
export const readyTemplates: TemplateSource = (written, language) => {
  if (isFileName(written)) return { problem: 'is a file, and there are no files beside this text' };
  if (!readyNames.includes(written)) return { problem: unknownName(written) };
  const file = new URL(`./scorecards/ready/${written}.${language}.yaml`, import.meta.url);
  return templateOf(readFileSync(file, 'utf8'));
};

/** The ready ones, and files beside a touchpoints.yaml. */
export function templatesBeside(configurationFile: string): TemplateSource {
  const folder = path.dirname(configurationFile);
  return (written, language) =>
    isFileName(written) ? readFile(path.resolve(folder, written)) : readyTemplates(written, language);
}

function isFileName(written: string): boolean {
  return /[/\\]|\.ya?ml$/i.test(written);
}

function unknownName(written: string): string {
  const near = nearestWord(written, readyNames);
  const remedy = near === null ? `write ${anyOf(readyNames)}` : didYouMean(written, near);
  return `is not a ready template; ${remedy}, or name a file of your own such as scorecards/own.yaml`;
}

function readFile(file: string): TemplateReading {
  try {
    if (!statSync(file).isFile())
      return { problem: 'is not a file; name the template itself, such as scorecards/own.yaml' };
    return templateOf(readFileSync(file, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    if (code !== 'ENOENT' && code !== 'ENOTDIR') return { problem: `cannot be read (${code}); check its permissions` };
    return { problem: 'does not exist; name a file beside touchpoints.yaml, or a ready template such as live-contact' };
  }
}

function templateOf(text: string): TemplateReading {
  const { validFor, ...rest } = parse(text);
  const read = scorecardTemplateSchema.safeParse({
    ...rest,
    validForDays: Number(parseDuration(validFor ?? '90d')) / 1440,
  });
  return read.success ? fitting(read.data) : { problem: read.error.message };
}

function fitting(template: ScorecardTemplate): TemplateReading {
  const bytes = Buffer.byteLength(JSON.stringify(template));
  if (bytes <= largestBytes) return { template };
  const kb = Math.ceil(bytes / 1000);
  return {
    problem: `asks too much for the message of a run: ${kb} kB, above the limit of ${largestBytes / 1000} kB; ask less`,
  };
}
