/** The subcommands that help to write: `new`, `import`, `fmt`, `watch`, and `completion` for the shell. */
import { type Command, Option } from 'commander';
import { completion } from './commands/completion.js';
import { format } from './commands/fmt.js';
import { importFile, importFormats } from './commands/import.js';
import { newFile } from './commands/new.js';
import { watch } from './commands/watch.js';
import { type Terminal, UsageError } from './terminal.js';

/** Adds them; `today` makes the option that several have. */
export function addAuthoringCommands(
  program: Command,
  terminal: Terminal,
  finish: (exitCode: number) => void,
  today: () => Option,
): void {
  program
    .command('new')
    .summary('begin a procedure, from a template')
    .description('Writes a new procedure: from a template, or without one a whole small procedure to change.')
    .argument('[template]', "the template's name, see --list")
    .option('-l, --list', 'list the templates with what they teach', false)
    .option('-o, --output <file>', "file to write; '-' is standard output (default: named after the template)")
    .option('--force', 'write over a file that is there', false)
    .addOption(today())
    .addHelpText('after', examples.new)
    .action(async (name, options) => finish(await newFile(name, options, terminal)));

  program
    .command('import')
    .summary('make a procedure of a flowchart, a process or a spreadsheet')
    .description('Makes a procedure of a Mermaid flowchart, a BPMN 2.0 process or a spreadsheet saved as CSV.')
    .argument('<file>', "a .mmd, .bpmn or .csv file, or '-' for standard input")
    .addOption(new Option('-f, --format <format>', 'what it is; else told by its name').choices(importFormats))
    .option('-o, --output <file>', "file to write; without it, or with '-', standard output")
    .option('--force', 'write over a file that is there', false)
    .addOption(today())
    .addHelpText('after', examples.import)
    .action(async (file, options) => finish(await importFile(file, options, terminal)));

  program
    .command('fmt')
    .summary('bring files into the canonical layout')
    .description('Brings .sop files into the canonical layout and prints the names of those it changed.')
    .argument('<paths...>', "files, folders, or '-' for standard input")
    .option('--check', 'change nothing; exit with 1 when a file would be changed', false)
    .addHelpText('after', examples.fmt)
    .action(async (paths, options) => finish(await format(paths, options, terminal)));

  program
    .command('watch')
    .summary('check again whenever a file changes')
    .description('Checks files and folders, and again whenever one of them changes, until it is stopped.')
    .argument('<paths...>', 'files or folders')
    .addOption(today())
    .addHelpText('after', examples.watch)
    .action(async (paths, options) => finish(await watch(paths, options, terminal)));

  program
    .command('completion')
    .summary('print the completion script for a shell')
    .description('Prints the script by which bash, zsh or fish complete a line that begins with sop.')
    .argument('<shell>', 'bash, zsh or fish')
    .addHelpText('after', examples.completion)
    .action(async (shell) => {
      if (typeof shell !== 'string') throw new UsageError('Name a shell: bash, zsh or fish.');
      finish(await completion(shell, program, terminal));
    });
}

const examples = {
  new: `
Examples:
  sop new --list                               which templates there are, and what each teaches
  sop new renewal-risk                         writes renewal-risk.sop
  sop new saas-enterprise -o escalation.sop
  sop new -o - | sop check -                   a small one to change`,
  import: `
Examples:
  sop import flow.mmd -o escalation.sop        a Mermaid flowchart
  sop import process.bpmn -o escalation.sop    BPMN 2.0, as Camunda, Signavio and bpmn.io write it
  sop import steps.csv -o escalation.sop       a spreadsheet with columns such as level, step, who, within, next`,
  fmt: `
Examples:
  sop fmt .                                    this folder and below
  sop fmt --check .                            in a pull request
  sop fmt - < draft.sop                        from standard input to standard output`,
  watch: `
Examples:
  sop watch .
  sop watch outage.sop --today 2027-01-31`,
  completion: `
Examples:
  source <(sop completion bash)
  sop completion zsh > "\${fpath[1]}/_sop"
  sop completion fish > ~/.config/fish/completions/sop.fish`,
};
