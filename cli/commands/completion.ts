import type { Command } from 'commander';
import { exitCodes } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

export const shells = ['bash', 'zsh'] as const;
export type Shell = (typeof shells)[number];

/** Prints a script that completes the program's commands and options as they are now. */
export async function completion(shell: Shell, program: Command, terminal: Terminal): Promise<number> {
  const script = shell === 'bash' ? bashScript(program) : zshScript(program);
  terminal.sayJson({ version: 1, shell, script });
  terminal.say(script.trimEnd());
  return Promise.resolve(exitCodes.ok);
}

interface Place {
  /** Names of commands, from the outermost on, each with a space before it: ` maintenance add`; empty for the program itself. */
  readonly path: string;
  readonly words: readonly string[];
}

/** What may be written behind each command. */
function places(command: Command, path = ''): Place[] {
  const words = [
    ...command.commands.map((each) => each.name()),
    ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    ...command.options.filter(({ hidden }) => !hidden).flatMap(({ long }) => long ?? []),
    '--help',
  ];
  return [{ path, words }, ...command.commands.flatMap((each) => places(each, `${path} ${each.name()}`))];
}

function cases(program: Command, line: (place: Place) => string): string {
  return places(program).map(line).join('\n');
}

function bashScript(program: Command): string {
  return `# Completion of touchlight for bash: source <(touchlight completion bash)
_touchlight() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} given= words= index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$given \${COMP_WORDS[index]}" in
      ${knownPaths(program)}) given="$given \${COMP_WORDS[index]}" ;;
    esac
  done
  case $previous in
    -c | --config) mapfile -t COMPREPLY < <(compgen -f -- "$current"); return ;;
  esac
  case $given in
${cases(program, ({ path, words }) => `    '${path}') words='${words.join(' ')}' ;;`)}
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -F _touchlight touchlight
`;
}

function zshScript(program: Command): string {
  return `#compdef touchlight
# Completion of touchlight for zsh: source <(touchlight completion zsh)
_touchlight() {
  local given= word
  for word in \${words[2,CURRENT - 1]}; do
    case "$given $word" in
      ${knownPaths(program)}) given="$given $word" ;;
    esac
  done
  case \${words[CURRENT - 1]} in
    -c | --config) _files; return ;;
  esac
  case $given in
${cases(program, ({ path, words }) => `    '${path}') compadd -- ${words.join(' ')} ;;`)}
  esac
}
compdef _touchlight touchlight
`;
}

/** Words that go one command deeper; options and their values do not. */
function knownPaths(program: Command): string {
  return places(program)
    .flatMap(({ path }) => (path === '' ? [] : `'${path}'`))
    .join(' | ');
}
