import { UsageError } from '../exit.ts';
import { type AddCommands, type StackOptions, withStack } from './command.ts';

/** Whose word opens a platform, and whose words are kept. */
export const addPeopleCommands: AddCommands = (program, run) => {
  withStack(
    program
      .command('secrets')
      .argument('<what>', 'check')
      .addHelpText('after', '\nExamples:\n  touchlight secrets check\n  touchlight secrets check --stack Touchlight'),
  )
    .description("show each secret's owner, permissions and expiry")
    .action(async (what: string, options: StackOptions) => {
      if (what !== 'check') throw new UsageError(`touchlight secrets knows "check", not "${what}".`);
      const { checkSecrets } = await import('../commands/secrets.ts');
      await run((terminal, signal) => checkSecrets(options, terminal, signal), options);
    });

  withStack(program.command('forget'))
    .argument('<author>', "the person's name, their id on the platform, or their phone number")
    .description('remove a person from every stored conversation')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight forget "Olena K."\n  touchlight forget 7700112233 --stack Touchlight\n  touchlight forget "+380 50 123 45 67"',
    )
    .action(async (author: string, options: StackOptions) => {
      const { forgetPerson } = await import('../commands/forget.ts');
      await run((terminal) => forgetPerson(author, options, terminal), options);
    });
};
