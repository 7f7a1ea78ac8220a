import { Option } from 'commander';
import { readyScorecards } from '../../shared/config/scorecards/ready-scorecards.ts';
import { languages } from '../../shared/model/language.ts';
import type { ScoreNewOptions } from '../commands/score-new.ts';
import { type AddCommands, type CommonOptions, withConfig } from './command.ts';

/** Scorecards are filled in on a phone. */
export const addScoreForm: AddCommands = (score, run) => {
  withConfig(score.command('new'))
    .argument('<template>', `a ready scorecard (${readyScorecards.join(', ')}) or a file of your own`)
    .description('write a form for a scorecard: one HTML file that works offline on a phone')
    .addOption(
      new Option(
        '--language <language>',
        'language of a ready scorecard (default: that of touchpoints.yaml, or en)',
      ).choices(languages),
    )
    .option('--out <file>', 'the file to write (default: score-<scorecard>.html)')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight score new phone\n  touchlight score new live-contact --language uk --out visit.html\n  touchlight score new scorecards/my-shop.yaml',
    )
    .action(async (template: string, options: ScoreNewOptions & CommonOptions) => {
      const { newScoreForm } = await import('../commands/score-new.ts');
      await run((terminal) => newScoreForm(template, options, terminal), options);
    });
};
