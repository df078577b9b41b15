/** The `sop` command: its subcommands, their options, and what it answers to a wrong line. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { addAuthoringCommands } from './authoring-commands.js';
import { check } from './commands/check.js';
import { exportFile, exportFormats } from './commands/export.js';
import { lsp } from './commands/lsp.js';
import { explain, listRules } from './commands/rules.js';
import { checkFormats } from './formats/all-check-formats.js';
import { type Terminal, UsageError } from './terminal.js';
import { version } from './version.js';

/** Runs one command line (without the program's own name) and gives its exit code: 0, 1, or 2 for wrong usage. */
export async function run(line: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const help: string[] = [];
  const program = programFor(terminal, (code) => {
    exitCode = code;
  });
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => help.push(text),
      // What commander would say is said below, in one line of ours.
      writeErr: () => {},
    });
  }
  try {
    await program.parseAsync([...line], { from: 'user' });
    if (help.length > 0) await terminal.print(help.join(''));
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      await terminal.print(help.join(''));
      return 0;
    }
    terminal.complain(`sop: ${complaintAbout(error)}`);
    return 2;
  }
}

function complaintAbout(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  if (error instanceof CommanderError) {
    if (error.code === 'commander.help')
      return "Say what to do: check, render, export, explain, rules, lsp, new, import, fmt, watch or completion. 'sop --help' tells more.";
    const [message = '', guess] = error.message.replace(/^error: /, '').split(/\s*\n\s*\(?/);
    const said = inOurWords(message);
    const wayOut = guess?.replace(/\)$/, '') ?? "'sop --help' tells what can be written.";
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}${/[.?!]$/.test(said) ? '' : '.'} ${wayOut}`;
  }
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `This should not have happened: ${reason}. Please report it with the file that caused it.`;
}

/** Commander's words for a wrong line, in ours. */
function inOurWords(message: string): string {
  const missing = /^missing required argument '(.*)'$/.exec(message);
  if (missing)
    return missing[1] === 'id'
      ? 'name a rule'
      : missing[1] === 'shell'
        ? 'name a shell: bash, zsh or fish'
        : `name ${missing[1] === 'paths' ? 'files or folders' : 'a file'}, or '-' for standard input`;
  const choice = /^option '(?:-\w, )?(--[\w-]+).*' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s.exec(message);
  if (choice) return `${choice[1]} cannot be '${choice[2]}'; it can be ${choice[3]}`;
  const value = /^option '(?:-\w, )?(--[\w-]+).*' argument '(.*)' is invalid\. (.*)$/s.exec(message);
  if (value) return `${value[1]} cannot be '${value[2]}': ${value[3]}`;
  const lacking = /^option '(?:-\w, )?(--[\w-]+).*' argument missing$/.exec(message);
  return lacking ? `${lacking[1]} needs a value after it` : message;
}

function programFor(terminal: Terminal, finish: (exitCode: number) => void): Command {
  const program = new Command('sop')
    .description('Checks, draws and exports escalation procedures written as text (.sop files).')
    .version(version, '-V, --version', 'print the version')
    .helpCommand(false)
    .addHelpText('after', examples.program);

  program
    .command('check')
    .summary('tell what is wrong in files and folders')
    .description('Tells what is wrong in .sop files: syntax, names, promises that cannot be kept, ways that lead nowhere.')
    .argument('<paths...>', "files, folders (all .sop files below, without node_modules and .git), or '-' for standard input")
    .addOption(
      new Option('-f, --format <format>', 'how to print the findings')
        .choices(checkFormats.map(({ name }) => name))
        .default('pretty'),
    )
    .addOption(todayOption())
    .addOption(
      new Option('--fail-on <level>', 'exit with 1 when a finding has this level or a worse one')
        .choices(['error', 'warning', 'info'])
        .default('error'),
    )
    .addHelpText('after', examples.check)
    .action(async (paths, { format, today, failOn }) => finish(await check(paths, { format, today, failOn }, terminal)));

  exporting(program.command('render'), 'draw a procedure')
    .description('Draws a procedure. The format is the one that the output is named after; SVG when it goes to standard output.')
    .addHelpText('after', examples.render)
    .action(async (file, options) => finish(await exportFile(file, options, terminal)));

  exporting(program.command('export'), 'write a procedure in another form')
    .description('Writes a procedure in another form: for programs, for other tools, for print.')
    .addOption(
      new Option('-f, --format <format>', 'what to write; else the one that the output is named after').choices(exportFormats),
    )
    .addHelpText('after', examples.export)
    .action(async (file, options) => {
      if (options.format === undefined && options.output === undefined) {
        throw new UsageError(`Say which format with --format. There are: ${exportFormats.join(', ')}.`);
      }
      finish(await exportFile(file, options, terminal));
    });

  program
    .command('explain')
    .summary('say why a rule exists and how to mend what it finds')
    .description("Prints a rule's page: why it exists, what it finds, how to mend it, how to silence it.")
    .argument('<id>', "the rule's id, such as time/budget")
    .action(async (id) => finish(await explain(id, terminal)));

  program
    .command('rules')
    .summary('list all rules with their levels')
    .description('Lists all rules with their levels. sop.config.json can change the levels.')
    .action(async () => finish(await listRules(terminal)));

  program
    .command('lsp')
    .summary('start the language server')
    .description('Starts the language server, for editors that speak the Language Server Protocol.')
    .option('--stdio', 'talk over standard input and output (the only way there is)')
    .action(async () => lsp());

  addAuthoringCommands(program, terminal, finish, todayOption);
  return program;
}

function exporting(command: Command, summary: string) {
  return command
    .summary(summary)
    .argument('<file>', "a .sop file, or '-' for standard input")
    .option('-o, --output <file>', "file to write; without it, or with '-', standard output")
    .option('--variant <name>', 'one of its variants instead of the procedure itself')
    .addOption(new Option('--theme <theme>', 'colours of the picture').choices(['light', 'dark']).default('light'))
    .addOption(new Option('--scale <factor>', 'PNG: pixels for each of the picture, 1 to 4').default(2).argParser(scaleFrom))
    .addOption(
      new Option('--view <view>', 'which view; the tables as CSV').choices([
        'flow',
        'swimlanes',
        'responsibilities',
        'communication',
      ] as const),
    )
    .option('--transparent', 'SVG, PNG: no background', false)
    .addOption(
      new Option('--paper <size>', 'PDF: one page as large as the picture, or pages')
        .choices(['fit', 'a4', 'letter'])
        .default('fit'),
    )
    .addOption(todayOption());
}

function todayOption(): Option {
  return new Option('--today <date>', 'the day that counts as today, such as 2026-11-23').argParser(dateFrom);
}

function dateFrom(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  if (!isDate) throw new InvalidArgumentError('Write a date such as 2026-11-23.');
  return text;
}

function scaleFrom(text: string): number {
  const scale = Number(text);
  if (!(scale >= 1 && scale <= 4)) throw new InvalidArgumentError('Write a number from 1 to 4.');
  return scale;
}

const examples = {
  program: `
Examples:
  sop check .                                  check every .sop file in this folder and below
  sop check --format github --fail-on warning . the same in a pull request
  sop render outage.sop -o outage.svg          draw a procedure
  sop explain time/budget                      why a rule exists and how to mend what it finds

Exit codes: 0 all is well, 1 findings (see --fail-on), 2 the command line or an input could not be read.`,
  check: `
Examples:
  sop check outage.sop people.sop              two files
  sop check procedures/                        a folder and all below
  cat outage.sop | sop check -                 standard input
  sop check --format json . > findings.json    for programs (also sarif, github, junit)
  sop check --today 2027-01-31 .               what will be overdue by then?`,
  render: `
Examples:
  sop render outage.sop -o outage.svg
  sop render outage.sop -o outage-smb.svg --variant smb --theme dark`,
  export: `
Examples:
  sop export outage.sop --format procedure             what it means, as JSON
  sop export outage.sop --format drawing               boxes and lines in pixels, as JSON
  sop export outage.sop --format procedure --variant smb -o outage-smb.json`,
};
