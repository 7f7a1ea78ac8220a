import { type AddCommands, type CommonOptions, withCommon } from './command.ts';

/** What needs no configuration: a look at one site. */
export const addWebsiteCommands: AddCommands = (program, run) => {
  withCommon(program.command('audit'))
    .argument('<url>', 'address of the page, such as https://coffeelab.example')
    .description(
      'visit a site once, without any configuration: speed, contacts, form, Lighthouse. Never submits a form.',
    )
    .option('--no-lighthouse', 'leave out the Lighthouse run')
    .option('--only <check...>', 'only these checks, such as contacts or form')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight audit https://coffeelab.example\n  touchlight audit coffeelab.example --json --no-lighthouse > audit.json',
    )
    .action(async (url: string, options: CommonOptions & { lighthouse: boolean; only?: string[] }) => {
      const { audit } = await import('../commands/audit.ts');
      await run((terminal, signal) => audit(url, options, terminal, signal), options);
    });
};
