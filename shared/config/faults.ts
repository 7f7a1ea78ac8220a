import { shorten, spelledOut } from '../model/foreign-text.ts';
import type { Path } from './data-path.ts';
import { redact } from './redact.ts';

/** One thing that is wrong with the file, and what to write instead. */
export interface ConfigFault {
  readonly file: string;
  /** From 1; 0 when the fault is the file as a whole. */
  readonly line: number;
  /** From 1; 0 when the fault is the file as a whole. */
  readonly column: number;
  /** `touchpoints[0].checks.form.mode`; empty for the file as a whole. */
  readonly path: string;
  readonly message: string;
}

const widest = 100;

/**
 * `touchpoints.yaml:14:7 touchpoints[0].url: message`, then the source line and a caret under the place. Secrets are covered.
 * @param text the file's text, as the reader returned it beside the faults
 */
function formatFault(fault: ConfigFault, text: string): string {
  const headline = faultInOneLine(fault);
  const source = fault.line === 0 ? undefined : text.split(/\r?\n/)[fault.line - 1];
  if (source === undefined) return headline;
  // A long line (a file squeezed into one) is shown as a window around the place.
  const start = fault.column > widest - 20 ? fault.column - 60 : 0;
  const place = Math.max(start, fault.column - 1);
  // Spelled out, a character that cannot be seen takes more room: the caret stands below what is printed.
  const covered = redact(source.replaceAll('\t', ' '));
  const before = spelledOut(covered.slice(start, place));
  const behind = spelledOut(covered.slice(place, Math.max(place, start + widest)));
  return `${headline}\n  ${`${before}${behind}`.trimEnd()}\n  ${' '.repeat(before.length)}^`;
}

/** Without the line of the file, which holds what its writer may not want to be kept elsewhere. */
export function faultInOneLine({ file, line, column, path, message }: ConfigFault): string {
  const where = line === 0 ? file : `${file}:${line}:${column}`;
  return `${where}${path === '' ? '' : ` ${path}`}: ${message}`;
}

/** All faults, in the order of the file, with an empty line between. */
export function formatFaults(faults: readonly ConfigFault[], text: string): string {
  return faults.map((fault) => formatFault(fault, text)).join('\n\n');
}

/** `['touchpoints', 0, 'checks', 'page-load']` as `touchpoints[0].checks.page-load`. */
export function formatPath(path: Path): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    const name = shorten(spelledOut(redact(part)), 50, '');
    return text === '' ? name : `${text}.${name}`;
  }, '');
}
