/** Words in Latin letters that Ukrainian and Russian sentences use as they are. */
const names = /\b(?:Touchlight|Lighthouse|WhatsApp|Telegram|Viber|Messenger|WebP|AVIF|HTML|HTTP \d{3})\b/g;
const quotations = /«[^»]*»/g;
/** Addresses, e-mail addresses, hosts, paths and names of files. */
const addresses = /\S*(?:[/@]|[.:](?=[\p{L}\d]))\S*/gu;
const severalLatinWords = /[a-z][\w'’-]*(?:[\s,;:()]+[a-z][\w'’-]*)+/gi;

/** English that was left in a Ukrainian or Russian sentence; what pages and servers said stands in quotation marks. */
export function foreignWords(sentence: string): string[] {
  return (
    sentence.replace(quotations, '«»').replace(addresses, '«»').replace(names, '«»').match(severalLatinWords) ?? []
  );
}
