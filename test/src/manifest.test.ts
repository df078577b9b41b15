/** What the galleries (Visual Studio Marketplace, Open VSX) and npm ask of package.json. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };

describe('the manifest', () => {
  it('names the extension, its licence and where it comes from', () => {
    expect(manifest.name).toMatch(/^[a-z0-9][a-z0-9-]*$/);
    expect(manifest.publisher).toMatch(/^[a-z0-9][a-z0-9-]*$/i);
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(manifest.license).toBe('MIT');
    expect(readFileSync('LICENSE', 'utf8')).toMatch(/^MIT License/);
    expect(manifest.displayName.length).toBeLessThanOrEqual(50);
    expect(manifest.description.length).toBeLessThanOrEqual(200);
    for (const address of [manifest.homepage, manifest.bugs.url, manifest.qna, manifest.repository.url.replace(/^git\+/, '')]) {
      expect(new URL(address).protocol).toBe('https:');
    }
  });

  it('has an icon of 256 by 256 pixels and a banner', () => {
    const icon = readFileSync(manifest.icon);
    expect(icon.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([256, 256]);
    expect(statSync(manifest.icon).size).toBeLessThan(100_000);
    expect(manifest.galleryBanner.color).toMatch(/^#[0-9a-f]{6}$/);
    expect(['dark', 'light']).toContain(manifest.galleryBanner.theme);
  });

  it('is found by categories and keywords that the galleries know', () => {
    const known = ['Programming Languages', 'Visualization', 'Linters', 'Formatters', 'Snippets', 'Other'];
    expect(manifest.categories.filter((category) => !known.includes(category))).toEqual([]);
    expect(manifest.keywords.length).toBeLessThanOrEqual(30);
    expect(new Set(manifest.keywords).size).toBe(manifest.keywords.length);
  });

  it('says where it may run', () => {
    expect(manifest.capabilities).toEqual({ untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
    expect(manifest.engines.vscode).toMatch(/^\^1\.\d+\.0$/);
    // What is programmed against may not be newer than what is asked for.
    expect(manifest.devDependencies['@types/vscode']).toBe(manifest.engines.vscode.slice(1));
    expect(manifest.browser).not.toBe(manifest.main);
  });

  it('tells of its version in the change log', () => {
    expect(readFileSync('CHANGELOG.md', 'utf8')).toMatch(new RegExp(`^## ${manifest.version.replaceAll('.', '\\.')}\\b`, 'm'));
  });

  it('leads the library to its types', () => {
    expect(manifest.types).toBe(manifest.exports['.'].types);
    expect(manifest.bin.sop).toBe('dist/cli.js');
    expect(existsSync('cli/library-types.ts')).toBe(true);
  });
});
