import { Argument } from 'commander';
import { shells } from '../commands/completion.ts';
import { type AddCommands, type CommonOptions, withCommon } from './command.ts';

/** What a shell needs to complete the other commands. */
export const addCompletionCommand: AddCommands = (program, run) => {
  withCommon(program.command('completion'))
    .addArgument(new Argument('<shell>', 'the shell to write the script for').choices(shells))
    .description('print a shell script that completes commands and options')
    .addHelpText('after', '\nExamples:\n  source <(touchlight completion bash)\n  source <(touchlight completion zsh)')
    .action(async (shell: (typeof shells)[number], options: CommonOptions) => {
      const { completion } = await import('../commands/completion.ts');
      await run((terminal) => completion(shell, program, terminal), options);
    });
};
