import type { z } from 'zod';
import { spelledOut } from '../model/foreign-text.ts';
import { type Path, valueAt } from './data-path.ts';
import { type DisguisedText, disguiseAtFault, harmfulDisguises, harmSentence } from './disguise-findings.ts';
import { type ConfigFault, formatPath } from './faults.ts';
import { type Finding, structuralFindings } from './structural-faults.ts';
import type { Place, YamlDocument } from './yaml-document.ts';
import type { YamlScalar } from './yaml-places.ts';
import { mergeSentence } from './yaml-sentences.ts';

/** A fault with its place in the text. */
interface PlacedFinding {
  readonly path: Path;
  readonly message: string;
  readonly place: Place;
}

/** What a file of one kind may hold. */
interface FileFrame {
  readonly schema: z.ZodType;
  /** What only several places together have wrong, in the raw data. */
  readonly cross: (data: unknown) => readonly Finding[];
}

/** All that a file has wrong, in its order. */
export function yamlFaults(yaml: YamlDocument, file: string, frame: FileFrame): readonly ConfigFault[] {
  const ofYaml = yaml.faults.map(({ place, message }) => ({ file, ...place, path: '', message }));
  if (yaml.broken) return ofYaml;
  const ofContent = contentFindings(yaml, frame).map(({ path, message, place }) => ({
    file,
    ...place,
    path: formatPath(path),
    message: spelledOut(message),
  }));
  return [...ofYaml, ...ofContent].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** What a file that is YAML has wrong. Each place has one fault: a character in disguise is the cause of the others there. */
function contentFindings(yaml: YamlDocument, { schema, cross }: FileFrame): readonly PlacedFinding[] {
  const harmful = harmfulDisguises(yaml);
  const disguised = new Set(harmful.map(({ scalar }) => placeName(scalar.path, scalar.part)));
  const merges = mergesOf(yaml);
  const scalars = new Map(yaml.scalars.map((scalar) => [placeName(scalar.path, scalar.part), scalar]));
  const others = [...structuralFindings(schema, yaml.data, yaml.sourceOf), ...cross(yaml.data)].filter(
    ({ path, at }) => !disguised.has(placeName(path, at)) && !merges.some((merge) => isOfMerge(path, merge, yaml)),
  );
  return [
    ...harmful.map((each) => placed(each, yaml)),
    ...merges.map((path) => ({ path, message: mergeSentence, place: yaml.placeOf(path, 'key') })),
    ...others.map((finding) => ofFinding(finding, scalars.get(placeName(finding.path, finding.at)), yaml)),
  ];
}

/** Once for each group. */
function mergesOf({ scalars }: YamlDocument): readonly Path[] {
  const keys = scalars.filter(({ part, text }) => part === 'key' && text === '<<');
  return [...new Map(keys.map(({ path, part }) => [placeName(path, part), path])).values()];
}

function placeName(path: Path, part: 'key' | 'value'): string {
  return JSON.stringify([path, part]);
}

/** What a group lacks may be in the group that was to be merged into it. */
function isOfMerge(path: Path, merge: Path, { data }: YamlDocument): boolean {
  const isBelow = merge.every((part, index) => path[index] === part);
  const isBeside = path.length === merge.length && merge.slice(0, -1).every((part, index) => path[index] === part);
  return isBelow || (isBeside && valueAt(data, path) === undefined);
}

function ofFinding(
  { path, at, message, missing }: Finding,
  scalar: YamlScalar | undefined,
  yaml: YamlDocument,
): PlacedFinding {
  const disguise = scalar === undefined || missing ? null : disguiseAtFault(scalar);
  return disguise === null ? { path, message, place: yaml.placeOf(path, at) } : placed(disguise, yaml);
}

function placed(text: DisguisedText, yaml: YamlDocument): PlacedFinding {
  const { scalar, disguise } = text;
  const place = yaml.placeOfSign(disguise.sign, scalar.offset, scalar.end);
  return { path: scalar.path, message: harmSentence(text), place };
}
