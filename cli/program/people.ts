import { UsageError } from '../exit.ts';
import { type AddCommands, type StackOptions, withStack } from './command.ts';

/** Whose word opens a platform, and whose words are kept. */
export const addPeopleCommands: AddCommands = (program, run) => {
  withStack(
    program
      .command('secrets')
      .argument('<what>', 'check, or rotate: end all links to the live page')
      .addHelpText(
        'after',
        '\nExamples:\n  touchlight secrets check\n  touchlight secrets check --stack Touchlight\n  touchlight secrets rotate --stack Touchlight',
      ),
  )
    .description("show each secret's owner, permissions and expiry; rotate ends all links to the live page")
    .action(async (what: string, options: StackOptions) => {
      if (what === 'rotate') {
        const { rotatePageKey } = await import('../commands/rotate-page-key.ts');
        await run((terminal) => rotatePageKey(options, terminal), options);
        return;
      }
      if (what !== 'check') throw new UsageError(`touchlight secrets knows "check" and "rotate", not "${what}".`);
      const { checkSecrets } = await import('../commands/secrets.ts');
      await run((terminal, signal) => checkSecrets(options, terminal, signal), options);
    });

  addShopper(program, run);

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

const addShopper: AddCommands = (program, run) => {
  const shopper = program
    .command('shopper')
    .description('list or correct the test enquiries of the mystery shopper')
    .exitOverride();

  withStack(shopper.command('list'))
    .description('list the test enquiries with their answers, so that you can delete them')
    .option('--since <duration>', 'how far back to look, such as 7d', '90d')
    .addHelpText('after', '\nExamples:\n  touchlight shopper list\n  touchlight shopper list --since 7d --json')
    .action(async (options: StackOptions & { since: string }) => {
      const { listEnquiries } = await import('../commands/shopper.ts');
      await run((terminal) => listEnquiries(options, terminal), options);
    });

  withStack(shopper.command('mark'))
    .description('correct whether a person or a machine wrote an answer, or note an answer given in the chat')
    .argument('<token>', 'of the test enquiry, such as TL-7K3Q9ZB')
    .option('--automatic', 'a machine wrote the answer that is taken for a person')
    .option('--human', 'a person wrote the answer that is taken for a machine')
    .option('--answer <number>', 'which one, as "shopper list" numbers them')
    .option('--at <time>', 'with --human: when a person answered in the chat, unseen; such as "2026-11-16 14:05"')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight shopper mark TL-7K3Q9ZB --automatic\n  touchlight shopper mark TL-7K3Q9ZB --human --answer 2\n  touchlight shopper mark TL-7K3Q9ZB --human --at "2026-11-16 14:05"',
    )
    .action(async (token: string, options: MarkOptions) => {
      const { markAnswer } = await import('../commands/shopper.ts');
      await run((terminal) => markAnswer(token, options, terminal), options);
    });
};

interface MarkOptions extends StackOptions {
  readonly automatic?: boolean;
  readonly human?: boolean;
  readonly answer?: string;
  readonly at?: string;
}
