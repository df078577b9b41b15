/** One glance in the status bar: whether the procedure at hand has findings, and a way to them. */
import { DiagnosticSeverity, Disposable, l10n, languages, StatusBarAlignment, ThemeColor, window } from 'vscode';

export function registerStatusItem(): Disposable {
  const item = window.createStatusBarItem('sop.status', StatusBarAlignment.Right, 100);
  item.name = l10n.t('SOP findings');
  item.command = 'workbench.actions.view.problems';
  const show = () => {
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'sop') {
      item.hide();
      return;
    }
    const findings = languages.getDiagnostics(document.uri);
    const errors = findings.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
    const warnings = findings.filter(({ severity }) => severity === DiagnosticSeverity.Warning).length;
    const parts = [...(errors > 0 ? [`$(error) ${errors}`] : []), ...(warnings > 0 ? [`$(warning) ${warnings}`] : [])];
    item.text = parts.length === 0 ? 'SOP $(check)' : `SOP ${parts.join(' ')}`;
    item.tooltip =
      parts.length === 0
        ? l10n.t('This procedure holds: no errors, no warnings.')
        : l10n.t('Errors: {0}, warnings: {1}. Click to list them.', errors, warnings);
    item.backgroundColor = errors > 0 ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  };
  show();
  return Disposable.from(item, window.onDidChangeActiveTextEditor(show), languages.onDidChangeDiagnostics(show));
}
