/** How often one way of writing may be wrapped in another. */
const mostLayers = 4;

/**
 * Which of the typed values a request carries. Looks through the usual wrappings: percent encoding, JSON escapes, multipart,
 * base64; a phone number is recognised by its digits, however a mask has written it.
 */
export function carries(payload: string, typed: readonly string[]): string[] {
  if (typed.length === 0 || payload === '') return [];
  const readings = readingsOf(payload).map(squeeze);
  const digits = readings.map((reading) => reading.replace(/[\s().+%-]/g, ''));
  return typed.filter((value) => {
    const wanted = squeeze(value);
    if (readings.some((reading) => reading.includes(wanted))) return true;
    const number = value.replace(/\D/g, '').slice(-9);
    return /^[+\d\s().-]+$/.test(value) && number.length >= 7 && digits.some((reading) => reading.includes(number));
  });
}

/** Does it carry the beginning of one, as somebody types it? */
export function carriesPart(payload: string, typed: readonly string[]): boolean {
  const beginnings = typed.map((value) => squeeze(value).slice(0, 8)).filter((beginning) => beginning.length >= 6);
  return readingsOf(payload)
    .map(squeeze)
    .some((reading) => beginnings.some((beginning) => reading.includes(beginning)));
}

/** A form's body without the files in it, which are no text. */
export function withoutFiles(body: Buffer, contentType: string): string {
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1];
  if (boundary === undefined) return body.toString('utf8');
  const parts = body.toString('latin1').split(`--${boundary}`);
  const texts = parts.filter((part) => !/^\s*content-disposition:[^\r\n]*filename/i.test(part));
  return Buffer.from(texts.join(`--${boundary}`), 'latin1').toString('utf8');
}

function readingsOf(payload: string): string[] {
  const plain = payload.replaceAll('+', ' ');
  const readings = [payload, plain, percentDecoded(payload), percentDecoded(plain), unescaped(payload)];
  // A script may pack a whole form into one field of another.
  for (
    let at = percentDecoded(plain), layer = 1;
    layer < mostLayers && /%[0-9a-f]{2}|\+|\\["\\/u]/i.test(at);
    layer += 1
  ) {
    at = unescaped(percentDecoded(at.replaceAll('+', ' ')));
    readings.push(at);
  }
  const packed = [...payload.matchAll(/[A-Za-z0-9+/_=-]{40,}/g)]
    .slice(0, 20)
    .map(([text]) => Buffer.from(text, 'base64').toString('utf8'));
  return [...readings, ...packed];
}

function percentDecoded(text: string): string {
  return text.replace(/(%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });
}

function unescaped(text: string): string {
  return text
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(["\\/])/g, '$1');
}

/** Case and white space change on the way through a form. */
function squeeze(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}

/** What says to a server which of several things is asked for, where all are sent to one address. */
const intentKeys =
  /(?:^|[&?"'\s;{,])(?:[\w$.-]*(?:action|event|intent|oper(?:ation|ationName)?|method|cmd|command|task|draft|status|step|submit|button|mode)[\w$.-]*)["']?\s*(?:=|:|"\s*\r?\n\r?\n)\s*["']?([\w$.:/-]{1,60})/gi;

/** Do two requests ask the same of a server, whatever values they carry? */
export function isAlike(one: Sent, other: Sent): boolean {
  return one.method === other.method && placeOf(one) === placeOf(other) && intentsOf(one) === intentsOf(other);
}

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly body: Buffer | null;
}

/** Numbers in an address count requests or name a draft. */
function placeOf({ url }: Sent): string {
  return (url.split(/[?#]/)[0] ?? url).replace(/\d+/g, '0');
}

function intentsOf({ url, body }: Sent): string {
  const query = url.split('?')[1] ?? '';
  const text = percentDecoded(`${query}&${body?.toString('utf8') ?? ''}`);
  return [...text.matchAll(intentKeys)]
    .map(([said]) => said.toLowerCase().replace(/\d+/g, '0'))
    .toSorted()
    .join('\n');
}
