import { spawn } from 'node:child_process';

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Shows a file in whatever the person uses for it. Where there is nothing to show it with, the file is there all the same. */
export function openFile(file: string): void {
  const [command, ...leading] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...leading, file], { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
}
