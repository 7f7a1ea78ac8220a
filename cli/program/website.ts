import { Option } from 'commander';
import { languages } from '../../shared/model/language.ts';
import { failingLights } from '../audit/build-verdict.ts';
import type { AuditOptions } from '../commands/audit.ts';
import { type AddCommands, type CommonOptions, type ConfigOptions, withCommon, withConfig } from './command.ts';

/** What needs no configuration: a look at one site. */
export const addWebsiteCommands: AddCommands = (program, run) => {
  withCommon(program.command('audit'))
    .argument(
      '[url]',
      'address of the page, such as https://coffeelab.example; with --budget, that of the file if absent',
    )
    .description(
      'check a site once, with or without a configuration: speed, contacts, form, Lighthouse. Never submits a form.',
    )
    .option('--no-lighthouse', 'skip the Lighthouse run')
    .option('--html <file>', 'also write the audit to one HTML file, with contacts and forms marked on screenshots')
    .option('--only <check...>', 'run only these checks, such as contacts or form')
    .addOption(
      new Option('--language <language>', 'language of the findings (default: that of --budget, or en)').choices(
        languages,
      ),
    )
    .option('--budget <file>', 'take checks and thresholds of the website from this touchpoints.yaml')
    .addOption(
      new Option('--fail-on <light...>', 'exit with 1 also for these lights; red always does').choices(failingLights),
    )
    .option('--junit <file>', 'also write the result as a JUnit report')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight audit https://coffeelab.example\n  touchlight audit coffeelab.example --html audit.html --language uk\n  touchlight audit coffeelab.example --json --no-lighthouse > audit.json\n  touchlight audit https://preview.coffeelab.example --budget touchpoints.yaml --junit touchlight.xml',
    )
    .action(async (url: string | undefined, options: CommonOptions & AuditOptions) => {
      const { audit } = await import('../commands/audit.ts');
      await run((terminal, signal) => audit(url, options, terminal, signal), options);
    });

  withConfig(program.command('init'))
    .argument('<url>', 'address of the site, such as https://coffeelab.example')
    .description('inspect a site and write a touchpoints.yaml for it. Never submits a form.')
    .option('--yes', 'accept all defaults without asking')
    .option('--overwrite', 'replace an existing file')
    .option('--deploy', 'also write what a deployment to AWS needs: a CDK app, package.json, a CI workflow')
    .addHelpText(
      'after',
      '\nExamples:\n  touchlight init https://coffeelab.example\n  touchlight init coffeelab.example --yes --config coffeelab.yaml',
    )
    .action(async (url: string, options: ConfigOptions & { yes?: boolean; overwrite?: boolean; deploy?: boolean }) => {
      const { init } = await import('../commands/init.ts');
      await run((terminal, signal) => init(url, options, terminal, signal), options);
    });
};
