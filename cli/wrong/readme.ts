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
    '**Nothing has been sent.** This folder lies on your machine only, until you attach it somewhere.',
    '',
    '## What to do',
    '',
    '1. Write down here what is right: what does a visitor see on the page, and what should the light be?',
    '',
    '   > (your words)',
    '',
    '2. Look through the files, above all through pictures. Delete what must not be public.',
    '3. Open a new issue in the repository that you have Touchlight from, and attach the files of this folder.',
    '4. If the site may be named, write its address into the issue: then the mistake can be looked at where it is. The texts here do not name it.',
    '',
    '## What lies here',
    '',
    ...files.map((name) => `- \`${name}\`: ${explained[name] ?? 'evidence'}. Personal data is replaced (see below).`),
    ...pictures.map((name) => `- \`${name}\`: a picture of the page **as it is. Nothing in it is replaced.**`),
    '',
    '## What is replaced',
    '',
    'Names, phone numbers, email addresses, the names of hosts and all other words that Touchlight does not look for on pages are replaced',
    'by stand-ins of the same shape: as many letters, of the same alphabet. The same word has the same stand-in everywhere in this folder.',
    'If a word that matters is gone, write it into the issue.',
    '',
    "What stays: the beginning of longer numbers, which says the country and the area; the touchpoint's id in touchpoints.yaml; services that",
    'many sites use; and what developers wrote, such as selectors, names of fields and errors of scripts. Look through it.',
    '',
    '## Until it is mended',
    '',
    ...report.untilThen,
    '',
  ].join('\n');
}

/** Markdown reads some signs as its own. */
function quotedLine(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|~]/g, (sign) => `\\${sign}`);
}
