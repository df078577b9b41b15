/** The version of the command: that of the package it lies in. */
import { readFileSync } from 'node:fs';

export const version = readVersion();

function readVersion(): string {
  try {
    const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
  } catch {
    // The command was copied away from its package.
  }
  return '0.0.0';
}
