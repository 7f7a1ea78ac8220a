import type { SurveyField, SurveyOptions } from '../../../shared/probes/survey/spec.ts';
import { type Column, enoughValues } from '../csv/describe-columns.ts';
import { isMostly, none, one, type Picked, pickByName, pickDate, pickNamed } from '../csv/pick-column.ts';

/** Where an answer's fields stand; the score and the date always do. */
export interface SurveyColumns {
  readonly score: Column;
  readonly at: Column;
  readonly comment: Column | null;
  /** All that customers wrote in words of their own. */
  readonly words: readonly Column[];
  readonly id: Column | null;
  /** Who answered, what tells people apart best first; in no row all of them need to be filled. */
  readonly people: readonly Column[];
  /** Leads to the answer where it was given. */
  readonly link: Column | null;
  /** Says that an answer is not to be counted. */
  readonly excluded: Column | null;
}

/** When it was handed in comes before when it was begun. */
const dateNames = [
  ...['submitdateutc', 'submitdate', 'submittedat', 'datesubmitted', 'completedat', 'datecompleted'],
  ...['enddateutc', 'enddate', 'respondedat', 'responsedate', 'createdat', 'timestamp', 'позначкачасу'],
  ...['отметкавремени', 'at', 'date', 'datetime', 'дата', 'датачас', 'датаічас', 'датавремя', 'датаивремя'],
  ...['startdateutc', 'startdate'],
];
const idNames = ['responseid', 'respondentid', 'id', 'ідентифікатор', 'идентификатор', 'token', 'responsetoken'];
const peopleNames = [
  ...['email', 'emailaddress', 'respondentemail', 'customeremail', 'пошта', 'електроннапошта', 'електроннаадреса'],
  ...['почта', 'электроннаяпочта', 'адресэлектроннойпочты', 'phone', 'phonenumber', 'телефон', 'номертелефону'],
  ...['номертелефона', 'person', 'personid', 'customerid', 'contactid', 'customer', 'respondent', 'клієнт', 'клиент'],
  ...['fullname', 'name', 'піб', 'фио', 'імя', 'имя'],
];
const asksForWords =
  /comment|feedback|\bwhy\b|reason|improve|tell us|коментар|комментар|відгук|отзыв|чому|почему|причин|покращ|улучш|побажан|пожелан/iu;
const staff =
  '(?:agent|staff|employee|operator|manager|admin(?:istrator)?|moderator|assignee|support|csm|team|internal|private)';
const remark = '(?:comment|note|remark|feedback|repl(?:y|ie)|respon[sd]e|reason)';
/** "Agent comment", "comment by staff": of those who work there. "How could our staff improve?" and "private feedback" ask the customer. */
const ofStaff = new RegExp(
  String.raw`^(?!private[\s_-]*feedback)${staff}(?:['’]?s)?[\s_-]*${remark}|${remark}s?[\s_-]*(?:by|of|from)[\s_-]*(?:the\s+|our\s+)?${staff}(?!\p{L})|(?:коментар|комментари\p{L}*|відповідь|ответ)\s+(?:менеджера|оператора|працівника|співробітника|сотрудника|адміністратора|администратора|агента|підтримки|поддержки)|внутр(?:ішн|енн)\p{L}*\s+(?:комент|коммент|нотат|приміт|замет|примеч)|^(?!.*(?:побажан|пожелан)).*(?:нотатк|примітк|заметк|примечани)`,
  'iu',
);
/** Of several words, and written by programs, staff or the customer about themselves. */
const noComment =
  /agent|browser|device|address|адрес|\burl\b|referr|name|ім.?я|имя|\btags?\b|notes|campaign|location|city|місто|город/iu;
const aboutRecommending =
  /recommend|порек|рекоменд|порад|посовет|посовіт|\bnps\b|net ?promoter|^score$|^rating$|^(?:оцінка|оценка|бал|балл)$/iu;

/** @returns the columns, or which field has none, or too many */
export function surveyColumns(
  columns: readonly Column[],
  named: SurveyOptions['columns'],
): SurveyColumns | { readonly field: SurveyField; readonly pick: Exclude<Picked, { is: 'column' }> } {
  const find = (field: SurveyField, otherwise: () => Picked): Picked => {
    const name = named[field];
    return name === undefined ? otherwise() : pickNamed(columns, name);
  };
  const score = find('score', () => pickScore(columns));
  if (score.is !== 'column') return { field: 'score', pick: score };
  const at = find('at', () => pickDate(columns, dateNames));
  if (at.is !== 'column') return { field: 'at', pick: at };
  const id = find('id', () => firstOf(columns.filter(isIdColumn)));
  if (id.is !== 'column' && named.id !== undefined) return { field: 'id', pick: id };
  const taken = new Set([score, at, id].flatMap((pick) => (pick.is === 'column' ? pick.column.index : [])));
  const others = columns.filter(({ index }) => !taken.has(index));
  const people = peopleNames.flatMap((name) => others.find((each) => each.plain === name && isOfEach(each)) ?? []);
  const comment = find('comment', () => pickComment(others.filter((each) => !people.includes(each))));
  if (comment.is !== 'column' && named.comment !== undefined) return { field: 'comment', pick: comment };
  const excluded = pickByName(columns, ['excludedfromcalculations']);
  return {
    score: score.column,
    at: at.column,
    comment: columnOf(comment),
    words:
      named.comment === undefined ? wordColumns(others.filter((each) => !people.includes(each))) : present(comment),
    id: columnOf(id),
    people,
    link: columnOf(pickByName(others, ['permalink', 'responselink'])),
    excluded: columnOf(excluded),
  };
}

/** By what it asks, as long as there are numbers below it; where several do, by which could be answers at all. */
function pickScore(columns: readonly Column[]): Picked {
  const asking = columns.filter(({ name }) => aboutRecommending.test(name.trim()));
  const numeric = asking.filter((each) => isMostly(each.numbers, each));
  // Of a file without a single answer, the names are all there is.
  if (numeric.length === 0) return one(asking.filter(({ filled }) => filled === 0));
  if (numeric.length === 1) return one(numeric);
  const possible = numeric.filter(({ smallest, largest }) => smallest >= 0 && largest <= 10);
  return one(possible.length === 1 ? possible : numeric);
}

/** Typeform's is called "#". */
function isIdColumn({ name, plain }: Column): boolean {
  return idNames.includes(plain) || name.trim() === '#';
}

function firstOf(columns: readonly Column[]): Picked {
  return one(columns.slice(0, 1));
}

/** A name that all rows share is that of the survey, or of the shop. */
function isOfEach({ filled, values }: Column): boolean {
  return values * 4 >= Math.min(filled, enoughValues);
}

function pickComment(columns: readonly Column[]): Picked {
  return longest(wordColumns(columns));
}

/** By their names, otherwise by what stands there: sentences that differ, and are no names or addresses. Never what staff wrote. */
function wordColumns(columns: readonly Column[]): readonly Column[] {
  const customers = columns.filter((each) => !ofStaff.test(each.name.trim()));
  const asking = textsAmong(customers.filter(({ name, plain }) => asksForWords.test(name) || plain === 'text'));
  if (asking.length > 0) return asking;
  const isFree = (each: Column): boolean =>
    isMostly(each.phrases, each) && each.values * 2 >= Math.min(each.filled, enoughValues);
  return textsAmong(customers.filter((each) => isFree(each) && !noComment.test(each.name)));
}

function textsAmong(columns: readonly Column[]): readonly Column[] {
  return columns.filter((each) => each.filled > 0 && !isMostly(each.numbers, each) && !isMostly(each.dates, each));
}

function longest(texts: readonly Column[]): Picked {
  const [first] = texts.toSorted((a, b) => b.letters / b.filled - a.letters / a.filled);
  return first === undefined ? none : { is: 'column', column: first };
}

function present(pick: Picked): readonly Column[] {
  return pick.is === 'column' ? [pick.column] : [];
}

function columnOf(pick: Picked): Column | null {
  return pick.is === 'column' ? pick.column : null;
}
