import { styleText } from 'node:util';
import type { Light } from '../shared/model/light.ts';

export interface TerminalOptions {
  /** Results go to stdout as JSON; everything else to stderr. */
  readonly json: boolean;
  /** No progress. */
  readonly quiet: boolean;
}

/** A light as a shape and a word, so that it does not depend on colour. */
const lightMarks = {
  green: { shape: '●', word: 'green', style: 'green' },
  yellow: { shape: '▲', word: 'yellow', style: 'yellow' },
  red: { shape: '■', word: 'RED', style: 'red' },
  unknown: { shape: '○', word: 'grey', style: 'gray' },
} as const;

/** What commands say: results on stdout, progress on stderr, in place on a terminal and as plain lines elsewhere. */
export class Terminal {
  readonly json: boolean;
  readonly #quiet: boolean;
  readonly #startedAt = performance.now();
  #progressShown = false;

  constructor({ json, quiet }: TerminalOptions) {
    this.json = json;
    this.#quiet = quiet;
  }

  /** A line of the result; silent with --json. */
  say(line = ''): void {
    if (this.json) return;
    this.#clearProgress();
    process.stdout.write(`${line}\n`);
  }

  /** The whole result for machines; silent without --json. */
  sayJson(value: unknown): void {
    if (this.json) process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** One of many results for machines, on a line of its own; silent without --json. */
  sayJsonLine(value: unknown): void {
    if (this.json) process.stdout.write(`${JSON.stringify(value)}\n`);
  }

  /** A sentence for a person that is not the result. */
  warn(line: string): void {
    this.#clearProgress();
    process.stderr.write(`${line}\n`);
  }

  progress(what: string): void {
    if (this.#quiet) return;
    const seconds = `${((performance.now() - this.#startedAt) / 1000).toFixed(0)} s`.padStart(5);
    const line = `${seconds}  ${what}`;
    if (!process.stderr.isTTY) {
      process.stderr.write(`${line}\n`);
      return;
    }
    this.#clearProgress();
    process.stderr.write(
      styleText('dim', line.slice(0, (process.stderr.columns || 80) - 1), { stream: process.stderr }),
    );
    this.#progressShown = true;
  }

  light(light: Light): string {
    const { shape, word, style } = lightMarks[light];
    return styleText(style, `${shape} ${word.padEnd(6)}`, { stream: process.stdout });
  }

  bold(text: string): string {
    return styleText('bold', text, { stream: process.stdout });
  }

  dim(text: string): string {
    return styleText('dim', text, { stream: process.stdout });
  }

  /** Call before the process ends. */
  finish(): void {
    this.#clearProgress();
  }

  #clearProgress(): void {
    if (this.#progressShown) process.stderr.write('\r\x1b[K');
    this.#progressShown = false;
  }
}
