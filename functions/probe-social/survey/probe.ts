import { lookBackDays } from '../../../shared/evaluation/conversations/history.ts';
import { type Estimate, fallBeyondMargin, fewest } from '../../../shared/evaluation/loyalty/estimate.ts';
import {
  answersIn,
  noAnswers,
  promoterScore,
  type Tally,
  withAnswer,
} from '../../../shared/evaluation/loyalty/promoter-score.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { sayImport } from '../../../shared/probes/import-statements.ts';
import { survey as spec } from '../../../shared/probes/survey/spec.ts';
import { saySurvey } from '../../../shared/probes/survey/statements.ts';
import { type Measured, measured, type Probe, unknown } from '../../../shared/runtime/probe.ts';
import { ImportFault } from '../csv/import-fault.ts';
import type { SocialTarget } from '../social-probe.ts';
import { keepComments } from './keep-comments.ts';
import { readAnswers } from './read-answers.ts';

/**
 * Whether customers would recommend the business, from the answers that a survey's export brings into a folder, compared with the
 * same number of days before. All files are read anew at each run. Of the answers it keeps the newest comments, with their scores and
 * without names: in the table itself, as `responses` does, and where people are forgotten.
 */
export const survey: Probe<typeof spec, SocialTarget> = {
  spec,
  async measure(target, { options, progress }) {
    const { importFolders, check } = target;
    const now = target.now();
    const files = importFolders?.('surveys', check.touchpointId, options.folder);
    if (files === undefined) return unknown('setup', sayImport('import/no-folder', {}));
    const listed = (await files.list()) ?? [];
    // When somebody deletes the files, what they brought is deleted, too.
    if (listed.length === 0) await keepComments([], target, now);
    if (listed.length === 0) return unknown('setup', sayImport('import/no-files', { where: files.where }));
    progress('reading the answers');
    const windowMs = options.windowDays * dayMs;
    try {
      const since = now - 2 * windowMs;
      const commentsSince = now - Math.min(windowMs, lookBackDays * dayMs);
      const { answers, comments } = await readAnswers(files, listed, { options, now, since, commentsSince });
      await keepComments(comments, target, now);
      const tallies = { now: noAnswers, before: noAnswers };
      for (const { at, score } of answers) {
        const when = at >= now - windowMs ? 'now' : 'before';
        tallies[when] = withAnswer(tallies[when], score);
      }
      return report(tallies.now, tallies.before, options.windowDays);
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      return unknown('unreadable-file', error.says);
    }
  },
};

function report(tally: Tally, tallyBefore: Tally, days: number): Measured {
  const answers = answersIn(tally);
  if (answers < fewest) {
    const says = saySurvey('survey/too-few', { days, ...tally, fewest });
    return unknown('too-few-answers', says, { measurements: { answers } });
  }
  const now = promoterScore(tally);
  const measurements = { score: Math.round(now.value), margin: now.margin, answers };
  const answersBefore = answersIn(tallyBefore);
  if (answersBefore < fewest) {
    const says = saySurvey('survey/first-score', { days, ...scored(now), before: answersBefore, fewest });
    return unknown('nothing-to-compare', says, { measurements });
  }
  const before = promoterScore(tallyBefore);
  const params = { days, ...scored(now), before: scored(before) };
  const fall = fallBeyondMargin(before, now);
  return measured(saySurvey('survey/score', params), {
    measurements: { fall, ...measurements },
    ...(fall > 0 && { facts: { fall: saySurvey('survey/fell', params) } }),
  });
}

function scored({ value, margin, from }: Estimate) {
  return { score: Math.round(value), margin, answers: from };
}
