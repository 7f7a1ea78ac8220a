import type { Command } from 'commander';
import type { CloseOptions, PlanOptions, TakeOptions } from '../commands/plan.ts';
import { type AddCommands, type CommonOptions, type Run, withStack } from './command.ts';

const person = ['--by <name>', 'who does it; by default you'] as const;
const oneAction = 'an action such as website/form, as the list shows it';

/** What is to be done about what the lights say, and what people want to do beside it. */
export const addPlanCommands: AddCommands = (program, run) => {
  const plan = program
    .command('plan')
    .description('list what is to be done, and take, date or close it')
    .exitOverride();

  withStack(plan.command('list', { isDefault: true }))
    .description('list every action, who does it by when, and what became of it')
    .action(async (options: PlanOptions & CommonOptions) => {
      const { listPlan } = await import('../commands/plan.ts');
      await run((terminal) => listPlan(options, terminal), options);
    });

  withStack(plan.command('take'))
    .argument('<action>', oneAction)
    .description('say who does it, and by when')
    .option(...person)
    .option('--until <date>', 'the day by which it is to be done, such as 2026-12-15')
    .option('--note <text>', 'what is to be done, in your words', '')
    .addHelpText(
      'after',
      '\nExample:\n  touchlight plan take website/page-load --by Olena --until 2026-12-15 --note "find five contractors and compare"',
    )
    .action(async (id: string, options: TakeOptions & CommonOptions) => {
      const { takeFromPlan } = await import('../commands/plan.ts');
      await run((terminal) => takeFromPlan(id, options, terminal), options);
    });

  addClosing(plan, run);
};

function addClosing(plan: Command, run: Run): void {
  withStack(plan.command('done'))
    .argument('<action>', oneAction)
    .description('say that it is done; the digest says whether the problem is gone')
    .option(...person)
    .option('--why <text>', 'what was done', '')
    .action(async (id: string, options: CloseOptions & CommonOptions) => {
      const { closeInPlan } = await import('../commands/plan.ts');
      await run((terminal) => closeInPlan(id, 'done', options, terminal), options);
    });

  withStack(plan.command('drop'))
    .argument('<action>', oneAction)
    .description('say that it is not worth it')
    .option(...person)
    .requiredOption('--why <text>', 'why not')
    .action(async (id: string, options: CloseOptions & CommonOptions) => {
      const { closeInPlan } = await import('../commands/plan.ts');
      await run((terminal) => closeInPlan(id, 'dropped', options, terminal), options);
    });

  withStack(plan.command('reopen'))
    .argument('<action>', oneAction)
    .description('open what was done or dropped')
    .action(async (id: string, options: PlanOptions & CommonOptions) => {
      const { reopenInPlan } = await import('../commands/plan.ts');
      await run((terminal) => reopenInPlan(id, options, terminal), options);
    });
}
