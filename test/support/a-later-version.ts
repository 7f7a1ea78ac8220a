/** Their keys are data and no names of fields: a later version adds nothing here. */
const dictionaries = new Set([
  'params',
  'values',
  'counts',
  'measurements',
  'facts',
  'details',
  'memory',
  'thresholds',
  'options',
  'checks',
  'readers',
]);

/** The same as a later version writes it: with fields at every level that this version does not know. */
export function writtenLater(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => writtenLater(each));
  if (typeof value !== 'object' || value === null) return value;
  const deeper = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, writtenLater(each, name)]));
  return dictionaries.has(key) && !Array.isArray(value) ? deeper : { ...deeper, addedLater: { since: 'version 9' } };
}
