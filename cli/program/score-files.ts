import type { ImportScoresOptions } from '../commands/score-import.ts';
import type { ShowScoresOptions } from '../commands/score-show.ts';
import { type AddCommands, type CommonOptions, withCommon, withConfig } from './command.ts';

const template = 'a ready scorecard such as phone, or the file of a template, where touchpoints.yaml names none';

/** Templates are checked, and what was filled in is read. */
export const addScoreFiles: AddCommands = (score, run) => {
  withCommon(score.command('check'))
    .argument('<template>', 'the file of a template, such as scorecards/phone.yaml, or the name of a ready one')
    .description("check a scorecard's template and print how its questions are weighed")
    .addHelpText('after', '\nExample:\n  touchlight score check scorecards/phone.yaml')
    .action(async (file: string, options: CommonOptions) => {
      const { checkTemplate } = await import('../commands/score-check.ts');
      await run((terminal) => checkTemplate(file, terminal), options);
    });

  withConfig(score.command('import'))
    .argument('<files...>', 'filled-in scorecards: CSV with a row for each answer or each visit, or JSON')
    .requiredOption('--touchpoint <id>', 'the touchpoint that was assessed')
    .option('--template <template>', template)
    .option('--partly', 'import what can be read of a file with faulty rows')
    .description('check filled-in scorecards and add them to a touchpoint; a file that is imported twice counts once')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight score import visits.csv --touchpoint shop-floor\n  touchlight score import phone-*.json --touchpoint calls --template phone',
    )
    .action(async (files: string[], options: ImportScoresOptions & CommonOptions) => {
      const { importScores } = await import('../commands/score-import.ts');
      await run((terminal) => importScores(files, options, terminal), options);
    });

  withConfig(score.command('show'))
    .argument('[touchpoint]', 'only this one')
    .option('--template <template>', template)
    .description('print what filled-in scorecards come to: sections, total, light, and each question by employee')
    .addHelpText('after', '\nExamples:\n  touchlight score show\n  touchlight score show shop-floor --json')
    .action(async (touchpoint: string | undefined, options: ShowScoresOptions & CommonOptions) => {
      const { showScores } = await import('../commands/score-show.ts');
      await run((terminal) => showScores(touchpoint, options, terminal), options);
    });
};
