import { addressStandIn, escapedStandIn } from './address-stand-ins.ts';
import { createHosts } from './hosts.ts';
import { isKnownWord } from './known-words.ts';
import { createShapes } from './shapes.ts';

/**
 * Replaces what may be personal by stand-ins of the same shape. Whatever is not known to be harmless is replaced: nobody can list
 * all names. The same original has the same stand-in within one set, so that what belongs together stays together.
 */
export interface StandIns {
  /** What people wrote: only words that Touchlight looks for stay. */
  text(text: string): string;
  /** What developers wrote (selectors, names of fields, errors of scripts): words stay, but for addresses, numbers and quotations. */
  code(text: string): string;
  url(url: string): string;
  host(host: string): string;
}

/** Numbers with fewer digits are prices, hours and houses: in one piece, and in groups with signs between them. */
const personalRun = /\p{Nd}{5}/u;
const personalGroups = 7;

const address = String.raw`(?<address>[a-z][a-z0-9+.-]{0,20}:\/\/[^\s"'<>\\]+)`;
const mailbox = String.raw`(?<mailbox>[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{0,200}[\p{L}\p{N}])`;
const numericHost = String.raw`(?<numericHost>(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.]))`;
const escaped = '(?<escaped>(?:%[0-9a-f]{2})+)';
const quoted = '(?<quoted>"[^"]{0,300}"|\'[^\']{0,300}\'|`[^`]{0,300}`)';
const digits = String.raw`(?<digits>\p{Nd}(?:[ \t\u00a0().\u2010-\u2015-]{0,3}\p{Nd})+(?![\p{L}\p{M}]))`;
const word = String.raw`(?<word>[\p{L}\p{M}\p{N}]+)`;
const longWord = String.raw`(?<word>[\p{L}\p{N}]{24,})`;
const inTexts = new RegExp([address, mailbox, numericHost, escaped, digits, word].join('|'), 'giu');
const inCode = new RegExp([address, mailbox, numericHost, escaped, quoted, digits, longWord].join('|'), 'giu');

/** @param ownHosts of the site in question */
export function createStandIns(ownHosts: readonly string[]): StandIns {
  const shapes = createShapes();
  const host = createHosts(shapes, ownHosts);
  const text = (written: string): string => replaceIn(written, inTexts);
  const url = (written: string): string => addressStandIn(written, { text, host });

  function number(written: string): string {
    const count = written.match(/\p{Nd}/gu)?.length ?? 0;
    return count >= personalGroups || personalRun.test(written) ? shapes.number(written) : written;
  }

  function oneWord(written: string): string {
    if (/^\p{Nd}+$/u.test(written)) return number(written);
    return isKnownWord(written) ? written : shapes.word(written);
  }

  function standInFor(found: Readonly<Record<string, string | undefined>>): string {
    if (found['address'] !== undefined) return url(found['address']);
    if (found['numericHost'] !== undefined) return host(found['numericHost']);
    if (found['escaped'] !== undefined) return escapedStandIn(found['escaped'], text);
    if (found['digits'] !== undefined) return number(found['digits']);
    if (found['quoted'] !== undefined) return text(found['quoted']);
    if (found['mailbox'] === undefined) return oneWord(found['word'] ?? '');
    const [at, written] = [found['mailbox'].lastIndexOf('@'), found['mailbox']];
    return `${text(written.slice(0, at))}@${host(written.slice(at + 1))}`;
  }

  function replaceIn(written: string, pattern: RegExp): string {
    return written.replaceAll(pattern, (...match) => standInFor(match.at(-1)));
  }

  return { text, url, host, code: (written) => replaceIn(written, inCode) };
}
