import {
  type Document,
  type ErrorCode,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLError,
} from 'yaml';
import type { Path } from './data-path.ts';
import { shown } from './redact.ts';

export interface Place {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** A YAML text, read: its data, and where in the text each part of the data stands. */
export interface YamlDocument {
  readonly data: unknown;
  /** What the YAML itself has wrong; with `broken`, the data cannot be trusted and is not worth checking. */
  readonly faults: readonly { readonly place: Place; readonly message: string }[];
  readonly broken: boolean;
  /** Place of the value at the path, of its key with `key`, or of the nearest parent that is there. */
  placeOf(path: Path, part: 'key' | 'value'): Place;
  /** A scalar as it was written (`+380441234567`, where the data says 380441234567). */
  sourceOf(path: Path): string | null;
}

export function readYaml(text: string): YamlDocument {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const unreadable = (message: string): YamlDocument => ({
    data: undefined,
    faults: [{ place: { line: 1, column: 1 }, message }],
    broken: true,
    placeOf: () => ({ line: 1, column: 1 }),
    sourceOf: () => null,
  });

  let document: Document.Parsed;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true, stringKeys: true });
  } catch (error) {
    // The parser descends once per level of nesting and runs out of stack; it has no limit of its own.
    if (error instanceof RangeError)
      return unreadable('is nested too deeply to be read; a configuration has about six levels');
    throw error;
  }
  const problems = [...document.errors, ...document.warnings];
  const faults = problems.map((error) => ({ place: place(error.pos[0]), message: yamlSentence(error, text) }));
  const broken = problems.some((error) => error.code !== 'DUPLICATE_KEY');
  let data: unknown;
  if (!broken) {
    try {
      data = document.toJS({ maxAliasCount: 100 });
    } catch (error) {
      if (error instanceof RangeError)
        return unreadable('is nested too deeply to be read; a configuration has about six levels');
      if (error instanceof ReferenceError) return unreadable(aliasSentence(error.message));
      throw error;
    }
  }
  return {
    data,
    faults,
    broken,
    placeOf: (path, part) => place(offsetOf(document, path, part)),
    sourceOf: (path) => sourceOf(document, path),
  };
}

function aliasSentence(message: string): string {
  const name = /: (?<name>\S+)$/.exec(message)?.groups?.['name'];
  if (/unresolved/i.test(message) && name !== undefined) {
    return `uses *${shown(name).slice(1, -1)}, but nothing is marked &${shown(name).slice(1, -1)} before it; write the value itself`;
  }
  return 'uses YAML aliases (*name) more than 100 times over; write the values themselves';
}

function child(
  document: Document.Parsed,
  node: unknown,
  part: string | number,
): { pair: Pair | null; value: unknown } | null {
  const container = isAlias(node) ? node.resolve(document) : node;
  if (isSeq(container) && typeof part === 'number') {
    const value = container.items[part];
    return value === undefined ? null : { pair: null, value };
  }
  if (!isMap(container)) return null;
  const pair = container.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
  return pair === undefined ? null : { pair, value: pair.value };
}

function offsetOf(document: Document.Parsed, path: Path, part: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, step] of path.entries()) {
    const next = child(document, node, step);
    if (next === null) return offset;
    const keyOffset = next.pair === null ? null : startOf(next.pair.key);
    const isLast = index === path.length - 1;
    const wantsKey = isLast && part === 'key';
    // Something missing inside a block is shown at the block's key: its first line would be another key's.
    offset = (wantsKey || !isLast ? keyOffset : null) ?? valueOffset(next.value) ?? keyOffset ?? offset;
    node = next.value;
  }
  return offset;
}

/** An empty value (`page:`) has no place of its own. */
function valueOffset(value: unknown): number | null {
  if (isScalar(value) && value.source === '' && value.type === 'PLAIN') return null;
  return startOf(value);
}

function startOf(node: unknown): number | null {
  if (isPair(node)) return startOf(node.key);
  return (node as Node | null)?.range?.[0] ?? null;
}

function sourceOf(document: Document.Parsed, path: Path): string | null {
  let node: unknown = document.contents;
  for (const step of path) node = child(document, node, step)?.value ?? null;
  return isScalar(node) ? (node.source ?? null) : null;
}

/** The YAML package's own words are for people who know YAML's grammar; these are for people who write a file. */
const sentences: Readonly<Partial<Record<ErrorCode, string>>> = {
  ALIAS_PROPS: 'an alias (*name) cannot be marked itself; write the value instead',
  BAD_ALIAS: 'a text may not begin with "*" here; put it in quotes',
  BAD_DIRECTIVE: 'a line may not begin with "%"; put the text in quotes',
  BAD_DQ_ESCAPE:
    'an unknown escape stands behind a backslash in double quotes; write the backslash twice, or use single quotes',
  BAD_INDENT: 'the indentation does not fit the lines above; keys of one group begin in the same column',
  BAD_PROP_ORDER: 'a mark (&name or !tag) stands in the wrong place; leave it out',
  BAD_SCALAR_START: 'a text may not begin with this sign; put the text in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'there are two keys on one line; begin a new line, or put a text that contains ": " in quotes',
  BLOCK_IN_FLOW: 'a text of several lines (| or >) may not stand inside { } or [ ]; write it in quotes',
  DUPLICATE_KEY: 'is given twice in the same group; keep one of the two',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters; is a line break or a quote missing?',
  MULTILINE_IMPLICIT_KEY:
    'a line has no colon, so it is neither a key nor a value; write "key: value", with a space behind the colon',
  MULTIPLE_DOCS: 'a second document begins here with "---"; keep one document in the file',
  MULTIPLE_ANCHORS: 'two marks (&name) stand on one value; keep one',
  MULTIPLE_TAGS: 'two tags (!name) stand on one value; leave them out',
  NON_STRING_KEY: 'a key must be a plain word; put it in quotes if it is one',
  TAB_AS_INDENT: 'a tab is used to indent; YAML wants spaces: replace the tab with two spaces',
  TAG_RESOLVE_FAILED: 'a tag (!name) is not known here; leave it out, or put a text that begins with "!" in quotes',
  BAD_COLLECTION_TYPE: 'a tag (!name) does not fit the value; leave it out',
};

function yamlSentence(error: YAMLError, text: string): string {
  const sign = text.slice(error.pos[0], error.pos[0] + 1);
  if (error.code === 'MISSING_CHAR') return missingCharSentence(error.message);
  if (error.code === 'BAD_SCALAR_START') return `a text may not begin with ${shown(sign)}; put the text in quotes`;
  if (error.code === 'UNEXPECTED_TOKEN') return unexpectedSentence(error.message, sign);
  return sentences[error.code] ?? 'the file cannot be read as YAML from here on; compare with the lines above';
}

function missingCharSentence(message: string): string {
  if (/quote/i.test(message)) return 'a quote is opened and never closed; add the closing quote';
  if (/\]/.test(message) || /flow sequence/i.test(message)) return 'a list opened with [ is never closed; add ]';
  if (/\}/.test(message) || /flow map/i.test(message)) return 'a group opened with { is never closed; add }';
  if (/,/.test(message)) return 'a comma is missing between two items';
  return 'a sign is missing here, such as a space behind ":" or "-", or a closing bracket';
}

function unexpectedSentence(message: string, sign: string): string {
  if (/flow/i.test(message) && /\}|map/.test(message))
    return 'a group opened with { is not closed properly; it ends with }';
  if (/flow/i.test(message) && /\]|seq/.test(message))
    return 'a list opened with [ is not closed properly; it ends with ]';
  return sign.trim() === ''
    ? 'something is missing here; compare with the lines above'
    : `${shown(sign)} is not expected here; put the text in quotes, or compare the indentation with the lines above`;
}
