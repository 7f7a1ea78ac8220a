import { describe, expect, it } from 'vitest';
import { findInstalledBrowser, type Machine } from '../../shared/browser/installed-browser.ts';

const windows = {
  platform: 'win32',
  arch: 'x64',
  home: 'C:\\Users\\olena',
  environment: {
    PROGRAMFILES: 'C:\\Program Files',
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\olena\\AppData\\Local',
  },
} as const;
const mac = { platform: 'darwin', arch: 'arm64', home: '/Users/olena', environment: {} } as const;
const arm = { platform: 'linux', arch: 'arm64', home: '/home/olena', environment: {} } as const;

const playwrights = '/playwright/chromium';

function find(machine: Omit<Machine, 'playwrights' | 'exists'>, ...installed: string[]): string {
  return findInstalledBrowser({ ...machine, playwrights, exists: (file) => installed.includes(file) });
}

const chrome = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
const brave = 'C:\\Users\\olena\\AppData\\Local\\BraveSoftware\\Brave-Browser\\Application\\brave.exe';

describe('an installed browser', () => {
  it('on Windows is Chrome, otherwise the Edge that comes with it, for all users or for one', () => {
    expect(find(windows, edge, chrome)).toBe(chrome);
    expect(find(windows, brave, edge)).toBe(edge);
    expect(find(windows, brave)).toBe(brave);
    expect(() => find({ ...windows, environment: {} }, chrome)).toThrow('No browser was found');
  });

  it('on macOS is looked for among the applications of all users, and of this one', () => {
    const own = '/Users/olena/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    const edgeForAll = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge';
    expect(find(mac, edgeForAll, own)).toBe(own);
    expect(find(mac, edgeForAll)).toBe(edgeForAll);
    expect(find(mac, playwrights)).toBe(playwrights);
  });

  it("on Linux is Playwright's own before a snap, which may not write to the cache", () => {
    expect(find(arm, '/usr/bin/chromium-browser', playwrights)).toBe(playwrights);
    expect(find(arm, '/usr/bin/chromium', '/snap/bin/chromium')).toBe('/usr/bin/chromium');
    expect(find(arm, '/snap/bin/chromium')).toBe('/snap/bin/chromium');
  });

  it.each([
    [windows, 'winget install Google.Chrome'],
    [mac, 'brew install --cask google-chrome'],
    [arm, 'npx playwright-core install --with-deps chromium'],
  ])('that is missing is named with the way to get one: $platform', (machine, command) => {
    expect(() => find(machine)).toThrow(command);
    expect(() => find(machine)).toThrow(`(${machine.platform}/${machine.arch})`);
    expect(() => find(machine)).toThrow('set TOUCHLIGHT_BROWSER to its path');
  });
});
