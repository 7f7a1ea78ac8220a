/** `7`, `7.5`, `7,5`, `-3`, and `10 - Extremely likely`, which is 10; null where there is none. */
export function readNumber(text: string): number | null {
  const match = /^([+-]?\d{1,15}(?:[.,]\d+)?)(?:\s*[-–—(:=]\s*\p{L}.*)?$/su.exec(text.trim());
  return match === null ? null : Number(match[1]?.replace(',', '.'));
}
