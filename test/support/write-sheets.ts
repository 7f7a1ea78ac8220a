import type { AskedCard, TrueSheet } from './recount-scorecard.ts';

type AskedQuestion = AskedCard['sections'][number]['questions'][number];

/** How somebody's spreadsheet, or somebody's program, writes sheets down. */
export interface Dialect {
  readonly name: string;
  readonly form: 'long' | 'wide' | 'json';
  readonly delimiter?: string;
  readonly encoding?: 'utf-8' | 'bom' | 'utf-16le' | 'windows-1251';
  readonly newline?: string;
  readonly decimal?: string;
  /** From `2026-11-20T14:30`. */
  readonly date?: (local: string) => string;
  readonly yes?: string;
  readonly no?: string;
  readonly notApplicable?: string;
  readonly headings?: readonly [visit: string, at: string, evaluator: string, contact: string];
  readonly comment?: string;
  /** Something above the heading. */
  readonly above?: string;
  /** A column that means nothing. */
  readonly extra?: string;
  /** Columns of the wide form are called by their questions' words. */
  readonly byWords?: boolean;
  readonly quoteAll?: boolean;
  readonly backwards?: boolean;
  /** Without the scorecard's id and version. */
  readonly bare?: boolean;
  readonly ending?: string;
}

export function writeSheets(card: AskedCard, sheets: readonly TrueSheet[], dialect: Dialect): Uint8Array {
  if (dialect.form === 'json') return encoded(JSON.stringify(asEntries(card, sheets, dialect)), dialect);
  const { delimiter = ',', newline = '\n', above, ending = newline } = dialect;
  const cell = (text: string): string => {
    const isPlain = !dialect.quoteAll && !/["\r\n]/.test(text) && !text.includes(delimiter);
    return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
  };
  const table = dialect.form === 'long' ? longRows(card, sheets, dialect) : wideRows(card, sheets, dialect);
  const lines = table.map((row) => row.map(cell).join(delimiter));
  return encoded([...(above === undefined ? [] : [above]), ...lines].join(newline) + ending, dialect);
}

function headings({ headings: named = ['visit', 'at', 'evaluator', 'contact'] }: Dialect): readonly string[] {
  return named;
}

function head(sheet: TrueSheet, { date = (local) => local }: Dialect): string[] {
  return [sheet.visit, date(sheet.at), sheet.evaluator, sheet.contact ?? ''];
}

function questionsOf(card: AskedCard): AskedQuestion[] {
  return card.sections.flatMap((section) => section.questions);
}

function written(question: AskedQuestion, answer: string | number | null | undefined, dialect: Dialect): string {
  const { yes = 'yes', no = 'no', notApplicable = 'n/a', decimal = '.' } = dialect;
  if (answer === undefined) return '';
  if (answer === null) return notApplicable;
  if (question.type === 'yes-no') return answer === 'yes' ? yes : no;
  return String(answer).replace('.', decimal);
}

function longRows(card: AskedCard, sheets: readonly TrueSheet[], dialect: Dialect): string[][] {
  const { extra, bare = false, backwards = false, comment = 'a note' } = dialect;
  const rows = sheets.flatMap((sheet) =>
    questionsOf(card).map((question) => [
      ...(bare ? [] : [card.scorecard, String(card.version)]),
      ...head(sheet, dialect),
      ...[question.id, written(question, sheet.answers[question.id], dialect), comment],
      ...(extra === undefined ? [] : ['whatever']),
    ]),
  );
  const title = [...headings(dialect), 'question', 'answer', 'comment', ...(extra === undefined ? [] : [extra])];
  return [bare ? title : ['scorecard', 'version', ...title], ...(backwards ? rows.toReversed() : rows)];
}

function wideRows(card: AskedCard, sheets: readonly TrueSheet[], dialect: Dialect): string[][] {
  const { extra, bare = false, backwards = false, comment = 'a note', byWords = false } = dialect;
  const questions = questionsOf(card);
  const title = [
    ...headings(dialect),
    ...questions.flatMap(({ id, ...question }) => {
      const name = byWords ? String((question as { ask?: string }).ask) : id;
      return [name, `${name} comment`];
    }),
    ...(extra === undefined ? [] : [extra]),
  ];
  const rows = sheets.map((sheet) => [
    ...(bare ? [] : [card.scorecard, String(card.version)]),
    ...head(sheet, dialect),
    ...questions.flatMap((question) => [written(question, sheet.answers[question.id], dialect), comment]),
    ...(extra === undefined ? [] : ['whatever']),
  ]);
  return [bare ? title : ['scorecard', 'version', ...title], ...(backwards ? rows.toReversed() : rows)];
}

function asEntries(card: AskedCard, sheets: readonly TrueSheet[], { date = (local) => local }: Dialect): unknown {
  const entries = sheets.map(({ at, answers, ...sheet }) => ({
    ...{ scorecard: card.scorecard, version: card.version, ...sheet, at: date(at) },
    answers: Object.entries(answers).map(([question, answer]) => ({ question, answer, comment: 'a note' })),
  }));
  return entries.length === 1 ? entries[0] : entries;
}

const cyrillic = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1251').decode(Uint8Array.of(byte)), byte]),
);

function encoded(text: string, { encoding = 'utf-8' }: Dialect): Uint8Array {
  if (encoding === 'bom') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'windows-1251') return Uint8Array.from(text, (sign) => cyrillic.get(sign) ?? 0x3f);
  return Buffer.from(text);
}
