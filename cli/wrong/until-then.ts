import type { Check } from '../../shared/model/check.ts';
import type { Finding } from '../../shared/model/finding.ts';
import { contacts } from '../../shared/probes/contacts/spec.ts';
import { form } from '../../shared/probes/form/spec.ts';

/** What the file can say about the check until Touchlight itself is right, as lines of Markdown with YAML to copy. */
export function untilThen({ probe }: Pick<Check, 'probe'>, finding: Finding): readonly string[] {
  const truth = truthFor(probe, finding);
  return [
    ...(truth === null ? [] : [truth.says, '', '```yaml', 'checks:', ...truth.lines, '```', '']),
    `If this check is of no use for your site, turn it off with \`${probe}: false\` under \`checks\`. It then reports nothing.`,
  ];
}

function truthFor(probe: string, finding: Finding) {
  if (probe === contacts.id) {
    return {
      says: 'List the right contacts, and those on the site that are somebody else’s. The check then compares the site with them:',
      lines: [
        '  contacts:',
        '    expect: { phone: "+380 44 123 45 67", email: hello@example.com }',
        '    ignore: ["+380 44 765 43 21", studio@agency.example]',
      ],
    };
  }
  if (probe === form.id) {
    return {
      says: 'State where the form is, and what a visitor reads after sending it:',
      lines: ['  form: { page: /contact, confirmation: "Thank you" }'],
    };
  }
  if (finding.kind !== 'measurement') return null;
  const { id, value } = finding;
  const [green, red] = finding.side === 'at-most' ? [value, value * 2] : [value, value / 2];
  return {
    says: 'Set thresholds that suit this site, such as:',
    lines: [`  ${probe}: { thresholds: { ${id}: { green: ${round(green)}, red: ${round(red)} } } }`],
  };
}

function round(bound: number): number {
  return Number(bound.toPrecision(2));
}
