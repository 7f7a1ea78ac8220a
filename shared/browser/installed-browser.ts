import path from 'node:path';

/** What is known about a machine on which a browser is looked for. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Where Playwright would have put the Chromium that it downloads. */
  readonly playwrights: string;
  exists(file: string): boolean;
}

/**
 * The path of an installed Chrome, Chromium, Edge or Brave.
 * @throws Error with a sentence that says how to get one
 */
export function findInstalledBrowser(machine: Machine): string {
  const found = placesOf(machine).find((place) => machine.exists(place));
  if (found !== undefined) return found;
  const { platform, arch } = machine;
  throw new Error(
    `No browser was found on this machine (${platform}/${arch}). ${howToGetOne(platform)} If you have a Chrome, Chromium, Edge or Brave elsewhere, set TOUCHLIGHT_BROWSER to its path.`,
  );
}

function placesOf({ platform, environment, home, playwrights }: Machine): readonly string[] {
  if (platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return [...windowsPrograms.flatMap((program) => roots.map((root) => path.win32.join(root, program))), playwrights];
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', path.posix.join(home, 'Applications')];
    const places = macApplications.flatMap((name) =>
      roots.map((root) => path.posix.join(root, `${name}.app`, 'Contents', 'MacOS', name)),
    );
    return [...places, playwrights];
  }
  // Playwright's first: what Ubuntu calls chromium-browser is a snap, which may not write to hidden folders such as the cache.
  return [playwrights, ...linuxCommands.map((command) => `/usr/bin/${command}`), '/snap/bin/chromium'];
}

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
];

const macApplications = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser'];

const linuxCommands = [
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chromium',
  'chromium-browser',
  'brave-browser',
];

function howToGetOne(platform: NodeJS.Platform): string {
  switch (platform) {
    case 'darwin':
      return 'Install Chrome: brew install --cask google-chrome, or https://www.google.com/chrome.';
    case 'win32':
      return 'Install Chrome: winget install Google.Chrome, or https://www.google.com/chrome.';
    default:
      return 'Install Chromium: npx playwright-core install --with-deps chromium, or on Debian: apt install chromium.';
  }
}
