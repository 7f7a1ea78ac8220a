import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import type { Path } from './data-path.ts';

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

/** Where the value at the path begins, or its key, or the nearest parent that is there. */
export function offsetOf(document: Document.Parsed, path: Path, part: 'key' | 'value'): number {
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

export function startOf(node: unknown): number | null {
  if (isPair(node)) return startOf(node.key);
  return (node as Node | null)?.range?.[0] ?? null;
}

/** A scalar as it was written, or null when there is none at the path. */
export function sourceOf(document: Document.Parsed, path: Path): string | null {
  let node: unknown = document.contents;
  for (const step of path) node = child(document, node, step)?.value ?? null;
  return isScalar(node) ? (node.source ?? null) : null;
}

/** YAML 1.1 knows "<<" as a sign of its own. */
export function keyText({ value, source }: Scalar): string {
  return typeof value === 'symbol' ? (source ?? '') : String(value);
}

/** A text of the file, and where it stands. */
export interface YamlScalar {
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly text: string;
  /** UTF-16 index of its beginning and its end in the file. */
  readonly offset: number;
  readonly end: number;
}

/** Every key and value that is a text, in the order of the file. What an alias repeats stands where it is marked. */
export function scalarsOf(document: Document.Parsed): readonly YamlScalar[] {
  const found: YamlScalar[] = [];
  const take = (node: unknown, path: Path, part: 'key' | 'value'): void => {
    if (!isScalar(node) || node.range === null || node.range === undefined) return;
    const text = typeof node.value === 'symbol' ? keyText(node) : node.value;
    if (typeof text === 'string') found.push({ path, part, text, offset: node.range[0], end: node.range[1] });
  };
  const walk = (node: unknown, path: Path): void => {
    if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
    else if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? keyText(key) : '';
        take(key, [...path, name], 'key');
        walk(value, [...path, name]);
      }
    } else take(node, path, 'value');
  };
  walk(document.contents, []);
  return found;
}
