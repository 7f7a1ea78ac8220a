import { Option } from 'commander';
import type { DoctorOptions } from '../commands/doctor.ts';
import {
  type AddCommands,
  type CommonOptions,
  type ConfigOptions,
  type StackOptions,
  withCommon,
  withConfig,
  withStack,
} from './command.ts';

/** What measures, and what tells beforehand what would be measured. */
export const addRunningCommands: AddCommands = (program, run) => {
  withConfig(program.command('run'))
    .description('run every check once through the whole flow: measure, store, judge, alert')
    .option('--only <touchpoint/check...>', 'only these touchpoints or checks, such as website or website/form')
    .option('--no-confirm', 'leave what is bad to the next run instead of running it again after five minutes')
    .addOption(new Option('--confirm-after <seconds>').hideHelp())
    .addHelpText('after', '\nExamples:\n  touchlight run\n  touchlight run --only website/form --json')
    .action(async (options: ConfigOptions & { only?: string[]; confirm: boolean; confirmAfter?: string }) => {
      const { runChecksOnce } = await import('../commands/run.ts');
      await run((terminal, signal) => runChecksOnce(options, terminal, signal), options);
    });

  addWatch(program, run);

  withConfig(program.command('validate'))
    .description('check touchpoints.yaml and tell what will run when, how often and for how much')
    .addHelpText('after', '\nExamples:\n  touchlight validate\n  touchlight validate --config shop.yaml --json')
    .action(async (options: ConfigOptions) => {
      const { validate } = await import('../commands/validate.ts');
      await run((terminal) => validate(options, terminal), options);
    });

  withConfig(program.command('doctor'))
    .description('tell what works on this machine or in a deployed stack, what does not, and how to mend it')
    .option('--stack <name>', 'examine a deployed stack instead of this machine; only reads')
    .option('--alarm', 'with --stack: also ring a test alarm; every subscriber of operations gets two mails')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight doctor\n  touchlight doctor --stack Touchlight\n' +
        '  touchlight doctor --stack Touchlight --alarm\n\n' +
        'With --stack, exits with 1 when something is broken and with 3 when something could not be found out.',
    )
    .action(async (options: ConfigOptions & DoctorOptions) => {
      const { doctor } = await import('../commands/doctor.ts');
      await run((terminal, signal) => doctor(options, terminal, signal), options);
    });

  withCommon(program.command('demo'))
    .description('watch Touchlight look after a small demo business: a fault, an alert, the repair')
    .addHelpText('after', '\nExample:\n  touchlight demo')
    .action(async (options: CommonOptions) => {
      const { demo } = await import('../commands/demo.ts');
      await run((terminal, signal) => demo(terminal, signal), options);
    });
};

const addWatch: AddCommands = (program, run) => {
  withConfig(program.command('watch'))
    .description('keep running the checks on their cadence, as the stack would, until Ctrl-C')
    .option('--for <duration>', 'stop by itself after this long, such as 30m or 8h')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight watch\n  touchlight watch --json --for 8h > today.jsonl\n\nOne instance watches a folder. After a stop of up to ten minutes it makes the runs that fell due meanwhile.',
    )
    .action(async (options: ConfigOptions & { for?: string }) => {
      const { watch } = await import('../commands/watch.ts');
      await run((terminal, signal) => watch(options, terminal, signal), options);
    });

  withStack(program.command('submissions'))
    .description('list the test messages that forms really sent, for the business to delete')
    .option('--since <duration>', 'how far back', '30d')
    .addHelpText('after', '\nExamples:\n  touchlight submissions\n  touchlight submissions --since 1d --json')
    .action(async (options: StackOptions & { since: string }) => {
      const { listSubmissions } = await import('../commands/submissions.ts');
      await run((terminal) => listSubmissions(options, terminal), options);
    });
};
