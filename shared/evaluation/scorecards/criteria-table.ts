import type { ScorecardTemplate } from '../../model/scorecard.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { type MeanShare, overVisits } from './over-visits.ts';
import type { SheetScore } from './score-sheet.ts';

/** One question: how well it was met by all, and by each who was assessed. */
export interface CriteriaRow {
  /** Its id. */
  readonly question: string;
  readonly ask: string;
  /** The section's id. */
  readonly section: string;
  /** Null where nobody answered it. */
  readonly overall: MeanShare | null;
  /** By initials or role, in the same order in every row; only those with an answer. */
  readonly byContact: readonly (MeanShare & { readonly contact: string })[];
  readonly agreement: Agreement | null;
}

/** Criteria by employees, in the template's order. */
export function criteriaTable(template: ScorecardTemplate, sheets: readonly SheetScore[]): readonly CriteriaRow[] {
  const contacts = [...new Set(sheets.flatMap(({ sheet }) => sheet.contact ?? []))].sort();
  return template.sections.flatMap((section) =>
    section.questions.map(({ id, ask }) => {
      const shareOf = ({ earned }: SheetScore): number | null => earned.get(id) ?? null;
      return {
        question: id,
        ask,
        section: section.id,
        overall: overVisits(sheets, shareOf),
        byContact: contacts.flatMap((contact) => {
          const mean = overVisits(
            sheets.filter(({ sheet }) => sheet.contact === contact),
            shareOf,
          );
          return mean === null ? [] : [{ contact, ...mean }];
        }),
        agreement: agreementOf(sheets, id),
      };
    }),
  );
}
