/** The zeros of the scripts that write numbers of phones with digits of their own; nine more follow each. */
const zeros = [
  0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10,
];
const foreign = /(?![0-9])\p{Nd}/gu;
const wideSigns: Readonly<Record<string, string>> = {
  '＋': '+',
  '（': '(',
  '）': ')',
  '／': '/',
  '．': '.',
  '：': ':',
  '，': ',',
  '　': ' ',
};

/** "٠٥٠ ١٢٣" and "０３－３４５６" as anybody dials them; every letter keeps its place. */
export function withLatinDigits(text: string): string {
  return text
    .replace(foreign, (digit) => {
      const code = digit.charCodeAt(0);
      const zero = digit.length === 1 ? zeros.find((first) => code >= first && code < first + 10) : undefined;
      return zero === undefined ? digit : String(code - zero);
    })
    .replace(/[＋（）／．：，\u3000]/g, (sign) => wideSigns[sign] ?? sign);
}
