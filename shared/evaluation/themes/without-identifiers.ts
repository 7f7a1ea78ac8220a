/** Longer than what the review sites take; what is longer is cut. */
export const longestSent = 4000;
/** Room for one address or link that begins just before the end, so that it is recognised whole. */
const longestIdentifier = 320;

const addresses = /[^\s@<>(),;:"]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu;
const links =
  /\b(?:https?:\/\/|www\.)\S+|(?<![\p{L}\d.])(?:[\p{L}\d-]+\.)+(?:com|net|org|info|biz|ua|ru|eu|me|io|shop|store|app|de|pl|uk|kz|by)\b(?:\/\S*)?|(?<![\p{L}\d.-])(?:[\p{L}\d-]+\.)+[a-z]{2,}\/\S+/giu;
const handles = /(?<![\p{L}\d])@[\p{L}\d_.]{2,}/giu;
/** Seven digits or more with what people write between them: phones, cards, orders. */
const numbers = /\+?\p{Nd}(?:[\s()._*\u2010-\u2015/-]{0,3}\p{Nd}){6,}/gu;
/** Of a name, what is too short says nobody's: "de", "K.". */
const shortestName = 3;

/**
 * A text as it may leave the stack: without links, addresses, handles and long numbers, and without its author's name. Names of other
 * people stay, because nothing tells them from other words.
 * @param author as the platform shows it
 */
export function withoutIdentifiers(text: string, author: string | null): string {
  const plain = text
    // Cut at the end once more: an address that was cut in two would not be recognised.
    .slice(0, longestSent + longestIdentifier)
    .normalize('NFC')
    .replace(addresses, '[address]')
    .replace(links, '[link]')
    .replace(handles, '[name]')
    .replace(numbers, '[number]');
  const nameless = namesIn(author).reduce(
    (rest, name) => rest.replace(new RegExp(`(?<![\\p{L}\\d])${name}(?![\\p{L}\\d])`, 'giu'), '[name]'),
    plain,
  );
  return nameless.slice(0, longestSent);
}

function namesIn(author: string | null): string[] {
  return (author?.normalize('NFC').match(/[\p{L}\d]+/gu) ?? []).filter((part) => part.length >= shortestName);
}
