/** Does a server leave it to browsers to find out what it sends? They look at how it begins then. */
export function isUnspecific(contentType: string): boolean {
  const type = contentType.split(';')[0]?.trim() ?? '';
  return !type.includes('/') || /^(\*\/\*|(application|unknown)\/unknown)$/i.test(type);
}

/**
 * Is this what browsers show as a web page? Source: the WHATWG's MIME Sniffing Standard; each type is tried on Chromium itself in
 * test/probes/odd-answers.test.ts.
 * @param body its beginning; undefined where it could not be read
 */
export function isWebPage(contentType: string, body: string | undefined): boolean {
  if (/html/i.test(contentType)) return true;
  if (isUnspecific(contentType)) return body === undefined || looksLikeHtml.test(body);
  return /^(application|text)\/xml$/i.test(contentType) && body !== undefined && xhtmlRoot.test(body);
}

const looksLikeHtml =
  /^[\s\ufeff]*(<!--[\s\S]*?-->\s*)*<(!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\s>]/i;
const xhtmlRoot = /<html\b[^<>]{0,500}xmlns\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/;
