import { shapes } from '../../../shared/look/lights.ts';
import type { AgencySection, AgencyView } from './agency-view.ts';

/** The agency's mail without any markup. */
export function agencyText({ agency, period, verdict, light, note, sections, small }: AgencyView): string {
  const blocks = [
    [agency, period],
    [`${shapes[light]} ${verdict.toLocaleUpperCase()}`, ...(note === null ? [] : [note])],
    ...sections.map(linesOf),
    ['-- ', small],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function linesOf({ heading, lines, more }: AgencySection): string[] {
  return [
    heading,
    '-'.repeat(heading.length),
    ...lines.map(({ light, name, says }) => `${shapes[light]} ${name}${says === null ? '' : `: ${says}`}`),
    ...(more === null ? [] : [more]),
  ];
}
