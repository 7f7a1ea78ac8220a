const LONGEST = 240;

/** A sentence of at most 240 characters; a longer one ends in an ellipsis and never in half a character. */
export function cut(text: string): string {
  if (text.length <= LONGEST) return text;
  const head = text.slice(0, LONGEST - 1);
  const whole = /[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head;
  return `${whole.trimEnd()}…`;
}
