import { unseenIn } from './disguises.ts';
import { signName } from './sign-names.ts';

/** Spaces that are none and what cannot be seen, where YAML looks for an indentation or a blank: at the beginning, behind ":". */
const blank =
  /^(?<before>[\s-]*?|[^"'#]*?(?:^|\s)[\w-]+:)(?<sign>[\u00a0\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2069\u3000\ufeff])/u;
const colon = /^(?<before>[\s-]*[\w-]+)(?<sign>[\uff1a\ufe55\ua789\u2236])/u;
const dash = /^(?<before>\s*)(?<sign>[\u2010-\u2015\u2022\u2212\ufe63\uff0d\u00b7])\s*[\w"'-]+\s*:/u;

/** How far from the beginning of its line a fault is looked at; behind that, a file is squeezed into a line. */
const widest = 400;

/**
 * The character that makes a text no YAML, where it only looks like one that YAML knows; null where none does.
 * @param at UTF-16 index at which the parser stumbled
 */
export function disguisedSyntax(text: string, at: number): { readonly at: number; readonly message: string } | null {
  const window = Math.max(0, at - widest);
  const begin = text.slice(window, at).lastIndexOf('\n') + 1 + window;
  if (begin === window && window > 0) return null;
  const line = text.slice(begin, begin + widest).split('\n', 1)[0] ?? '';
  for (const [pattern, wanted] of [
    [blank, null],
    [colon, 'a colon'],
    [dash, 'the "-" of a list'],
  ] as const) {
    const { before, sign } = pattern.exec(line)?.groups ?? {};
    if (before !== undefined && sign !== undefined) {
      return {
        at: begin + before.length,
        message: `${signName(sign)} ${wanted === null ? instead(sign) : standsFor(wanted)}`,
      };
    }
  }
  const sign = text.slice(at, at + 2).match(/./su)?.[0] ?? '';
  return unseenIn(sign, 'exact').length === 0
    ? null
    : { at, message: `${signName(sign)} stands where nothing may stand; delete it` };
}

function instead(sign: string): string {
  return /^\p{Zs}$/u.test(sign)
    ? 'stands where YAML wants a plain space; type one instead'
    : 'stands where YAML wants a space or nothing, and cannot be seen; delete it';
}

function standsFor(wanted: string): string {
  return `stands where YAML wants ${wanted}; type ${wanted === 'a colon' ? '": " on the Latin keyboard layout' : 'a plain "- "'} instead`;
}
