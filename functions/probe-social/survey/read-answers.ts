import { type DateReading, readDate } from '../../../shared/evaluation/dates/read-date.ts';
import { oneLine } from '../../../shared/model/foreign-text.ts';
import { dayMs } from '../../../shared/model/time-spans.ts';
import type { ImportFile, ImportFiles } from '../../../shared/ports/import-files.ts';
import type { SurveyOptions } from '../../../shared/probes/survey/spec.ts';
import { saySurvey } from '../../../shared/probes/survey/statements.ts';
import { describeColumns } from '../csv/describe-columns.ts';
import { assertWhole, CellFaults, columnFault, ImportFault } from '../csv/import-fault.ts';
import { Ledger } from '../csv/ledger.ts';
import { zoneOf } from '../csv/pick-column.ts';
import { readNumber } from '../csv/read-number.ts';
import { readRows } from '../csv/read-rows.ts';
import { createSeal } from '../csv/seal.ts';
import { AnswerIdentity, cellOf } from './answer-identity.ts';
import { type SurveyColumns, surveyColumns } from './columns.ts';
import { type FoundComment, NewestComments } from './newest-comments.ts';

/** One customer's answer, as it is counted. */
interface Answer {
  readonly at: number;
  readonly score: number;
}

export interface SurveyFrame {
  readonly options: SurveyOptions;
  readonly now: number;
  /** Answers before are of no use; epoch milliseconds. */
  readonly since: number;
  /** Nor are comments before. */
  readonly commentsSince: number;
}

export interface FoundAnswers {
  readonly answers: readonly Answer[];
  readonly comments: readonly FoundComment[];
}

/** A program's clock may be ahead of ours by so much. */
const clockSkewMs = dayMs;

/**
 * The answers in all files, each once, and the newest comments.
 * @throws ImportFault where a file cannot be read, or a cell of it is no answer: a score of the rest would be of somebody's choice
 */
export async function readAnswers(
  files: ImportFiles,
  listed: readonly ImportFile[],
  frame: SurveyFrame,
): Promise<FoundAnswers> {
  const reading = {
    ...{ ledger: new Ledger<Answer>(), comments: new NewestComments() },
    ...{ faults: new CellFaults(), seal: createSeal() },
  };
  for (const file of listed.toSorted((a, b) => a.changedAt - b.changedAt)) await readFile(files, file, frame, reading);
  reading.faults.assertNone();
  return { answers: [...reading.ledger.values()], comments: reading.comments.list() };
}

interface SurveyReading {
  readonly ledger: Ledger<Answer>;
  readonly comments: NewestComments;
  readonly faults: CellFaults;
  readonly seal: (text: string) => string;
}

async function readFile(files: ImportFiles, file: ImportFile, frame: SurveyFrame, reading: SurveyReading) {
  const { columns, firstRow, end } = await describeColumns(files, file, frame.now);
  assertWhole(file, end);
  if (columns.length === 0) return;
  const found = surveyColumns(columns, frame.options.columns);
  if ('pick' in found) throw columnFault(file, found, columns);
  assertScale(file, found, frame.options);
  reading.ledger.nextFile();
  const reader = new AnswerReader(file, found, frame, reading);
  await readRows(files, file, {
    now: frame.now,
    take: (record, row) => {
      if (row >= firstRow) reader.take(record, row);
    },
  });
}

/** So many answers, none of them above 5, may be marks out of 5. */
const tellingAnswers = 10;
const highestOfFive = 5;
/** "0–10", "from 0 to 10", "від 0 до 10" in what the column asks. */
const saysScale = /\b0\s*(?:[-–—]|\.\.\.?|…|to|до)\s*10\b/iu;

/** Marks out of 5 begin with 1, so that a 0 proves the other scale; so do the words of the question, or touchpoints.yaml. */
function assertScale({ name }: ImportFile, { score }: SurveyColumns, { scale }: SurveyOptions): void {
  const { largest, smallest, filled, numbers } = score;
  if (scale !== null || smallest === 0 || saysScale.test(score.name)) return;
  if (filled < tellingAnswers || numbers < filled || largest > highestOfFive) return;
  const says = { file: oneLine(name), column: oneLine(score.name).slice(0, 60), largest, answers: filled };
  throw new ImportFault(saySurvey('survey/other-scale', says));
}

class AnswerReader {
  readonly #file: ImportFile;
  readonly #columns: SurveyColumns;
  readonly #frame: SurveyFrame;
  readonly #reading: SurveyReading;
  readonly #identity: AnswerIdentity;

  constructor(file: ImportFile, columns: SurveyColumns, frame: SurveyFrame, reading: SurveyReading) {
    this.#file = file;
    this.#columns = columns;
    this.#frame = frame;
    this.#reading = reading;
    this.#identity = new AnswerIdentity(columns, reading.seal);
  }

  take(record: readonly string[], row: number): void {
    const { score: scoreColumn, at: atColumn, excluded } = this.#columns;
    const cell = (index: number | undefined): string => cellOf(record, index);
    const scoreText = cell(scoreColumn.index);
    // Who was asked and did not answer has no score, and is no fault of the file.
    if (scoreText === '' || /^(?:true|1|yes)$/i.test(cell(excluded?.index))) return;
    const date = this.#dateIn(cell(atColumn.index));
    if (date.is === 'date' && date.at < this.#frame.since) return;
    const score = readNumber(scoreText);
    if (score === null || !Number.isInteger(score) || score < 0 || score > 10) {
      this.#reading.faults.add(this.#file, { row, column: scoreColumn, fault: 'no-score', value: scoreText });
      return;
    }
    const value = cell(atColumn.index);
    if (date.is !== 'date') {
      const fault = date.is === 'ambiguous' ? 'ambiguous-date' : 'no-date';
      this.#reading.faults.add(this.#file, { row, column: atColumn, fault, value });
      return;
    }
    if (date.at > this.#frame.now + clockSkewMs) {
      this.#reading.faults.add(this.#file, { row, column: atColumn, fault: 'future', value });
      return;
    }
    const { at, isDay } = date;
    const { answer, isByTime, ...entry } = this.#identity.of(record, { at, isDay, score });
    this.#reading.ledger.take(entry, { at, score });
    const key = entry.mayRepeat ? this.#reading.seal(answer) : entry.key;
    if (at >= this.#frame.commentsSince) this.#takeComment(key, { at, score, answer, isByTime }, cell);
  }

  #takeComment(
    key: string,
    answer: Pick<FoundComment, 'at' | 'score' | 'answer' | 'isByTime'>,
    cell: (index: number | undefined) => string,
  ): void {
    const { comment, people, id, link } = this.#columns;
    const person = people.map(({ index }) => cell(index)).find((each) => each !== '') ?? cell(id?.index);
    const address = cell(link?.index);
    this.#reading.comments.take(key, {
      ...answer,
      text: cell(comment?.index),
      person: person === '' ? null : person,
      link: /^https?:\/\//.test(address) && URL.canParse(address) ? address : null,
    });
  }

  #dateIn(text: string): DateReading {
    const { at } = this.#columns;
    const { timeZone, dates } = this.#frame.options;
    return readDate(text, { timeZone: zoneOf(at, timeZone), order: dates ?? at.order });
  }
}
