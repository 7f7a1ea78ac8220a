import { styleText } from 'node:util';
import { harmless, harmlessLines, shorten } from '../shared/model/foreign-text.ts';
import type { ShownLight } from '../shared/model/light.ts';

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

const nothingToCheck = { shape: '–', word: '', style: 'gray' } as const;

const ownStyles = ['bold', 'dim', ...Object.values(lightMarks).map(({ style }) => style)] as const;
const ownCodes = ownStyles.flatMap((style) => styleText(style, '|', { validateStream: false }).split('|'));
const ownCode = new RegExp(`(${[...new Set(ownCodes)].map((code) => code.replace('[', '\\[')).join('|')})`);

/**
 * The last guard, for text that was stored before it was cleaned where it enters: what may steer a terminal is taken out,
 * except for the few colours of our own, and those only where this stream is given any.
 */
export function forTerminal(text: string, stream: NodeJS.WriteStream): string {
  return withoutOrders(withoutSteering(text, stream));
}

function withoutSteering(text: string, stream: NodeJS.WriteStream): string {
  const hasColours = styleText('bold', 'x', { stream }) !== 'x';
  if (!hasColours) return harmlessLines(text);
  const parts = (line: string): string[] => line.split(ownCode).map((part, n) => (n % 2 === 1 ? part : harmless(part)));
  return text
    .split('\n')
    .map((line) => parts(line).join(''))
    .join('\n');
}

/**
 * Build servers take orders from what is printed: GitHub from a line that begins with `::error::`, however far it is indented, and
 * from `##[error]` wherever it stands; Azure from `##vso[...]`, TeamCity from `##teamcity[...]`. What pages say must write neither.
 */
function withoutOrders(text: string): string {
  if (!isInBuild()) return text;
  return text.replaceAll(serverOrder, ' #').replaceAll(/^(\s*):(?=:)/gm, '$1: ');
}

const serverOrder = /(?<=#)#(?=[a-z]*\[)/gi;

function isInBuild(): boolean {
  return ['GITHUB_ACTIONS', 'TF_BUILD', 'TEAMCITY_VERSION'].some((name) => (process.env[name] ?? '') !== '');
}

/** JSON in which every character that a terminal or an eye may stumble over is escaped; the value stays the same. */
function escapedJson(value: unknown, indent?: number): string {
  const json = withEscapes(value, indent);
  return isInBuild() ? json.replaceAll(serverOrder, '\\u0023') : json;
}

function withEscapes(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll(/[[\p{Cc}\p{Cf}\p{DI}\p{Zl}\p{Zp}]--[\n]]/gv, (sign) =>
    sign
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

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
  print(line = ''): void {
    if (this.json) return;
    this.#clearProgress();
    process.stdout.write(`${forTerminal(line, process.stdout)}\n`);
  }

  /** The whole result for machines; silent without --json. */
  printJson(value: unknown): void {
    if (this.json) process.stdout.write(`${escapedJson(value, 2)}\n`);
  }

  /** One of many results for machines, on a line of its own; silent without --json. */
  printJsonLine(value: unknown): void {
    if (this.json) process.stdout.write(`${escapedJson(value)}\n`);
  }

  /** A sentence for a person that is not the result. */
  warn(line: string): void {
    this.#clearProgress();
    process.stderr.write(`${forTerminal(line, process.stderr)}\n`);
  }

  /** A command to GitHub's runner, which reads it from either stream; `--json` keeps stdout to itself. */
  workflowCommand(line: string): void {
    this.#clearProgress();
    process.stderr.write(`${harmless(line)}\n`);
  }

  progress(what: string): void {
    if (this.#quiet) return;
    const seconds = `${((performance.now() - this.#startedAt) / 1000).toFixed(0)} s`.padStart(5);
    const line = withoutOrders(harmless(`${seconds}  ${what}`));
    if (!process.stderr.isTTY) {
      process.stderr.write(`${line}\n`);
      return;
    }
    this.#clearProgress();
    process.stderr.write(
      styleText('dim', shorten(line, (process.stderr.columns || 80) - 1, ''), { stream: process.stderr }),
    );
    this.#progressShown = true;
  }

  light(light: ShownLight): string {
    const { shape, word, style } = light === null ? nothingToCheck : lightMarks[light];
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
