import type { ShownLight } from '../../shared/model/light.ts';

export interface Described {
  readonly checkId: string;
  readonly scheduledAt: string;
  readonly light: ShownLight;
  /** In English, with stand-ins. */
  readonly sentence: string;
  /** The names of the files beside this one, without pictures. */
  readonly files: readonly string[];
  readonly pictures: readonly string[];
  /** Lines about what the file can say. */
  readonly untilThen: readonly string[];
}

const explained: Readonly<Record<string, string>> = {
  'result.json': 'what the check measured and how it was judged',
  'page.html': 'the part of the page that the check looks at, as it stood when this folder was written',
  'page-2.html': 'the same of a further page',
  'requests.json': 'the requests of the page',
};

/** The page that lies in the folder: what to do with it. */
export function readmeFor(report: Described): string {
  const { checkId, scheduledAt, light, sentence, files, pictures } = report;
  return [
    `# Wrong result: ${checkId}`,
    '',
    `Touchlight measured this at ${scheduledAt}, and the light was ${light ?? 'a dash (nothing to check)'}:`,
    '',
    `> ${quotedLine(sentence)}`,
    '',
    '**Nothing has been sent.** This folder is only on your machine until you attach it somewhere.',
    '',
    '## What to do',
    '',
    '1. Write here what is right: what does a visitor see on the page, and what should the light be?',
    '',
    '   > (your words)',
    '',
    '2. Check the files, especially pictures, and delete anything that must not be public.',
    '3. Open an issue in the repository you got Touchlight from, and attach the files in this folder.',
    '4. If you may name the site, add its address to the issue, so that we can see the problem there. The texts here do not name it.',
    '',
    '## Files',
    '',
    ...files.map((name) => `- \`${name}\`: ${explained[name] ?? 'evidence'}. Personal data is replaced (see below).`),
    ...pictures.map((name) => `- \`${name}\`: a picture of the page **as it is. Nothing in it is replaced.**`),
    '',
    '## What is replaced',
    '',
    'Names, phone numbers, email addresses, host names and all other words that Touchlight does not look for on pages are replaced',
    'by placeholders of the same length and alphabet. A word has the same placeholder everywhere in this folder.',
    'If an important word is gone, add it to the issue.',
    '',
    "Not replaced: the beginning of longer numbers, which shows country and area; the touchpoint's id in touchpoints.yaml; services that",
    'many sites use; and what developers wrote, such as selectors, field names and script errors. Check it before you attach it.',
    '',
    '## Until it is fixed',
    '',
    ...report.untilThen,
    '',
  ].join('\n');
}

/** Markdown reads some signs as its own. */
function quotedLine(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`);
}
