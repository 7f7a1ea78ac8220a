import { matches, matchesArn } from './pattern.ts';
import type { Statement } from './policy.ts';

/** What the caller and the called service tell IAM about a request, by key. Keys that only some requests have may be missing. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

type Comparison = (wanted: string, given: string) => boolean;

const comparisons: Readonly<Record<string, Comparison>> = {
  StringEquals: (wanted, given) => wanted === given,
  StringLike: matches,
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
  Bool: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
  NumericLessThan: (wanted, given) => Number(given) < Number(wanted),
};
const negations: Readonly<Record<string, Comparison>> = {
  StringNotEquals: (wanted, given) => wanted !== given,
  StringNotLike: (wanted, given) => !matches(wanted, given),
  ArnNotEquals: (wanted, given) => !matchesArn(wanted, given),
  ArnNotLike: (wanted, given) => !matchesArn(wanted, given),
};

/** All operators of a statement must hold, and of each all keys. */
export function conditionsHold({ Condition }: Statement, context: Context): boolean {
  const given = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), [value].flat()]));
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, wanted, given.get(key.toLowerCase()), key)),
  );
}

function holds(
  operator: string,
  wanted: readonly string[],
  given: readonly string[] | undefined,
  key: string,
): boolean {
  const [, set, name = operator, ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  if (name === 'Null') return wanted.some((one) => (one === 'true') === (given === undefined));
  const [comparison, negation] = [comparisons[name], negations[name]];
  if (comparison === undefined && negation === undefined) {
    throw new Error(`The operator ${operator} is not evaluated here. Add it, with a test.`);
  }
  const oneHolds = (text: string): boolean =>
    comparison === undefined
      ? wanted.every((one) => negation?.(one, text))
      : wanted.some((one) => comparison(one, text));
  // What no value says is true of all of them, and false of any of them.
  if (set === 'ForAllValues') return (given ?? []).every(oneHolds);
  if (set === 'ForAnyValue') return (given ?? []).some(oneHolds);
  if (given === undefined) return ifExists !== undefined || negation !== undefined;
  const [only, ...more] = given;
  if (only === undefined || more.length > 0)
    throw new Error(`${key} has ${given.length} values: ${operator} wants one.`);
  return oneHolds(only);
}
