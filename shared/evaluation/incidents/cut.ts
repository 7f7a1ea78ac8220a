import type { Finding, Statement } from '../../model/finding.ts';
import { shorten } from '../../model/foreign-text.ts';

const longestText = 160;
const longestList = 4;

/** Cut short, for a finding is part of the status, which every run writes and which must stay under 4 KB. */
export function cut(finding: Finding): Finding {
  if (finding.kind === 'cause') return { ...finding, says: cutStatement(finding.says) };
  return finding.because === undefined ? finding : { ...finding, because: cutStatement(finding.because) };
}

function cutStatement({ id, params }: Statement): Statement {
  return { id, params: cutRecord(params) };
}

function cutRecord(values: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, cutValue(value)]));
}

/** A text never ends in half a character. */
function cutValue(value: unknown): unknown {
  if (typeof value === 'string') return shorten(value, longestText, '…');
  if (Array.isArray(value)) return value.slice(0, longestList).map(cutValue);
  return typeof value === 'object' && value !== null ? cutRecord(value) : value;
}
