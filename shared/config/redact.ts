import { shorten, spelledOut } from '../model/foreign-text.ts';

const knownTokenShapes =
  /^(EAA[A-Za-z0-9]{8,}|AIza[\w-]{20,}|ya29\.[\w.-]+|xox[a-z]-[\w-]+|gh[a-z]_\w{20,}|sk[-_]\w{12,}|vk1\.[\w.-]+|eyJ[\w-]+\.[\w.-]+|AKIA[A-Z0-9]{12,}|\d{6,}:[\w-]{30,})/;

/**
 * Does the word look like a token or key rather than like something a person made up? Known shapes of the platforms, or
 * long random-looking text. Errs on the side of yes: what looks like one is neither accepted as a name nor shown.
 */
export function looksLikeToken(word: string): boolean {
  if (knownTokenShapes.test(word)) return true;
  const longest = word.split(/[^A-Za-z0-9+=|%]+/).reduce((a, b) => (b.length > a.length ? b : a), '');
  if (longest.length < 20) return false;
  return /\d/.test(longest) && /[A-Za-z]/.test(longest);
}

const tokenWord = /[A-Za-z0-9_\-.:+/=|%]{16,}/g;
const credentials = /(\/\/)([^\s/@"']+)(@)/g;
const secretValue =
  /(\b(?:token|password|passwd|pass|api[_-]?key|access[_-]?key|client[_-]?secret|bearer)\w*["']?\s*[:=]\s*["']?)([^\s"',}#]+)/gi;

/** Text for a person's eyes with everything that may be a secret covered by stars of the same length, so that columns stay. */
export function redact(text: string): string {
  return text
    .replace(secretValue, (_, before: string, secret: string) => `${before}${'*'.repeat(secret.length)}`)
    .replace(credentials, (_, before: string, secret: string, after: string) => {
      return `${before}${'*'.repeat(secret.length)}${after}`;
    })
    .replace(tokenWord, (word) => (looksLikeToken(word) ? '*'.repeat(word.length) : word));
}

const longestShown = 50;

/** A value from the file, short, on one line and never a secret: `"submitt"`, `7.5`, `a list`. */
export function shown(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a group of keys';
  if (typeof value !== 'string') return String(value);
  if (looksLikeToken(value)) return `a text of ${value.length} characters (not shown)`;
  return `"${shorten(spelledOut(redact(value)), longestShown + 1, '…')}"`;
}
