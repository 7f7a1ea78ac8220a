import { spawn } from 'node:child_process';
import path from 'node:path';

/** No shell in between, which would read a file's name as its own: `start` of Windows' cmd runs what follows an `&`. */
const openers: Readonly<Partial<Record<NodeJS.Platform, string>>> = { darwin: 'open', win32: 'explorer.exe' };

export function openerOf(platform: NodeJS.Platform): string {
  return openers[platform] ?? 'xdg-open';
}

/** Shows a file in whatever the person uses for it. Where there is nothing to show it with, the file is there all the same. */
export function openFile(file: string): void {
  const child = spawn(openerOf(process.platform), [path.resolve(file)], { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
}
