import { blank, type Disguise, disguisesOfAscii, unseenIn } from './disguises.ts';
import { shown } from './redact.ts';
import { signName } from './sign-names.ts';

/** `"web\u{200b}site" contains U+200B ZERO WIDTH SPACE, which cannot be seen` */
export function contains(text: string, disguise: Disguise, others: number): string {
  const more = others === 0 ? '' : ` (and ${others} more of the kind)`;
  const seen = shown(text).replaceAll(blank, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
  return `${seen} contains ${signName(disguise.sign)}${more}, ${appearance(disguise)}`;
}

function appearance(disguise: Disguise): string {
  const { as } = disguise;
  if (as === null) return isSpace(disguise) ? 'which looks like a plain space and is none' : 'which cannot be seen';
  if (/[\d\p{P}\p{S}]/u.test(as))
    return `which looks like a plain ${as === '"' ? 'quotation mark' : `"${as}"`} and is none`;
  return `which looks like the ${as <= '\x7f' ? 'Latin' : 'Cyrillic'} "${as}"`;
}

export function isSpace({ sign }: Disguise): boolean {
  return /^[\p{Zs}\u2800]$/u.test(sign);
}

export function retype({ as }: Disguise, others: number): string {
  const all = others === 0 ? 'it' : 'them';
  return as !== null && /\p{L}/u.test(as)
    ? `type ${all} again on the other keyboard layout`
    : `type the plain sign instead`;
}

export function remedy(disguise: Disguise, others: number, text: string): string {
  const all = others === 0 ? 'it' : 'them';
  if (disguise.as === null) return isSpace(disguise) ? `type a plain space, or delete ${all}` : `delete ${all}`;
  const again = retype(disguise, others);
  return /^https?:\/\//i.test(text) && URL.canParse(text)
    ? `${again}, or, if the address is really spelled so, write "${new URL(text).href}"`
    : again;
}

/** What is wrong with a name that a person has typed or pasted where only ASCII can stand; null when nothing is. */
export function typedDisguise(text: string): string | null {
  const unseen = unseenIn(text, 'exact');
  const [first, ...others] = unseen.length > 0 ? unseen : disguisesOfAscii(text);
  if (first !== undefined) return `${contains(text, first, others.length)}; ${remedy(first, others.length, text)}`;
  return text === text.trim() ? null : `${shown(text)} begins or ends with a space; delete it`;
}
