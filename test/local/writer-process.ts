import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./table-writer.ts', import.meta.url));

/** A running table-writer and what it has said so far. */
export class Writer {
  readonly lines: string[] = [];
  readonly ended: Promise<number | null>;
  readonly #process: ChildProcess;

  /** @param limitBlocks the largest file it may write, in the shell's blocks of 512 or 1024 bytes: a full disk, in effect */
  constructor(folder: string, { round = 0, asNobody = false, limitBlocks = 0 } = {}) {
    const command = [process.execPath, script, folder, String(round), ...(asNobody ? ['--as-nobody'] : [])];
    const [file = '', ...args] =
      limitBlocks === 0
        ? command
        : ['/bin/sh', '-c', `trap '' XFSZ; ulimit -f ${limitBlocks}; exec "$@"`, 'sh', ...command];
    this.#process = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const { stdout } = this.#process;
    if (stdout !== null) createInterface(stdout).on('line', (line) => this.lines.push(line));
    this.ended = new Promise((resolve) => this.#process.once('close', resolve));
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  async said(start: string): Promise<string> {
    const find = () => this.lines.find((line) => line.startsWith(start));
    while (find() === undefined) {
      if (this.#process.exitCode !== null)
        throw new Error(`The writer ended and never said "${start}": ${this.lines.join('; ')}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    return find() ?? '';
  }

  /** As the power of the operating system ends a process: no handler runs. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.ended;
  }
}
