import { formatFaults, readConfigurationFile } from '../../shared/config/read-configuration.ts';
import { parseScorecard, readScorecardFile, type ScorecardReading } from '../../shared/config/read-scorecard.ts';
import {
  isReadyScorecard,
  readReadyScorecard,
  readyScorecards,
} from '../../shared/config/scorecards/ready-scorecards.ts';
import { nearestWord } from '../../shared/config/suggest.ts';
import type { Language } from '../../shared/model/language.ts';
import type { ScorecardTemplate } from '../../shared/model/scorecard.ts';
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
    const wanted = language ?? languageOf(configurationFile);
    return accepted(parseScorecard(readReadyScorecard(name, wanted), `${name}.${wanted}.yaml`));
  }
  if (!/[./\\]/.test(name)) throw new UsageError(unknownName(name));
  if (language !== undefined) {
    throw new UsageError(`--language is for ready scorecards; for ${name}, write "language: ${language}" in the file.`);
  }
  return accepted(readScorecardFile(name));
}

/** @throws UsageError with every fault of the file, each with its place and remedy */
function accepted(reading: ScorecardReading): ScorecardTemplate {
  if (!reading.ok) throw new UsageError(formatFaults(reading.faults, reading.text));
  return reading.template;
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
