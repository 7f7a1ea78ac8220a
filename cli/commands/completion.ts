import type { Command } from 'commander';
import { exitCodes } from '../exit.ts';
import type { Terminal } from '../terminal.ts';

export const shells = ['bash', 'zsh'] as const;
export type Shell = (typeof shells)[number];

/** Prints a script that completes the program's commands and options as they are now. */
export async function completion(shell: Shell, program: Command, terminal: Terminal): Promise<number> {
  const script = shell === 'bash' ? bashScript(program) : zshScript(program);
  terminal.printJson({ version: 1, shell, script });
  terminal.print(script.trimEnd());
  return Promise.resolve(exitCodes.ok);
}

interface Place {
  /** Names of commands, from the outermost on, each with a space before it: ` maintenance add`; empty for the program itself. */
  readonly path: string;
  /** Commands one deeper, and what an argument may be. */
  readonly names: readonly string[];
  readonly options: readonly string[];
}

/** What may be written behind each command. */
function places(command: Command, path = ''): Place[] {
  const names = [
    ...command.commands.map((each) => each.name()),
    ...command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
  ];
  const options = [...command.options.filter(({ hidden }) => !hidden).flatMap(({ long }) => long ?? []), '--help'];
  return [{ path, names, options }, ...command.commands.flatMap((each) => places(each, `${path} ${each.name()}`))];
}

/** Options are proposed where a dash has been typed, or where there is nothing else. */
function cases(program: Command): string {
  return places(program)
    .map(({ path, names, options }) => `    '${path}') names='${names.join(' ')}' options='${options.join(' ')}' ;;`)
    .join('\n');
}

function bashScript(program: Command): string {
  return `# Completion of touchlight for bash: source <(touchlight completion bash)
_touchlight() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} given= names= options= index
  for ((index = 1; index < COMP_CWORD; index++)); do
    case "$given \${COMP_WORDS[index]}" in
      ${knownPaths(program)}) given="$given \${COMP_WORDS[index]}" ;;
    esac
  done
  case $previous in
    -c | --config)
      compopt -o filenames 2> /dev/null || true
      mapfile -t COMPREPLY < <(compgen -f -- "$current")
      return ;;
  esac
  case $given in
${cases(program)}
  esac
  if [[ $current == -* || -z $names ]]; then names=$options; fi
  mapfile -t COMPREPLY < <(compgen -W "$names" -- "$current")
}
complete -F _touchlight touchlight
`;
}

/** Works sourced, with or without the user's own compinit, and as a file called _touchlight on the fpath. */
function zshScript(program: Command): string {
  return `#compdef touchlight
# Completion of touchlight for zsh: source <(touchlight completion zsh)
_touchlight() {
  local given= names= options= word
  for word in \${words[2,CURRENT - 1]}; do
    case "$given $word" in
      ${knownPaths(program)}) given="$given $word" ;;
    esac
  done
  case \${words[CURRENT - 1]} in
    -c | --config) _files; return ;;
  esac
  case $given in
${cases(program)}
  esac
  if [[ \${words[CURRENT]} == -* || -z $names ]]; then names=$options; fi
  compadd -- \${=names}
}
if [[ $funcstack[1] == _touchlight ]]; then
  _touchlight "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i; }
  compdef _touchlight touchlight
fi
`;
}

/** Words that go one command deeper; options and their values do not. */
function knownPaths(program: Command): string {
  return places(program)
    .flatMap(({ path }) => (path === '' ? [] : `'${path}'`))
    .join(' | ');
}
