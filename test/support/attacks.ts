/**
 * What hostile text does to the program that shows it. Each begins with a word of its own, so that a test sees that it was shown, and is
 * short, so that several fit into one sentence.
 */
export const attacks = {
  'clears the screen': 'aclr\u001b[2J',
  'colours as our own light': 'asgr\u001b[32m●',
  'hides what follows': 'ahid\u001b[8mx',
  'moves up and overwrites': 'acup\u001b[3A',
  'sets the title': 'attl\u001b]0;x\u0007',
  'links elsewhere': 'alnk\u001b]8;;//e\u001b\\',
  'fills the clipboard': 'aclp\u001b]52;c;x\u0007',
  'begins a sequence and never ends it': 'aopn\u001b]52;',
  'asks the terminal to type': 'adcs\u001bP+q\u001b\\',
  'resets the terminal': 'arst\u001bc',
  'switches the character set': 'aset\u001b(0\u000e',
  'uses C1 for CSI': 'ac1c\u009b31m',
  'uses C1 for OSC': 'ac1o\u009d0;x\u009c',
  'rings and rubs out': 'abel\u0007\b\b\b\u007f',
  'forges a line': 'anew\nRED',
  'returns to the beginning': 'acar\rOK',
  'breaks lines as Unicode does': 'asep\u2028x\u2029\u0085x',
  'turns text round': 'arlo\u202egpj.exe',
  'embeds another direction': 'aemb\u202bx\u202c\u202ax',
  'isolates and never ends it': 'aiso\u2067x\u2068x',
  'marks a direction without need': 'amrk\u200fx\u200ex\u061c',
  'hides in a word': 'azwp\u200bal\u2060x\ufeffx',
  'joins what is not joined': 'ajoi\u200dx\u200cx',
  'writes in tags': 'atag\u{e0041}\u{e0042}\u{e007f}',
  'smuggles in selectors': 'avar\ufe0f\ufe01\u{e0100}\u{e01ef}',
  'piles marks up': `azal${'\u0335\u0301'.repeat(4)}`,
  'is half a character': 'ahlf\ud83d',
  'fills with blanks that are letters': 'afil\u3164\u115f\uffa0',
  'hyphenates softly': 'ashy\u00adx\u034fx',
  'annotates between the lines': 'aann\ufff9x\ufffax\ufffb',
} as const;
export type Attack = keyof typeof attacks;
export const attackNames = Object.keys(attacks) as Attack[];

/** The word by which an attack is found in what was shown. */
export function wordOf(attack: Attack): string {
  return attacks[attack].slice(0, 4);
}

/** Several at once, where each by itself would cost a visit with a browser. */
export function someAttacks(count: number): readonly (readonly Attack[])[] {
  const groups = Math.ceil(attackNames.length / count);
  return Array.from({ length: groups }, (_, n) => attackNames.slice(n * count, (n + 1) * count));
}

export function joined(some: readonly Attack[]): string {
  return some.map((attack) => attacks[attack]).join(' ');
}

/** First and last code points of what no output may hold: controls but the line feed, and whatever cannot be seen. */
const harmful: readonly (readonly [number, number])[] = [
  [0x00, 0x09],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfe01, 0xfe0e],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe0fff],
];

/** What in a command's output could still do harm, as code points with what stands before them; empty is well. */
export function harmfulIn(text: string): string[] {
  const signs = Array.from(text);
  const found = signs.flatMap((sign, at) => {
    const code = sign.codePointAt(0) ?? 0;
    const isHarmful = harmful.some(([first, last]) => code >= first && code <= last);
    return isHarmful
      ? [`U+${code.toString(16)} behind ${JSON.stringify(signs.slice(Math.max(0, at - 30), at).join(''))}`]
      : [];
  });
  const piles = text.match(/\p{M}{6,}/gu) ?? [];
  return [...found, ...piles.map((pile) => `a pile of ${pile.length} marks`)];
}
