import PostalMime, { type Address, addressParser, decodeWords, type Email } from 'postal-mime';
import type { FolderRole, MailAddress, MailFacts, MailHeader } from '../../../shared/evaluation/mail/mail-facts.ts';
import type { Instant } from '../../../shared/model/instant.ts';

/** What the mailbox knows of a mail beside its bytes. */
interface Delivery {
  readonly receivedAt: Instant;
  readonly folder: FolderRole;
  /** The sender in the envelope where the server tells it; otherwise Return-Path is read. */
  readonly envelopeFrom?: string | null;
}

/** No rule reads further, and a mail may have a thousand parts of text. */
const textCharacters = 60_000;

/** What somebody writes stands before what he attaches. The parser takes its time for each line and all of a mail's memory. */
const readBytes = 512 * 1024;
const readLines = 20_000;

function beginningOf(raw: Uint8Array): Uint8Array {
  let at = 0;
  for (let line = 0; line < readLines; line++) {
    const end = raw.indexOf(0x0a, at);
    if (end === -1 || end >= readBytes) return raw.subarray(0, readBytes);
    at = end + 1;
  }
  return raw.subarray(0, at);
}

/**
 * A mail from its bytes. Attached mails stay closed: only what this mail itself says is read. A mail that cannot be parsed, such as
 * one with endless headers, is read by what its first lines say.
 */
export async function readMail(raw: Uint8Array | string, delivery: Delivery): Promise<MailFacts> {
  const parsed = await parse(beginningOf(typeof raw === 'string' ? new TextEncoder().encode(raw) : raw));
  const headers = parsed.headers.map(({ key, value }): MailHeader => ({ key, value: decoded(value) }));
  const valuesOf = (key: string): string[] =>
    parsed.headers.flatMap((header) => (header.key === key ? [header.value] : []));
  const addressesIn = (key: string): MailAddress[] =>
    valuesOf(key).flatMap((value) => addressParser(value, { flatten: true }).flatMap(toAddress));
  const returnPath = valuesOf('return-path')[0];
  const method = parsed.attachments.find(({ mimeType }) => mimeType === 'text/calendar')?.method;
  return {
    headers,
    from: addressesIn('from'),
    to: addressesIn('to'),
    cc: addressesIn('cc'),
    replyTo: addressesIn('reply-to'),
    subject: decoded(valuesOf('subject')[0] ?? '').trim(),
    messageId: idsIn(valuesOf('message-id'))[0] ?? null,
    inReplyTo: idsIn(valuesOf('in-reply-to')),
    references: idsIn(valuesOf('references')),
    envelopeFrom: delivery.envelopeFrom ?? (returnPath === undefined ? null : bare(returnPath)),
    receivedAt: delivery.receivedAt,
    text: textOf(parsed),
    ...linksOf(parsed),
    folder: delivery.folder,
    ...(method !== undefined && { calendarMethod: method.toUpperCase() }),
  };
}

const limits = { forceRfc822Attachments: true, maxNestingDepth: 100, maxHeadersSize: 2 ** 20 } as const;

async function parse(raw: Uint8Array): Promise<Pick<Email, 'headers' | 'text' | 'html' | 'attachments'>> {
  try {
    return await PostalMime.parse(raw, limits);
  } catch {
    const start = new TextDecoder().decode(raw.subarray(0, 2 ** 16));
    const [head = ''] = start.split(/\r?\n\r?\n/, 1);
    const lines = head
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .slice(0, 200);
    const headers = lines.flatMap((line) => {
      const [, originalKey, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? [];
      // The body has not been understood, so nothing may be read from its form.
      if (originalKey === undefined || value === undefined || /^content-/i.test(originalKey)) return [];
      return [{ key: originalKey.toLowerCase(), originalKey, value }];
    });
    return { headers, text: '', attachments: [] };
  }
}

/** Encoded words are decoded; a charset that nobody knows leaves them as they are. */
function decoded(value: string): string {
  try {
    return decodeWords(value);
  } catch {
    return value;
  }
}

function toAddress(address: Address): MailAddress[] {
  if (address.address === undefined) return [];
  const name = decoded(address.name).trim();
  return [{ name: name === '' ? null : name, address: address.address.trim().toLowerCase() }];
}

function bare(path: string): string {
  return path.replace(/[<>\s]/g, '').toLowerCase();
}

function idsIn(values: readonly string[]): string[] {
  const all = values.join(' ');
  const bracketed = [...all.matchAll(/<([^<>\s]+)>/g)].map(([, id]) => id ?? '');
  return (bracketed.length > 0 ? bracketed : all.split(/\s+/)).filter((id) => id !== '');
}

/** The plain part, unless it is no more than "your program cannot show this mail". */
function textOf({ text, html }: Pick<Email, 'text' | 'html'>): string {
  const plain = text?.trim() ?? '';
  const shown = html === undefined ? '' : textOfHtml(html);
  return (shown.length > 4 * plain.length + 200 || plain === '' ? shown : plain).slice(0, textCharacters);
}

function linksOf({ html }: Pick<Email, 'html'>): Pick<MailFacts, 'linksInHtml'> {
  const links = html?.slice(0, textCharacters * 8).match(/<a\b[^<>]*\shref\s*=\s*["']?https?:/gi)?.length ?? 0;
  return links > 0 ? { linksInHtml: links } : {};
}

const entities: Readonly<Record<string, string>> = {
  ...{ nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", euro: '€', pound: '£', szlig: 'ß', hellip: '…' },
  ...{ ndash: '–', mdash: '—', laquo: '«', raquo: '»', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bdquo: '„' },
};
/** `&uuml;` is a u with two dots, and so on. */
const accents: Readonly<Record<string, string>> = {
  ...{
    uml: '\u0308',
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    tilde: '\u0303',
    cedil: '\u0327',
    ring: '\u030a',
  },
};

// No mail contains these: they are what a reader cannot see.
const quoteStarts = '\u0001';
const quoteEnds = '\u0002';

/** Without comments, styles and scripts. What is opened and never closed hides the rest. */
function withoutHidden(html: string): string {
  // Of other letters, some change their length.
  const lower = html.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  const kept: string[] = [];
  let from = 0;
  for (const { 0: opening, index } of lower.matchAll(/<(?:!--|style\b|script\b|title\b)/g)) {
    if (index < from) continue;
    kept.push(html.slice(from, index));
    const closing = opening === '<!--' ? '-->' : `</${opening.slice(1)}`;
    const end = lower.indexOf(closing, index);
    if (end === -1) return kept.join(' ');
    from = lower.indexOf('>', end) + 1 || html.length;
  }
  return [...kept, html.slice(from)].join(' ');
}

/** Lines as a reader sees them; a quote is marked with ">" as in plain text. */
function textOfHtml(html: string): string {
  const flat = withoutHidden(html.slice(0, textCharacters * 8))
    .replace(/\s+/g, ' ')
    .replace(/<blockquote\b[^<>]*>/gi, `\n${quoteStarts}\n`)
    .replace(/<\/blockquote\s*>/gi, `\n${quoteEnds}\n`)
    .replace(/<(?:br|hr|\/p|\/div|\/tr|\/li|\/h\d|\/table|p|div|li|tr|table)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, '')
    .replace(/&(#x?[0-9a-f]{1,8}|[a-z]{1,10});/gi, (whole, name: string) => entity(name) ?? whole);
  let depth = 0;
  const lines: string[] = [];
  for (const line of flat.split('\n').map((each) => each.trim())) {
    if (line === quoteStarts) depth++;
    else if (line === quoteEnds) depth = Math.max(0, depth - 1);
    else lines.push(depth > 0 ? `${'>'.repeat(depth)} ${line}` : line);
  }
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function entity(name: string): string | null {
  const number = /^#x([0-9a-f]+)$/i.exec(name)?.[1];
  const code = number === undefined ? Number(/^#(\d+)$/.exec(name)?.[1]) : Number.parseInt(number, 16);
  if (Number.isInteger(code)) return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  const [, letter = '', accent = ''] = /^([a-z])([a-z]+)$/i.exec(name) ?? [];
  const mark = accents[accent];
  return mark === undefined ? (entities[name.toLowerCase()] ?? null) : `${letter}${mark}`.normalize('NFC');
}
