/** Changes everything but plain addresses, which must still lead somewhere when they are copied. */
export function outsideAddresses(text: string, change: (words: string) => string): string {
  return text
    .split(/(\bhttps?:\/\/[^\s()[\]<>`*|\\]+)/)
    .map((part, n) => (n % 2 === 1 ? part : change(part)))
    .join('');
}
