import { formatFaults } from '../../shared/config/read-configuration.ts';
import { parseScorecard, readScorecardFile } from '../../shared/config/read-scorecard.ts';
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
 * @param language of a ready one
 * @throws UsageError with every fault of the file, each with its place and remedy
 */
export function readTemplate(name: string, language: Language): ScorecardTemplate {
  const isReady = isReadyScorecard(name);
  if (!isReady && !/[./\\]/.test(name)) throw new UsageError(unknownReady(name));
  const reading = isReady
    ? parseScorecard(readReadyScorecard(name, language), `${name}.${language}.yaml`)
    : readScorecardFile(name);
  if (!reading.ok) throw new UsageError(formatFaults(reading.faults, reading.text));
  return reading.template;
}

function unknownReady(name: string): string {
  const near = nearestWord(name, readyScorecards);
  const guess = near === null ? '' : ` Did you mean ${near}?`;
  return `There is no ready scorecard "${name}".${guess} Ready are ${readyScorecards.join(', ')}; for your own, write the path of its file, such as scorecards/phone.yaml.`;
}
