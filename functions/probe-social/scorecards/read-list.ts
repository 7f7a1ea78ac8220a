import { z } from 'zod';
import type { ScoreReader } from './row-reader.ts';
import type { FaultLog } from './score-fault.ts';

const text = z
  .union([z.string(), z.number(), z.null()])
  .optional()
  .transform((value) => (value === undefined || value === null ? '' : String(value)));

const entrySchema = z.object({
  ...{ scorecard: text, version: text, visit: text, at: text, evaluator: text, contact: text },
  answers: z.array(z.unknown()),
});
const answerSchema = z.object({
  question: z.string(),
  answer: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  comment: text,
  evidence: text,
});

/** Reads one visit, or a list of visits, as the form and other programs write them. */
export function readList(json: string, { reader, faults }: { reader: ScoreReader; faults: FaultLog }): void {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message = 'is not complete JSON: it was cut off, or changed by hand; export it again';
    faults.add({ row: null, column: null, message, loses: 'file' });
    return;
  }
  for (const [index, entry] of [data].flat().entries()) readEntry(entry, index + 1, { reader, faults });
}

function readEntry(entry: unknown, row: number, { reader, faults }: { reader: ScoreReader; faults: FaultLog }): void {
  const read = entrySchema.safeParse(entry);
  if (!read.success) {
    const [place] = read.error.issues.map((issue) => issue.path.join('.'));
    const message = 'is not a visit: it needs visit, at, evaluator and a list of answers';
    faults.add({ row, column: place || null, message, loses: 'row' });
    return;
  }
  const sheet = reader.open(read.data, row);
  if (sheet === null) return;
  for (const [index, each] of read.data.answers.entries()) {
    const given = answerSchema.safeParse(each);
    if (!given.success) {
      const message = 'is not an answer: it needs a question and an answer, which is null for "does not apply"';
      faults.add({ row, column: `answers[${index}]`, message, loses: 'answer' });
      continue;
    }
    const { question: id, answer, comment, evidence } = given.data;
    const question = reader.question(id, sheet.version, row);
    if (question === null) continue;
    const written = answer === null ? null : String(answer);
    reader.answer(sheet, { question, column: question.id, text: written, comment, evidence }, row);
  }
}
