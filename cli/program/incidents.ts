import type { Command } from 'commander';
import type { AckOptions } from '../commands/ack.ts';
import type { IncidentsOptions } from '../commands/incidents.ts';
import type { WrongOptions } from '../commands/wrong.ts';
import { localFolder } from '../local/private-folder.ts';
import { type AddCommands, type CommonOptions, type Run, type StackOptions, withStack } from './command.ts';

/** What went wrong, which alerts were sent, and how people responded. */
export const addIncidentCommands: AddCommands = (program, run) => {
  withStack(program.command('incidents'))
    .description('list open and past incidents, and when alerts were sent')
    .option('--since <duration>', 'how far back to look, such as 7d', '30d')
    .option('--open', 'show open incidents only')
    .option('--noise', 'show how many alerts each check sent, and a setting that would have sent fewer')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight incidents --open\n  touchlight incidents --noise --since 7d --stack Touchlight',
    )
    .action(async (options: IncidentsOptions & CommonOptions) => {
      const { showIncidents } = await import('../commands/incidents.ts');
      await run((terminal) => showIncidents(options, terminal), options);
    });

  withStack(program.command('ack'))
    .argument('<check>', 'a check such as website/form, or a touchpoint for everything open there')
    .description('acknowledge an incident: no reminders and no escalation until it gets worse or is resolved')
    .option('--why <text>', 'a note for your team: who does what', '')
    .option('--undo', 'withdraw the acknowledgement')
    .addHelpText('after', '\nExample:\n  touchlight ack website/form --why "Olena has called the hosting provider"')
    .action(async (check: string, options: AckOptions & CommonOptions) => {
      const { acknowledge } = await import('../commands/ack.ts');
      await run((terminal) => acknowledge(check, options, terminal), options);
    });

  addWrong(program, run);

  addMaintenance(
    program.command('maintenance').description('send no alerts about a touchpoint for a while').exitOverride(),
    run,
  );

  addAlerts(program, run);

  withStack(program.command('replay'))
    .description('show which alerts other thresholds or policies would have sent, based on past measurements')
    .option(
      '--set <setting...>',
      'a setting to try, such as website/page-load.lcpMs.red=3000 or website/form.failuresToOpen=3',
      [],
    )
    .option('--since <duration>', 'how far back to look, such as 7d', '30d')
    .addHelpText('after', '\nExample:\n  touchlight replay --set website/page-load.lcpMs.red=3000 --since 30d')
    .action(async (options: StackOptions & { set: string[]; since: string }) => {
      const { replay } = await import('../commands/replay.ts');
      await run((terminal) => replay(options, terminal), options);
    });
};

const addAlerts: AddCommands = (program, run) => {
  const alerts = program.command('alerts').description('try the places that get alerts').exitOverride();
  withStack(alerts.command('test'))
    .description('send a marked test to each place that gets alerts, and show what became of it')
    .addHelpText('after', '\nExamples:\n  touchlight alerts test\n  touchlight alerts test --stack Touchlight')
    .action(async (options: StackOptions) => {
      const { testAlerts } = await import('../commands/alerts-test.ts');
      await run((terminal) => testAlerts(options, terminal), options);
    });
};

const addWrong: AddCommands = (program, run) => {
  withStack(program.command('wrong'))
    .argument('<check>', 'the check whose last result is wrong, such as website/form')
    .description(
      'report a wrong result: save the last result of a check, with personal data replaced, to a folder for a bug report. Sends nothing.',
    )
    .option('--folder <folder>', 'folder with the table and the evidence on this machine', localFolder)
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight wrong website/form\n  touchlight wrong website/contacts@mobile --stack Touchlight',
    )
    .action(async (check: string, options: WrongOptions & CommonOptions) => {
      const { reportWrong } = await import('../commands/wrong.ts');
      await run((terminal) => reportWrong(check, options, terminal), options);
    });
};

function addMaintenance(maintenance: Command, run: Run): void {
  withStack(maintenance.command('start'))
    .argument('<touchpoint>', 'such as website')
    .argument('<length>', 'how long, such as 2h')
    .description('start maintenance now: the touchpoint is measured, but no alerts are sent')
    .requiredOption('--why <text>', 'the work being done')
    .addHelpText('after', '\nExample:\n  touchlight maintenance start website 2h --why "move to a new host"')
    .action(async (touchpoint: string, length: string, options: StackOptions & { why: string }) => {
      const { startMaintenance } = await import('../commands/maintenance.ts');
      await run((terminal) => startMaintenance(touchpoint, length, options, terminal), options);
    });

  withStack(maintenance.command('end'))
    .argument('<touchpoint>', 'such as website')
    .description('end maintenance early')
    .action(async (touchpoint: string, options: StackOptions) => {
      const { endMaintenance } = await import('../commands/maintenance.ts');
      await run((terminal) => endMaintenance(touchpoint, options, terminal), options);
    });

  withStack(maintenance.command('list'))
    .description('list maintenance windows, from here and from touchpoints.yaml')
    .action(async (options: StackOptions) => {
      const { listMaintenance } = await import('../commands/maintenance.ts');
      await run((terminal) => listMaintenance(options, terminal), options);
    });
}
