import { type Command, Option } from 'commander';
import type { Terminal } from '../terminal.ts';

export interface CommonOptions {
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export interface ConfigOptions extends CommonOptions {
  /** The path of touchpoints.yaml. */
  readonly config: string;
}

export interface StackOptions extends ConfigOptions {
  /** A deployed stack instead of the table on this machine. */
  readonly stack?: string;
}

/** Runs a command's work with a terminal and a signal that Ctrl-C sets, and keeps its exit code. */
export type Run = (
  work: (terminal: Terminal, signal: AbortSignal) => Promise<number>,
  options: CommonOptions,
) => Promise<void>;

/** Adds commands: their names and options. Their code in `commands/` is loaded only when it is called. */
export type AddCommands = (program: Command, run: Run) => void;

export function withCommon(command: Command): Command {
  return command
    .option('--json', 'print the result as JSON on stdout')
    .option('--quiet', 'print no progress on stderr')
    .exitOverride();
}

export function withConfig(command: Command): Command {
  return withCommon(command).option('-c, --config <file>', 'path of the configuration', 'touchpoints.yaml');
}

/** For commands that also work on all businesses of an agency. */
export function withFleet(command: Command): Command {
  const folder = new Option('--fleet <folder>', 'all businesses whose files are in this folder, instead of one file');
  // Otherwise the file would be passed over without a word.
  return command.addOption(folder.conflicts('config'));
}

/** For commands that read or change what is stored. */
export function withStack(command: Command): Command {
  return withConfig(command).option('--stack <name>', 'use a deployed stack instead of the table on this machine');
}
