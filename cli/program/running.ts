import { Option } from 'commander';
import type { DoctorOptions } from '../commands/doctor.ts';
import type { PageOptions } from '../commands/page.ts';
import type { UpgradeOptions } from '../commands/upgrade-check.ts';
import type { ValidateOptions } from '../commands/validate.ts';
import type { WatchOptions } from '../commands/watch.ts';
import { localFolder } from '../local/private-folder.ts';
import {
  type AddCommands,
  type CommonOptions,
  type ConfigOptions,
  type StackOptions,
  withCommon,
  withConfig,
  withFleet,
  withStack,
} from './command.ts';

const portHelp = 'port of the live page; default: 7171, or the next one that is free';

/** What measures, and what shows beforehand what would be measured. */
export const addRunningCommands: AddCommands = (program, run) => {
  withConfig(program.command('run'))
    .description('run every check once: measure, judge and alert')
    .option('--only <touchpoint/check...>', 'run only these touchpoints or checks, such as website or website/form')
    .option('--no-confirm', 'do not run bad checks again after five minutes; leave that to the next run')
    .addOption(new Option('--confirm-after <seconds>').hideHelp())
    .addHelpText('after', '\nExamples:\n  touchlight run\n  touchlight run --only website/form --json')
    .action(async (options: ConfigOptions & { only?: string[]; confirm: boolean; confirmAfter?: string }) => {
      const { runChecksOnce } = await import('../commands/run.ts');
      await run((terminal, signal) => runChecksOnce(options, terminal, signal), options);
    });

  addWatch(program, run);

  addValidate(program, run);

  withFleet(withConfig(program.command('doctor')))
    .description(
      'check that Touchlight works on this machine or in a deployed stack, and show how to fix what does not',
    )
    .option('--stack <name>', 'check a deployed stack instead of this machine (read-only)')
    .option('--alarm', 'with --stack: also send a test alarm; every subscriber of the operations topic gets two emails')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight doctor\n  touchlight doctor --stack Touchlight\n' +
        '  touchlight doctor --stack Touchlight --alarm\n  touchlight doctor --stack Touchlight --fleet sites\n\n' +
        'With --stack, exits with 1 if something is broken and with 3 if something could not be determined.',
    )
    .action(async (options: ConfigOptions & DoctorOptions) => {
      const { doctor } = await import('../commands/doctor.ts');
      await run((terminal, signal) => doctor(options, terminal, signal), options);
    });

  addUpgradeCheck(program, run);

  withCommon(program.command('demo'))
    .description('watch a small demo business whose contact form breaks, causes an alert and is repaired')
    .addHelpText('after', '\nExample:\n  touchlight demo')
    .action(async (options: CommonOptions) => {
      const { demo } = await import('../commands/demo.ts');
      await run((terminal, signal) => demo(terminal, signal), options);
    });
};

const addValidate: AddCommands = (program, run) => {
  withFleet(withConfig(program.command('validate')))
    .description('check touchpoints.yaml and show what will run, when, how often and at what cost')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight validate\n  touchlight validate --config shop.yaml --json\n  touchlight validate --fleet sites',
    )
    .action(async (options: ValidateOptions & CommonOptions) => {
      const { validate } = await import('../commands/validate.ts');
      await run((terminal) => validate(options, terminal), options);
    });
};

const addWatch: AddCommands = (program, run) => {
  withFleet(withConfig(program.command('watch')))
    .description('run the checks on schedule, as a deployed stack would, and serve the live page, until Ctrl-C')
    .option('--for <duration>', 'stop after this long, such as 30m or 8h')
    .option('--port <number>', portHelp)
    .option('--no-page', 'do not serve the live page')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight watch\n  touchlight watch --json --for 8h > today.jsonl\n  touchlight watch --fleet sites\n\nOnly one instance can watch a folder. After a break of up to ten minutes, it catches up on missed runs.',
    )
    .action(async ({ fleet, ...options }: ConfigOptions & WatchOptions & { fleet?: string }) => {
      if (fleet !== undefined) {
        const { watchFleet } = await import('../fleet/watch-fleet.ts');
        await run((terminal, signal) => watchFleet({ ...options, fleet }, terminal, signal), options);
        return;
      }
      const { watch } = await import('../commands/watch.ts');
      await run((terminal, signal) => watch(options, terminal, signal), options);
    });

  withConfig(program.command('page'))
    .description('serve the live page on this machine, without running the checks on schedule, until Ctrl-C')
    .option('--port <number>', portHelp)
    .option('--open', 'open the page in the browser')
    .option('--folder <folder>', 'folder with the table and the evidence on this machine', localFolder)
    .addHelpText('after', '\nExamples:\n  touchlight page --open\n  touchlight page --port 8080 --json')
    .action(async (options: ConfigOptions & PageOptions) => {
      const { page } = await import('../commands/page.ts');
      await run((terminal, signal) => page(options, terminal, signal), options);
    });

  withStack(program.command('submissions'))
    .description('list the test messages that were actually submitted, so that you can delete them')
    .option('--since <duration>', 'how far back to look, such as 1d', '30d')
    .addHelpText('after', '\nExamples:\n  touchlight submissions\n  touchlight submissions --since 1d --json')
    .action(async (options: StackOptions & { since: string }) => {
      const { listSubmissions } = await import('../commands/submissions.ts');
      await run((terminal) => listSubmissions(options, terminal), options);
    });
};

const addUpgradeCheck: AddCommands = (program, run) => {
  withConfig(program.command('upgrade-check'))
    .description(
      'show what this version changes for touchpoints.yaml, compared with the version your project has installed',
    )
    .option('--from <folder>', 'the project whose installed version to compare with', '.')
    .option('--all', 'also show the changes that do not concern the file')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight upgrade-check\n  touchlight upgrade-check --from ../before --json\n\n' +
        'To compare with the newest version, before you install it: npx touchlight@latest upgrade-check\n' +
        'Changes nothing. Exits with 2 if this version refuses the file.',
    )
    .action(async (options: UpgradeOptions & CommonOptions) => {
      const { upgradeCheck } = await import('../commands/upgrade-check.ts');
      await run((terminal) => upgradeCheck(options, terminal), options);
    });
};
