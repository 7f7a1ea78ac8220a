#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { Command, CommanderError } from 'commander';
import { typedDisguise } from '../shared/config/disguise-words.ts';
import { touchlightVersion } from '../shared/config/touchlight-version.ts';
import { cacheFolder } from '../shared/runtime/cache-folder.ts';
import { exitCodes, InterruptedError, UsageError } from './exit.ts';
import { keepPrivateIfThere, localFolder } from './local/private-folder.ts';
import { StorageError } from './local/storage-error.ts';
import type { AddCommands, Run } from './program/command.ts';
import { addCompletionCommand } from './program/completion.ts';
import { addIncidentCommands } from './program/incidents.ts';
import { addPeopleCommands } from './program/people.ts';
import { addPlanCommands } from './program/plan.ts';
import { addReadingCommands } from './program/reading.ts';
import { addRunningCommands } from './program/running.ts';
import { addScorecardCommands } from './program/scorecards.ts';
import { addWebsiteCommands } from './program/website.ts';
import { stopSignals } from './stop-signals.ts';
import { forTerminal, Terminal } from './terminal.ts';

// Commands are loaded when they are called; what they load is then compiled once per machine, not once per call. The variable
// is for the table's thread, which has a cache of its own or none.
process.env['NODE_COMPILE_CACHE'] ??= path.join(cacheFolder(), 'compiled');
enableCompileCache(process.env['NODE_COMPILE_CACHE']);

// React draws mails and pages several times faster without its checks for developers.
process.env['NODE_ENV'] ??= 'production';

/** Every command, in the order of `--help`. */
const commandGroups: readonly AddCommands[] = [
  addWebsiteCommands,
  addRunningCommands,
  addIncidentCommands,
  addReadingCommands,
  addPlanCommands,
  addPeopleCommands,
  addScorecardCommands,
  addCompletionCommand,
];

function buildProgram(run: Run): Command {
  const program = new Command('touchlight')
    .description('Watches every place where customers meet a business and shows one traffic light for each.')
    .version(touchlightVersion())
    .exitOverride()
    .configureOutput({ writeErr, outputError })
    .showHelpAfterError('(touchlight <command> --help shows its options)');
  for (const addCommands of commandGroups) addCommands(program, run);
  return program;
}

async function main(): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const unread = unreadSignal();
  const program = buildProgram(async (work, { json = false, quiet = false }) => {
    const terminal = new Terminal({ json, quiet });
    const interrupted = AbortSignal.any([interruptSignal(terminal), unread]);
    try {
      await keepPrivateIfThere(path.resolve(localFolder));
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

/**
 * Aborts when the reader of the output has had enough of it (`| head`): then the work ends as with Ctrl-C, but without a word,
 * because nobody reads it.
 */
function unreadSignal(): AbortSignal {
  const controller = new AbortController();
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      controller.abort(new InterruptedError(''));
    });
  }
  return controller.signal;
}

/** The first Ctrl-C, or another request to stop, lets the flow close its browser and table; the second ends the process at once. */
function interruptSignal(terminal: Terminal): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(exitCodes.interrupted);
    terminal.warn('Stopping: closing the browser and the table (once more to stop at once).');
    controller.abort(
      new InterruptedError('Stopped. What had been measured before is stored; the next run starts afresh.'),
    );
  };
  for (const name of stopSignals(process.platform)) process.on(name, stop);
  return controller.signal;
}

/** Where what was typed only looks like a command or an option, the package's own suggestion would look the same. */
function outputError(text: string, write: (text: string) => void): void {
  const quoted = process.argv.slice(2).filter((argument) => text.includes(`'${argument.split('=', 1)[0]}`));
  const disguise = quoted.flatMap((argument) => typedDisguise(argument) ?? [])[0];
  write(disguise === undefined ? text : `error: ${disguise}.\n`);
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  const message = error instanceof Error ? error.message : String(error);
  if (message !== '') writeErr(`${message}\n`);
  if (error instanceof StorageError && error.fault === 'in-use') return exitCodes.fault;
  if (error instanceof UsageError) return exitCodes.usage;
  if (error instanceof InterruptedError) return exitCodes.interrupted;
  if (process.env['TOUCHLIGHT_DEBUG'] !== undefined && error instanceof Error) writeErr(`${error.stack}\n`);
  else writeErr('This is a fault of Touchlight or of this machine. TOUCHLIGHT_DEBUG=1 shows where it happened.\n');
  return exitCodes.fault;
}

/** Faults quote what was typed, and what a page or a file said. */
function writeErr(text: string): void {
  process.stderr.write(forTerminal(text, process.stderr));
}

process.exitCode = await main();
