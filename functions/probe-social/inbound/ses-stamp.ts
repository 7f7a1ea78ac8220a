/**
 * When SES received a mail, by the topmost `Received`, which is SES's own: what lies below it, and `Date`, the sender wrote.
 * @returns epoch milliseconds; null where somebody else stored the mail, or the header is broken
 */
export function receivedBySesAt(headers: Buffer): number | null {
  const unfolded = headers.toString('latin1').replace(/\r?\n[ \t]+/g, ' ');
  const topmost = /^received:(.*)$/im.exec(unfolded)?.[1] ?? '';
  if (!/ by inbound-smtp\.[a-z0-9-]+\.amazonaws\.com /i.test(topmost)) return null;
  const date = topmost.slice(topmost.lastIndexOf(';') + 1).replace(/\([^()]*\)/g, '');
  const at = Date.parse(date.trim());
  return Number.isNaN(at) ? null : at;
}
