import { nearestWord } from '../../../shared/config/suggest.ts';
import { oneLine, quote, shorten } from '../../../shared/model/foreign-text.ts';
import type { Question, ScorecardTemplate } from '../../../shared/model/scorecard.ts';
import { readAnswer } from './answer-text.ts';
import type { FaultLog } from './score-fault.ts';
import type { SheetHead, VisitBook } from './visit-book.ts';
import { readVisitTime } from './visit-time.ts';

export interface ScoreFrame {
  readonly template: ScorecardTemplate;
  /** Of times that name none. */
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What a row or an entry says of its visit, as text. */
export interface WrittenHead {
  readonly scorecard: string;
  readonly version: string;
  readonly visit: string;
  readonly at: string;
  readonly evaluator: string;
  readonly contact: string;
}

export interface WrittenAnswer {
  readonly question: Question;
  readonly column: string;
  /** Null for "does not apply". */
  readonly text: string | null;
  readonly comment: string;
  readonly evidence: string;
}

type Sheet = NonNullable<ReturnType<VisitBook['open']>>;

/** Reads what rows of a table and entries of a list have in common: a visit's head, and answers to its questions. */
export class ScoreReader {
  readonly #frame: ScoreFrame;
  readonly #faults: FaultLog;
  readonly #book: VisitBook;
  readonly #questions: ReadonlyMap<string, Question>;
  readonly #times = new Map<string, ReturnType<typeof readVisitTime>>();

  constructor(frame: ScoreFrame, faults: FaultLog, book: VisitBook) {
    this.#frame = frame;
    this.#faults = faults;
    this.#book = book;
    const all = frame.template.sections.flatMap((section) => section.questions);
    this.#questions = new Map(all.map((question) => [question.id, question]));
  }

  /** @returns null, with every reason told, where the row cannot be placed */
  open(written: WrittenHead, row: number): (Sheet & { readonly version: number }) | null {
    const { template } = this.#frame;
    const card = oneLine(written.scorecard);
    if (card !== '' && card !== template.scorecard) {
      const message = `is of the scorecard ${quote(card, 40)}, and this one is ${template.scorecard}: it is left out here`;
      this.#faults.add({ row, column: 'scorecard', message, loses: 'row' }, `card ${card}`);
      return null;
    }
    const head = this.#head(written, row);
    const sheet = head === null ? null : this.#book.open(head, row);
    return head === null || sheet === null ? null : { ...sheet, version: head.version };
  }

  #head(written: WrittenHead, row: number): SheetHead | null {
    const refuse = (column: string, message: string): null => {
      this.#faults.add({ row, column, message, loses: 'row' });
      return null;
    };
    const name = (column: 'visit' | 'evaluator' | 'contact', most: number, hint: string): string | null => {
      const text = oneLine(written[column]);
      if (text === '' && column !== 'contact') return refuse(column, `is empty; write ${hint}`);
      return text.length <= most
        ? text
        : refuse(column, `has ${text.length} characters; write ${hint}, ${most} at most`);
    };
    const visit = name('visit', 80, 'what tells this visit from the others');
    const evaluator = name('evaluator', 40, 'initials or a role');
    const contact = name('contact', 40, 'initials or a role');
    const time = this.#time(written.at);
    const at = 'problem' in time ? refuse('at', `${quote(written.at, 40)} ${time.problem}`) : time.at;
    const version = this.#version(written.version, row);
    if (visit === null || evaluator === null || contact === null || at === null || version === null) return null;
    return { version, visit, at, evaluator, contact: contact === '' ? null : contact };
  }

  #time(text: string): ReturnType<typeof readVisitTime> {
    const known = this.#times.get(text);
    if (known !== undefined) return known;
    const { timeZone, now } = this.#frame;
    const read =
      text.trim() === '' ? { problem: 'is no date; write the day of the visit' } : readVisitTime(text, timeZone, now);
    this.#times.set(text, read);
    return read;
  }

  #version(text: string, row: number): number | null {
    const { version } = this.#frame.template;
    const written = oneLine(text).replace(/[.,]0+$/, '');
    if (written === '') return version;
    if (!/^[1-9]\d{0,5}$/.test(written)) {
      const message = `${quote(text, 40)} is not a version; write a whole number, such as ${version}`;
      this.#faults.add({ row, column: 'version', message, loses: 'row' });
      return null;
    }
    if (Number(written) > version) {
      const message = `was filled in by version ${written}, and the template here is version ${version}; update the template`;
      this.#faults.add({ row, column: 'version', message, loses: 'nothing' }, `version ${written}`);
    }
    return Number(written);
  }

  /** @returns null, told once for each such question, where the template does not ask it */
  question(written: string, version: number, row: number): Question | null {
    const id = oneLine(written);
    const question = this.#questions.get(id) ?? this.#questions.get(id.toLowerCase()) ?? this.#byWords(id);
    if (question !== undefined) return question;
    const { template } = this.#frame;
    const meant = nearestWord(id, [...this.#questions.keys()]);
    const known = `not a question of ${template.scorecard}, version ${template.version}`;
    const older = version < template.version ? ` (this was filled in by version ${version})` : '';
    const guess = meant === null || older !== '' ? '' : `; did you mean "${meant}"?`;
    const message = id === '' ? 'is empty; write the id of a question' : `${quote(id, 60)} is ${known}${older}${guess}`;
    const loses = older === '' ? ('answer' as const) : ('nothing' as const);
    this.#faults.add({ row, column: 'question', message, loses }, `question ${id}`);
    return null;
  }

  #byWords(text: string): Question | undefined {
    return [...this.#questions.values()].find(({ ask }) => ask.toLowerCase() === text.toLowerCase());
  }

  answer(sheet: Sheet, written: WrittenAnswer, row: number): void {
    const { question, column, text } = written;
    const reading = text === null ? ({ is: 'not-applicable' } as const) : readAnswer(question, text);
    if (reading.is === 'blank') return;
    if (reading.is === 'unreadable') {
      this.#faults.add({ row, column, message: reading.message, loses: 'answer' });
      return;
    }
    if (reading.is === 'not-applicable' && !question.na) {
      const message =
        'may not be answered with "does not apply" (na: true in the template allows it); it counts as not answered';
      this.#faults.add({ row, column, message, loses: 'nothing' }, `na ${question.id}`);
    }
    if (reading.is === 'answer' && reading.isPlus === true) this.#book.notePlus();
    const comment = shorten(oneLine(written.comment), longestComment);
    const evidence = shorten(oneLine(written.evidence), longestEvidence);
    sheet.add({
      ...{ question: question.id, answer: reading.is === 'answer' ? reading.answer : null, row },
      ...(comment !== '' && { comment }),
      ...(evidence !== '' && { evidence }),
    });
  }
}

const longestComment = 2000;
const longestEvidence = 500;
