import type { AddCommands } from './command.ts';
import { addScoreFiles } from './score-files.ts';
import { addScoreForm } from './score-form.ts';

/** What only people can assess. */
export const addScorecardCommands: AddCommands = (program, run) => {
  const score = program
    .command('score')
    .description('assess with scorecards what only people can judge: phone calls, visits, answers')
    .exitOverride();
  addScoreForm(score, run);
  addScoreFiles(score, run);
};
