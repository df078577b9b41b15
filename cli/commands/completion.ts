/** `sop completion`: what a shell needs to know to complete a line that begins with `sop`. Made from the commands themselves. */
import type { Command, Option } from 'commander';
import { type Terminal, UsageError } from '../terminal.js';

export const shells = ['bash', 'zsh', 'fish'] as const;

export async function completion(shell: string, program: Command, terminal: Terminal): Promise<number> {
  const write = { bash, zsh, fish }[shell as (typeof shells)[number]];
  if (!write) throw new UsageError(`There is no completion for '${shell}'; there is for ${shells.join(', ')}.`);
  await terminal.print(write(program.commands));
  return 0;
}

function bash(commands: readonly Command[]): string {
  const cases = commands.map((command) => `    ${command.name()}) words="${optionNames(command)}" ;;`);
  const choices = commands.flatMap((command) =>
    command.options.flatMap((option) =>
      option.argChoices ? [`    "${command.name()} ${option.long}") words="${option.argChoices.join(' ')}" ;;`] : [],
    ),
  );
  return `# bash completion for sop. Use it with: source <(sop completion bash)
_sop() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map((command) => command.name()).join(' ')} --help --version" -- "$current"))
    return
  fi
  case "$command $previous" in
${choices.join('\n')}
  esac
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
    return
  fi
  case "$command" in
${cases.join('\n')}
  esac
  if [[ "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _sop sop
`;
}

function zsh(commands: readonly Command[]): string {
  const names = commands.map((command) => `    '${command.name()}:${plain(command.summary())}'`);
  const cases = commands.map((command) => {
    const options = command.options.map(
      (option) => `'${option.long}[${plain(option.description)}]${option.required ? `:value:${valuesOf(option)}` : ''}'`,
    );
    return `    ${command.name()}) _arguments ${[...options, "'*:file:_files'"].join(' ')} ;;`;
  });
  return `#compdef sop
# zsh completion for sop. Use it with: sop completion zsh > "\${fpath[1]}/_sop"
_sop() {
  local -a commands
  commands=(
${names.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    return
  fi
  local command="\${words[2]}"
  shift words
  (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
if [ "\${funcstack[1]}" = "_sop" ]; then _sop "$@"; else compdef _sop sop; fi
`;
}

function fish(commands: readonly Command[]): string {
  const lines = commands.flatMap((command) => [
    `complete -c sop -n __fish_use_subcommand -f -a ${command.name()} -d '${plain(command.summary())}'`,
    ...command.options.map((option) => {
      const short = option.short ? ` -s ${option.short.slice(1)}` : '';
      const values = option.argChoices ? ` -x -a '${option.argChoices.join(' ')}'` : option.required ? ' -r' : '';
      return `complete -c sop -n '__fish_seen_subcommand_from ${command.name()}'${short} -l ${option.long?.slice(2)}${values} -d '${plain(option.description)}'`;
    }),
  ]);
  return `# fish completion for sop. Use it with: sop completion fish > ~/.config/fish/completions/sop.fish\n${lines.join('\n')}\n`;
}

function optionNames(command: Command): string {
  return [...command.options.flatMap(({ short, long }) => [short, long]), '--help']
    .filter((name) => name !== undefined)
    .join(' ');
}

function valuesOf(option: Option): string {
  return option.argChoices ? `(${option.argChoices.join(' ')})` : '_files';
}

/** Without the signs that mean something to a shell between quotes and brackets. */
function plain(text: string): string {
  return text
    .replaceAll(/['"[\]\\$`:]/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}
