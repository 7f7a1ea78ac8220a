import type { z } from 'zod';
import { touchpointKinds } from '../model/business.ts';
import { isGroup, type Path, valueAt } from './data-path.ts';
import { asSeen } from './disguises.ts';
import { formatPath } from './faults.ts';
import { questionTypes } from './file-scorecard.ts';
import { formMeant } from './named-forms.ts';
import { shown } from './redact.ts';
import { type SchemaPlace as Place, placeInSchema } from './schema-walk.ts';
import { anyOf, didYouMean, nearestWord } from './suggest.ts';

/** A fault before its place in the text is known. */
export interface Finding {
  readonly path: Path;
  /** Point at the key instead of the value. */
  readonly at: 'key' | 'value';
  readonly message: string;
  readonly missing?: boolean;
  /** Path of the key that was probably meant by a misspelt one. */
  readonly meant?: string;
}

type Issue = z.core.$ZodIssue;

/** What a schema finds in data, in our words; zod's own never pass. `sourceOf` gives a scalar as it was written. */
export function structuralFindings(
  schema: z.ZodType,
  data: unknown,
  sourceOf: (path: Path) => string | null,
): readonly Finding[] {
  const reading = schema.safeParse(data);
  if (reading.success) return [];
  const findings = reading.error.issues.flatMap((issue) => findingsOf(issue, [], { schema, data, sourceOf }));
  // A misspelt key is one fault, not two: what was meant by it is not missing.
  const meant = new Set(findings.map((finding) => finding.meant));
  return findings.filter((finding) => !(finding.missing && meant.has(formatPath(finding.path))));
}

interface Context {
  readonly schema: z.ZodType;
  readonly data: unknown;
  readonly sourceOf: (path: Path) => string | null;
}

function findingsOf(issue: Issue, prefix: Path, context: Context): readonly Finding[] {
  const path = [...prefix, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  const value = valueAt(context.data, path);
  const place = placeInSchema(context.schema, path, context.data);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, path, place, context));
    case 'invalid_union':
      return inUnion(issue, path, value, place, context);
    case 'invalid_type':
      return [wrongType(issue.expected, path, value, place, context)];
    case 'invalid_value':
      return [{ path, at: 'value', message: notOneOf(issue.values.map(String), path, value) }];
    case 'too_small':
    case 'too_big':
      return [{ path, at: 'value', message: outOfLimits(issue, value, place) }];
    case 'invalid_format':
      return [{ path, at: 'value', message: wrongFormat(issue, value) }];
    case 'custom':
      return [{ path, at: 'value', message: `${shownAt(path, value)} ${issue.message}` }];
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
      return [{ path, at: 'value', message: `${shown(value)} does not fit here; ${example(path, place)}` }];
  }
}

const isSecret = (path: Path): boolean => /secret$/i.test(String(path.at(-1)));

/** Passwords look like no tokens, and messages are mailed, too: where a secret's name belongs, nothing is shown. */
function shownAt(path: Path, value: unknown): string {
  const hides = isSecret(path) && typeof value !== 'object' && value !== '';
  return hides ? `a text of ${String(value).length} characters (not shown)` : shown(value);
}

function unknownKey(key: string, path: Path, place: Place, context: Context): Finding {
  const known = place.keys ?? [];
  const whole = [...path, key];
  const noun = nounOfKeys(path, valueAt(context.data, path));
  const inHours = path.at(-1) === 'hours';
  const meant = inHours ? daysMeant(key, known) : (formMeant(key) ?? nearestWord(asSeen(key), known));
  const all = inHours
    ? 'write mon, tue, wed, thu, fri, sat or sun, a range such as mon-fri, or holidays'
    : `valid keys are ${known.join(', ')}`;
  const message = `${shown(key)} is not ${noun}; ${meant === null ? all : didYouMean(key, meant)}`;
  return { path: whole, at: 'key', message, ...(meant !== null && { meant: formatPath([...path, meant]) }) };
}

/** `Monday`, `Mon - Fri` or `mon..fri` as the file would write it. */
function daysMeant(key: string, known: readonly string[]): string | null {
  const guess = (key.toLowerCase().match(/[a-z]+/g) ?? [])
    .filter((word) => word !== 'to')
    .map((word) => word.slice(0, 3));
  return known.find((each) => each === guess.join('-')) ?? nearestWord(key, ['holidays']);
}

/** What the keys of a group are called. */
function nounOfKeys(path: Path, group: unknown): string {
  const last = path.at(-1);
  if (path.length === 0) return 'a key of this file';
  if (last === 'checks') return 'a check of a website';
  if (last === 'hours') return 'a weekday or a range of weekdays';
  if (last === 'thresholds') return `a measurement of ${path.at(-2)}`;
  if (typeof last === 'number') {
    const kind = isGroup(group) ? group['kind'] : null;
    if (path[0] === 'sections') return partsOfScorecard[String(path.at(-2))] ?? 'a key here';
    return path[0] === 'touchpoints' ? `a key of a touchpoint of kind ${kind}` : `a key of ${path[0]}`;
  }
  return `a key of "${last}"`;
}

const partsOfScorecard: Readonly<Record<string, string>> = {
  sections: 'a key of a section',
  questions: 'a key of this type of question',
  options: 'a key of an option',
};

function inUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  value: unknown,
  place: Place,
  context: Context,
): readonly Finding[] {
  if ('discriminator' in issue && issue.discriminator !== undefined) {
    return [unknownKind(issue.discriminator, path, value, context)];
  }
  // The alternative that was meant is the one whose outermost shape fits; only its faults help.
  const meant = issue.errors.find((branch) => branch.length > 0 && branch.every((each) => !mismatchesOutside(each)));
  if (meant !== undefined) return meant.flatMap((each) => findingsOf(each, path, context));
  const values = issue.errors.flat().flatMap((each) => (each.code === 'invalid_value' ? each.values.map(String) : []));
  if (value === undefined) return [missing(path, place)];
  if (values.length > 0 && typeof value === 'string') {
    const kinds = issue.errors.flat().some((each) => each.code === 'invalid_type' && each.expected === 'number');
    return [
      {
        path,
        at: 'value',
        message: `${shown(value)} does not fit; write ${kinds ? 'a number or ' : ''}${anyOf(values)}`,
      },
    ];
  }
  const source = context.sourceOf(path);
  return [{ path, at: 'value', message: mismatch(expectedWords(issue), value, source, path, place) }];
}

function mismatchesOutside(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value');
}

function expectedWords(issue: Extract<Issue, { code: 'invalid_union' }>): readonly string[] {
  return issue.errors
    .flat()
    .flatMap((each) => (each.code === 'invalid_type' && each.path.length === 0 ? [each.expected] : []));
}

function unknownKind(key: string, path: Path, value: unknown, context: Context): Finding {
  const { known, example } = key === 'type' ? kindsOfQuestion : kindsOfTouchpoint;
  const group = valueAt(context.data, path.slice(0, -1));
  if (!isGroup(group)) return { path, at: 'value', message: `must be a group of keys such as ${example}` };
  return { path, at: 'value', message: notOneOf(known, path, value) };
}

const kindsOfTouchpoint = { known: touchpointKinds, example: 'id, kind and url' };
const kindsOfQuestion = { known: questionTypes, example: 'id, ask and type' };

function wrongType(expected: string, path: Path, value: unknown, place: Place, context: Context): Finding {
  if (value === undefined) return missing(path, place);
  if (expected === 'int')
    return { path, at: 'value', message: `${shown(value)} is not a whole number; write ${limitsOf(place)}` };
  return { path, at: 'value', message: mismatch([expected], value, context.sourceOf(path), path, place) };
}

function missing(path: Path, place: Place): Finding {
  return { path, at: 'key', missing: true, message: `is missing; ${example(path, place)}` };
}

function mismatch(
  expected: readonly string[],
  value: unknown,
  source: string | null,
  path: Path,
  place: Place,
): string {
  const last = path.at(-1);
  if (value === null && !expected.includes('null')) return `is empty; ${example(path, place)}`;
  if (expected.includes('string') && typeof value !== 'object') {
    const written = shown(source ?? String(value)).slice(1, -1);
    if (/(every|After|Every|firstResponse|acknowledge|red|yellow)$/.test(String(last)) && typeof value === 'number') {
      return `${written} has no unit; write ${written}m for minutes or ${written}h for hours`;
    }
    if (last === 'validFor' && typeof value === 'number') return `${written} has no unit; write ${written}d for days`;
    const remedy = `${typeof value === 'boolean' ? 'as yes or no' : 'as a number'}, but this must be text; put it in quotes`;
    if (isSecret(path)) return `${shownAt(path, value)} is read ${remedy}`;
    return `${written} is read ${remedy}: ${typeof last === 'string' ? `${last}: ` : ''}"${written}"`;
  }
  if (expected.includes('boolean') && !expected.includes('object') && typeof value === 'string') {
    const yes = /^(y|yes|on|true|ja|да|так)$/i.test(value);
    const no = /^(n|no|off|false|nein|нет|ні)$/i.test(value);
    return `${shown(value)} is neither true nor false; ${yes || no ? `did you mean ${yes}?` : 'write true or false'}`;
  }
  if (
    expected.includes('number') &&
    typeof value === 'string' &&
    value.trim() !== '' &&
    Number.isFinite(Number(value))
  ) {
    return `${shown(value)} is a text because of the quotes, but a number is wanted; write ${Number(value)}`;
  }
  return `${shown(value)} is not ${anyOf([...new Set(expected.filter((each) => each !== 'null').map(wordFor))])}; ${example(path, place)}`;
}

function wordFor(expected: string): string {
  const words: Readonly<Record<string, string>> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true/false',
    array: 'a list',
    object: 'a group of keys',
    null: 'nothing',
  };
  return words[expected] ?? 'what belongs here';
}

function notOneOf(known: readonly string[], path: Path, value: unknown): string {
  if (value === undefined) return `is missing; write one of ${known.join(', ')}`;
  if (value === null) return `is empty; write ${anyOf(known)}`;
  const last = path.findLast((part) => typeof part === 'string') ?? 'value';
  const nouns: Readonly<Record<string, string>> = {
    devices: 'a device',
    in: 'a time to count in',
    from: 'a light to begin with',
    comments: 'a rule for comments',
  };
  const noun = nouns[last] ?? `a ${last}`;
  const meant = typeof value === 'string' ? nearestWord(value, known) : null;
  return `${shown(value)} is not ${noun}; ${meant === null || typeof value !== 'string' ? `write ${anyOf(known)}` : didYouMean(value, meant)}`;
}

function outOfLimits(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>, value: unknown, place: Place): string {
  const limit = issue.code === 'too_small' ? Number(issue.minimum) : Number(issue.maximum);
  if (issue.origin === 'string') {
    if (typeof value === 'string' && value.trim() === '') return `is an empty text; ${exampleValue(place)}`;
    const length = typeof value === 'string' ? value.length : 0;
    return issue.code === 'too_small'
      ? `${shown(value)} has ${length === 1 ? '1 character' : `${length} characters`}; write at least ${limit}`
      : `${shown(value)} has ${length} characters; shorten it to ${limit} at most`;
  }
  if (issue.origin === 'array') {
    const length = Array.isArray(value) ? value.length : 0;
    return issue.code === 'too_small'
      ? `is an empty list; give at least ${limit}: ${exampleValue(place)}`
      : `has ${length} entries; give ${limit} at most`;
  }
  const side = issue.code === 'too_small' ? 'below' : 'above';
  return `${shown(value)} is ${side} the limit of ${limit}; write ${limitsOf(place)}`;
}

function wrongFormat(issue: Extract<Issue, { code: 'invalid_format' }>, value: unknown): string {
  if (issue.format === 'email') return `${shown(value)} is not an email address; write one like ops@example.com`;
  if (issue.format === 'starts_with')
    return `${shown(value)} does not start with a slash; did you mean "/${String(value)}"?`;
  // A schema's own sentence, written for people; zod's would begin with "Invalid".
  return issue.message.startsWith('Invalid')
    ? `${shown(value)} is not written as it should be`
    : `${shown(value)} ${issue.message}`;
}

function example(path: Path, place: Place): string {
  const key = path.at(-1);
  const value = place.examples[0] ?? place.default;
  if (value === undefined) return 'see touchpoints.schema.json for what belongs here';
  return `for example: ${typeof key === 'string' ? `${key}: ` : ''}${inYaml(value)}`;
}

function exampleValue(place: Place): string {
  const value = place.examples[0] ?? place.default;
  return value === undefined ? 'write something, or leave the key out' : `for example: ${inYaml(value)}`;
}

/** A value as it would stand in the file, on one line. */
function inYaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inYaml).join(', ')}]`;
  if (isGroup(value)) {
    const pairs = Object.entries(value).map(([key, each]) => `${key}: ${inYaml(each)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return typeof value === 'string' && /^[-+\d][\d.:\s-]*$/.test(value) ? `"${value}"` : String(value);
}

function limitsOf({ minimum, maximum, hasFraction }: Place): string {
  const number = hasFraction ? 'a number' : 'a whole number';
  if (minimum !== null && maximum !== null) return `${number} from ${minimum} to ${maximum}`;
  return minimum === null ? number : `${number} of at least ${minimum}`;
}
