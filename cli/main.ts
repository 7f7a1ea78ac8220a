#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import { exitCodes, InterruptedError, UsageError } from './exit.ts';
import { Terminal } from './terminal.ts';

// Commands are loaded when they are called; what they load is then compiled once per machine, not once per call.
enableCompileCache(fileURLToPath(new URL('../.cache/compiled', import.meta.url)));

/** Every command: its name, its options, and its code in `commands/`, loaded only when it is called. */
function buildProgram(
  run: (
    work: (terminal: Terminal, signal: AbortSignal) => Promise<number>,
    options: { json?: boolean; quiet?: boolean },
  ) => Promise<void>,
): Command {
  const program = new Command('touchlight')
    .description('Watches every place where a customer meets a business and shows one traffic light for each.')
    .version('0.1.0')
    .exitOverride()
    .showHelpAfterError('(touchlight <command> --help shows its options)');

  common(program.command('audit'))
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
    .action(async (url: string, options: { lighthouse: boolean; only?: string[]; json?: boolean; quiet?: boolean }) => {
      const { audit } = await import('./commands/audit.ts');
      await run((terminal, signal) => audit(url, options, terminal, signal), options);
    });

  common(program.command('run'))
    .description('run every check once through the whole flow: measure, store, judge, alert')
    .option('-c, --config <file>', 'the configuration', 'touchpoints.yaml')
    .option('--only <touchpoint/check...>', 'only these touchpoints or checks, such as website or website/form')
    .addHelpText('after', '\nExamples:\n  touchlight run\n  touchlight run --only website/form --json')
    .action(async (options: { config: string; only?: string[]; json?: boolean; quiet?: boolean }) => {
      const { runChecksOnce } = await import('./commands/run.ts');
      await run((terminal, signal) => runChecksOnce(options, terminal, signal), options);
    });

  common(program.command('validate'))
    .description('check touchpoints.yaml and tell what will run how often')
    .option('-c, --config <file>', 'the configuration', 'touchpoints.yaml')
    .action(async (options: { config: string; json?: boolean; quiet?: boolean }) => {
      const { validate } = await import('./commands/validate.ts');
      await run((terminal) => validate(options, terminal), options);
    });

  common(
    program
      .command('secrets')
      .argument('<what>', 'check')
      .addHelpText('after', '\nExample:\n  touchlight secrets check'),
  )
    .description('tell for each secret whose it is, what it may read and when it dies')
    .option('-c, --config <file>', 'the configuration', 'touchpoints.yaml')
    .action(async (what: string, options: { config: string; json?: boolean; quiet?: boolean }) => {
      if (what !== 'check') throw new UsageError(`touchlight secrets knows "check", not "${what}".`);
      const { checkSecrets } = await import('./commands/secrets.ts');
      await run((terminal, signal) => checkSecrets(options, terminal, signal), options);
    });

  common(program.command('forget'))
    .argument('<author>', "the person's name, or the id that the platform gives the person")
    .description('take a person out of every conversation that is kept')
    .option('-c, --config <file>', 'the configuration', 'touchpoints.yaml')
    .action(async (author: string, options: { config: string; json?: boolean; quiet?: boolean }) => {
      const { forgetPerson } = await import('./commands/forget.ts');
      await run((terminal) => forgetPerson(author, options, terminal), options);
    });

  common(program.command('demo'))
    .description('watch Touchlight look after a small demo business: a fault, an alert, the repair')
    .action(async (options: { json?: boolean; quiet?: boolean }) => {
      const { demo } = await import('./commands/demo.ts');
      await run((terminal, signal) => demo(terminal, signal), options);
    });
  return program;
}

function common(command: Command): Command {
  return command
    .option('--json', 'print the result as JSON on stdout')
    .option('--quiet', 'no progress on stderr')
    .exitOverride();
}

async function main(): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = buildProgram(async (work, { json = false, quiet = false }) => {
    const terminal = new Terminal({ json, quiet });
    const interrupted = interruptSignal(terminal);
    try {
      exitCode = await work(terminal, interrupted);
    } finally {
      terminal.finish();
    }
  });
  try {
    await program.parseAsync();
    return exitCode;
  } catch (error) {
    return explain(error);
  }
}

/** The first Ctrl-C lets the flow close its browser and table; the second ends the process at once. */
function interruptSignal(terminal: Terminal): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    terminal.warn('Stopping: closing the browser and the table (once more to stop at once).');
    controller.abort(
      new InterruptedError('Stopped. What had been measured before is stored; the next run starts afresh.'),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  if (error instanceof UsageError) return exitCodes.usage;
  if (error instanceof InterruptedError) return exitCodes.interrupted;
  if (process.env['TOUCHLIGHT_DEBUG'] !== undefined && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  else
    process.stderr.write(
      'This is a fault of Touchlight or of this machine. TOUCHLIGHT_DEBUG=1 shows where it happened.\n',
    );
  return exitCodes.fault;
}

process.exitCode = await main();
