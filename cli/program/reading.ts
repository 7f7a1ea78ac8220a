import { Option } from 'commander';
import { periodKinds } from '../../shared/model/period-kind.ts';
import type { DigestOptions } from '../commands/digest.ts';
import type { ThemesOptions } from '../commands/themes.ts';
import type { ReadingOptions } from '../history/read-week-of.ts';
import { localFolder } from '../local/private-folder.ts';
import { type AddCommands, type CommonOptions, withFleet, withStack } from './command.ts';

/** What was stored, shown to a person. */
export const addReadingCommands: AddCommands = (program, run) => {
  withFleet(withReading(withStack(program.command('digest'))))
    .description('write the weekly email to a file, or send it')
    .option('--send', 'send it to the recipients under "digest", by SMTP (TOUCHLIGHT_SMTP_URL) or SES')
    .option('--again', 'with --send: also send it to recipients who may already have it')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight digest\n  touchlight digest --week 2026-W47 --stack Touchlight --no-open\n' +
        '  TOUCHLIGHT_SMTP_URL=smtps://user:password@mail.example touchlight digest --send\n  touchlight digest --fleet sites',
    )
    .action(async (options: DigestOptions) => {
      const { digest } = await import('../commands/digest.ts');
      await run((terminal) => digest(options, terminal), options);
    });

  withReading(withStack(program.command('report')))
    .description('write the whole week, with trends, screenshots and requests, to one HTML file that works offline')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight report\n  touchlight report --week 2026-W47 --out report.html --no-open',
    )
    .action(async (options: ReadingOptions) => {
      const { report } = await import('../commands/report.ts');
      await run((terminal) => report(options, terminal), options);
    });

  addThemes(program, run);
};

const addThemes: AddCommands = (program, run) => {
  withStack(program.command('themes'))
    .description(
      'show what customers keep complaining of and praising in reviews and comments, each person counted once',
    )
    .option(
      '--since <duration>',
      'how far back to look, such as 30d; compared with the same length of time before',
      '90d',
    )
    .addOption(new Option('--by <period>', 'also show each week or quarter').choices(periodKinds))
    .option('--csv', 'print rows of comma-separated values; they hold no words of customers')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight themes\n  touchlight themes --since 365d --by quarter\n  touchlight themes --since 90d --by week --csv > themes.csv',
    )
    .action(async (options: ThemesOptions & CommonOptions) => {
      const { showThemes } = await import('../commands/themes.ts');
      await run((terminal) => showThemes(options, terminal), options);
    });
};

function withReading(command: ReturnType<typeof withStack>): ReturnType<typeof withStack> {
  return command
    .option(
      '--week <week>',
      'such as 2026-W47; default: the last full week, or this week if that one has no measurements',
    )
    .option('--out <file>', 'the file to write')
    .option('--folder <folder>', 'folder with the table and the evidence on this machine', localFolder)
    .option('--no-open', 'do not open the file');
}
