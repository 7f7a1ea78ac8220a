/** What the writer wrote: without quotes, signature, disclaimer and the line that introduces the quote. */
export function aboveQuote(text: string): string {
  return text;
}
