import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readConfigurationFile } from '../../shared/config/read-configuration.ts';
import {
  isReadyScorecard,
  readReadyScorecard,
  readyScorecards,
} from '../../shared/config/scorecards/ready-scorecards.ts';
import { nearestWord } from '../../shared/config/suggest.ts';
import type { Language } from '../../shared/model/language.ts';
import { type ScorecardTemplate, scorecardTemplateSchema } from '../../shared/model/scorecard.ts';
import { UsageError } from '../exit.ts';

/**
 * A ready scorecard by its name, or one's own by its file.
 * @param language of a ready one; absent for that of the configuration
 * @throws UsageError
 */
export function readTemplate(
  name: string,
  language: Language | undefined,
  configurationFile: string,
): ScorecardTemplate {
  if (isReadyScorecard(name)) {
    return parseTemplate(readReadyScorecard(name, language ?? languageOf(configurationFile)));
  }
  if (!/[./\\]/.test(name)) throw new UsageError(unknownName(name));
  if (language !== undefined) {
    throw new UsageError(`--language chooses among the ready scorecards; ${name} says "language:" itself.`);
  }
  return parseTemplate(readFileSync(name, 'utf8'));
}

function parseTemplate(text: string): ScorecardTemplate {
  const { validFor: _, ...file } = parse(text);
  return scorecardTemplateSchema.parse(file);
}

function unknownName(name: string): string {
  const near = nearestWord(name, readyScorecards);
  const guess = near === null ? '' : ` Did you mean ${near}?`;
  return `There is no ready scorecard "${name}".${guess} Ready are ${readyScorecards.join(', ')}; for your own, write the path of its file, such as scorecards/phone.yaml.`;
}

/** The language of touchpoints.yaml where there is one that can be read; its faults are for other commands to list. */
function languageOf(configurationFile: string): Language {
  const reading = readConfigurationFile(configurationFile, new Date().toISOString().slice(0, 10));
  return reading.ok ? reading.configuration.language : 'en';
}
