/** The gallery's HTML: a script and a style sheet from the extension, and nothing else may run. */
import { Uri, type Webview } from 'vscode';

export function galleryPage(webview: Webview, extensionUri: Uri): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(18)), (byte) => byte.toString(36)).join('');
  const file = (name: string) => webview.asWebviewUri(Uri.joinPath(extensionUri, 'dist', name)).toString();
  const policy = [
    "default-src 'none'",
    `font-src ${webview.cspSource}`,
    `style-src ${webview.cspSource}`,
    `script-src 'nonce-${nonce}'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy};">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>SOP templates</title>
<link rel="stylesheet" href="${file('gallery.css')}">
</head>
<body>
<script nonce="${nonce}" src="${file('gallery.js')}"></script>
</body>
</html>`;
}
