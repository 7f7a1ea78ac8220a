import { summarizeScorecard } from '../../../shared/evaluation/scorecards/summary.ts';
import { scorecard as spec } from '../../../shared/probes/scorecard/spec.ts';
import { sayScorecard } from '../../../shared/probes/scorecard/statements.ts';
import { type Probe, unknown } from '../../../shared/runtime/probe.ts';
import { readScoredVisits } from '../scorecards/read-scored-visits.ts';
import type { SocialTarget } from '../social-probe.ts';
import { reportScorecard } from './report-scorecard.ts';

/**
 * What people found who assessed a touchpoint that no robot can visit, by all the scorecards in its folder. It sees no more
 * than they wrote down, and reads all of it at each run.
 */
export const scorecard: Probe<typeof spec, SocialTarget> = {
  spec,
  async measure({ check, importFolders, now }, { options, progress }) {
    const { template, templateName, folder, timeZone } = options;
    if (importFolders === undefined || template === null)
      return unknown('setup', sayScorecard('scorecard/no-folders', {}));
    const files = importFolders('scorecards', check.touchpointId, folder);
    progress('reading scorecards');
    const { visits, faults } = await readScoredVisits(files, template, { timeZone, now: now() });
    const summary = summarizeScorecard(template, visits, now());
    return reportScorecard(summary, faults, { template, templateName, timeZone, where: files.where });
  },
};
