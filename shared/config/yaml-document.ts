import { type Document, isPair, isScalar, LineCounter, parseDocument, type Scalar, visit, type YAMLError } from 'yaml';
import type { Path } from './data-path.ts';
import { shown } from './redact.ts';
import { didYouMean, looksTheSame } from './suggest.ts';
import { disguisedSyntax } from './yaml-disguises.ts';
import { keyText, offsetOf, scalarsOf, sourceOf, startOf, type YamlScalar } from './yaml-places.ts';
import { mergeSentence, yamlSentence } from './yaml-sentences.ts';

export interface Place {
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

interface YamlFault {
  readonly place: Place;
  readonly message: string;
}

/** A YAML text, read: its data, and where in the text each part of the data stands. */
export interface YamlDocument {
  readonly data: unknown;
  /** What the YAML itself has wrong; with `broken`, there is no data that is worth checking. */
  readonly faults: readonly YamlFault[];
  readonly broken: boolean;
  /** Place of the value at the path, of its key with `key`, or of the nearest parent that is there. */
  placeOf(path: Path, part: 'key' | 'value'): Place;
  /** Every key and value that is a text, in the order of the file. */
  readonly scalars: readonly YamlScalar[];
  /** Place of a character of the text: of the first `sign` at or behind the offset and before `end`, otherwise of the offset. */
  placeOfSign(sign: string, offset: number, end: number): Place;
  /** A scalar as it was written (`+380441234567`, where the data says 380441234567). */
  sourceOf(path: Path): string | null;
}

const start: Place = { line: 1, column: 1 };
const nestedTooDeeply = 'the file is nested too deeply to be read; a configuration has about six levels';
const tooManyAliases = 'the file uses YAML aliases (*name) more than 100 times over; write the values themselves';

export function readYaml(text: string): YamlDocument {
  if (isNestedTooDeeply(text)) return broken([{ place: start, message: nestedTooDeeply }]);
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const problems = [...document.errors, ...document.warnings].filter((error) => !isMergedTwice(error, text));
  const faults = problems.map((error) => faultOf(error, document, text, place));
  if (problems.some(({ code }) => code !== 'DUPLICATE_KEY')) return broken(firstPerLine(faults));
  const lost = unresolvedAlias(document);
  if (lost !== null) {
    return broken([{ place: place(lost.offset), message: lost.message }]);
  }
  const data = dataOf(document);
  if ('problem' in data) return broken([{ place: start, message: data.problem }]);
  return {
    data: data.value,
    faults,
    broken: false,
    placeOf: (path, part) => place(offsetOf(document, path, part)),
    scalars: scalarsOf(document),
    placeOfSign: (sign, offset, end) => {
      const found = text.indexOf(sign, offset);
      return place(found < 0 || found >= end ? offset : found);
    },
    sourceOf: (path) => sourceOf(document, path),
  };
}

/** What can be made out of a text that may be broken; undefined where nothing can. Where it is broken, nothing else may rest on it. */
export function guessYaml(text: string): unknown {
  if (isNestedTooDeeply(text)) return undefined;
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true, logLevel: 'silent' });
  const data = dataOf(document);
  return 'problem' in data ? undefined : data.value;
}

function broken(faults: readonly YamlFault[]): YamlDocument {
  return {
    data: undefined,
    faults,
    broken: true,
    scalars: [],
    placeOf: () => start,
    placeOfSign: () => start,
    sourceOf: () => null,
  };
}

/** The parser descends once per bracket and takes seconds for a hundred thousand of them; so they are counted first. */
function isNestedTooDeeply(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '{') depth += 1;
    if (sign === ']' || sign === '}') depth -= 1;
    if (depth > 200) return true;
  }
  return false;
}

/** What the package throws is about the text (too many aliases, too deep), so here it becomes a fault of the text. */
function dataOf(document: Document.Parsed): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    if (error instanceof ReferenceError) return { problem: tooManyAliases };
    if (error instanceof RangeError) return { problem: nestedTooDeeply };
    throw error;
  }
}

/** The package places a missing quote where the text ends; it helps to see where it was opened. */
function beginOf(error: YAMLError, document: Document.Parsed): number {
  if (error.code !== 'MISSING_CHAR' || !/quote/i.test(error.message)) return error.pos[0];
  let opened: Scalar | null = null;
  visit(document, {
    Scalar(_, scalar) {
      const isQuoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
      if (isQuoted && (startOf(scalar) ?? 0) <= error.pos[0]) opened = scalar;
    },
  });
  return startOf(opened) ?? error.pos[0];
}

/** One mistake makes the parser stumble several times over the same line, and often over all that follow. */
function firstPerLine(faults: readonly YamlFault[]): readonly YamlFault[] {
  const firsts = [...Map.groupBy(faults, ({ place }) => place.line).values()].flatMap((onLine) => onLine.slice(0, 1));
  return firsts.slice(0, 20);
}

/** A second "<<" needs no sentence beside that about the first. */
function isMergedTwice({ code, pos }: YAMLError, text: string): boolean {
  return code === 'DUPLICATE_KEY' && /^["']?<</.test(text.slice(pos[0], pos[0] + 3));
}

function faultOf(error: YAMLError, document: Document.Parsed, text: string, place: (at: number) => Place): YamlFault {
  const at = beginOf(error, document);
  const disguise = error.code === 'DUPLICATE_KEY' ? null : disguisedSyntax(text, at);
  return disguise === null
    ? { place: place(at), message: yamlSentence(error, text) }
    : { place: place(disguise.at), message: disguise.message };
}

function unresolvedAlias(document: Document.Parsed): { readonly offset: number; readonly message: string } | null {
  const anchors = new Set<string>();
  let lost: { offset: number; message: string } | null = null;
  visit(document, {
    Node(_, node) {
      if ('anchor' in node && node.anchor !== undefined) anchors.add(node.anchor);
    },
    Alias(_, alias, parents) {
      if (anchors.has(alias.source)) return undefined;
      const pair = parents.findLast((each) => isPair(each));
      const name = shown(alias.source).slice(1, -1);
      const alike = [...anchors].find((anchor) => looksTheSame(anchor, alias.source));
      const message =
        alike === undefined
          ? `*${name} refers to nothing, because no value before it is marked &${name}; write the value itself`
          : `*${name} refers to nothing; ${didYouMean(alias.source, alike)}`;
      lost =
        isPair(pair) && isScalar(pair.key) && keyText(pair.key) === '<<'
          ? { offset: startOf(pair) ?? 0, message: mergeSentence }
          : { offset: startOf(alias) ?? 0, message };
      return visit.BREAK;
    },
  });
  return lost;
}
