import { earnedShare } from '../../../shared/evaluation/scorecards/earned-share.ts';
import type { ScorecardTemplate, ScoredVisit } from '../../../shared/model/scorecard.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import { minus } from './answer-text.ts';
import type { FaultLog } from './score-fault.ts';

/** Who assessed whom, and when. */
export type SheetHead = Omit<ScoredVisit, 'answers' | 'scorecard'>;

export interface GivenAnswer {
  readonly question: string;
  readonly answer: string | number | null | typeof minus;
  readonly comment?: string;
  readonly evidence?: string;
  readonly row: number;
}

interface Sheet {
  readonly head: SheetHead;
  /** Where it began. */
  readonly row: number;
  readonly answers: Map<string, GivenAnswer>;
}

/** The sheets of one file, while it is read: each of its rows adds to the sheet of its visit and evaluator. */
export class VisitBook {
  readonly #faults: FaultLog;
  readonly #sheets = new Map<string, Sheet>();
  #hasPlus = false;

  constructor(faults: FaultLog) {
    this.#faults = faults;
  }

  notePlus(): void {
    this.#hasPlus = true;
  }

  /** @returns null, and says why, where the row contradicts the rows before it */
  open(head: SheetHead, row: number): { readonly add: (answer: GivenAnswer) => void } | null {
    const key = sheetKey(head);
    const known = this.#sheets.get(key);
    if (known !== undefined && this.#contradicts(known, head, row)) return null;
    const sheet = known ?? { head, row, answers: new Map<string, GivenAnswer>() };
    const contact = sheet.head.contact ?? head.contact;
    this.#sheets.set(key, { ...sheet, head: { ...sheet.head, contact } });
    return { add: (answer) => this.#add(sheet, answer) };
  }

  #contradicts({ head: before, row: first }: Sheet, head: SheetHead, row: number): boolean {
    const by = `visit ${before.visit} of ${before.evaluator}`;
    const remedy = 'one visit has one date and one contact, so give each visit a name of its own';
    if (Math.abs(Date.parse(before.at) - Date.parse(head.at)) > dayMs) {
      const message = `${by} was on ${before.at.slice(0, 10)} in row ${first}; ${remedy}`;
      this.#faults.add({ row, column: 'at', message, loses: 'row' });
      return true;
    }
    if (before.contact === null || head.contact === null || before.contact === head.contact) return false;
    const message = `${by} has the contact ${before.contact} in row ${first}; ${remedy}`;
    this.#faults.add({ row, column: 'contact', message, loses: 'row' });
    return true;
  }

  #add({ answers, head }: Sheet, given: GivenAnswer): void {
    const before = answers.get(given.question);
    if (before !== undefined && before.answer !== given.answer) {
      const message = `visit ${head.visit} has another answer in row ${before.row}; this later one counts`;
      this.#faults.add({ row: given.row, column: given.question, message, loses: 'answer' });
    }
    answers.set(given.question, given);
  }

  /** The file's sheets, once all of it is read. */
  close(template: ScorecardTemplate): readonly ScoredVisit[] {
    const questions = new Map(
      template.sections.flatMap((section) => section.questions.map((each) => [each.id, each] as const)),
    );
    return [...this.#sheets.values()].map(({ head, answers }) => ({
      scorecard: template.scorecard,
      ...head,
      answers: [...answers.values()].map(({ row, ...given }) => {
        const answer = given.answer === minus ? this.#meaningOfMinus(row, given.question) : given.answer;
        const asked = questions.get(given.question);
        const share = asked === undefined ? null : earnedShare(asked, answer);
        if (share !== null && share < 1 && !given.comment && template.comments === 'below-full') {
          const message = 'earns less than full marks and has no comment; the answer counts, but please say why';
          this.#faults.add({ row, column: given.question, message, loses: 'nothing' }, 'comment');
        }
        return { ...given, answer };
      }),
    }));
  }

  #meaningOfMinus(row: number, column: string): 'no' | null {
    if (this.#hasPlus) return 'no';
    const message =
      '"-" is read as "does not apply", because no answer of the file is "+"; write no where that is meant';
    this.#faults.add({ row, column, message, loses: 'nothing' }, 'minus');
    return null;
  }
}

/** Two people who assess the same visit fill in two sheets; `MK` and `mk` are one. */
export function sheetKey({ visit, evaluator }: { readonly visit: string; readonly evaluator: string }): string {
  return JSON.stringify([visit, evaluator.toLowerCase()]);
}
