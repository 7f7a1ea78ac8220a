import { isGroup, type Path, valueAt } from './data-path.ts';
import { shown } from './redact.ts';
import type { Finding } from './structural-faults.ts';

/**
 * What a template's parts together have wrong. Works on the raw data, because all faults are reported at once: where a part is
 * broken in itself, the questions about it are not asked.
 */
export function scorecardFindings(data: unknown): readonly Finding[] {
  const sections = listAt(data, ['sections']);
  const questions = sections.flatMap((section, at) =>
    listAt(section, ['questions']).map((each, index) => [each, ['sections', at, 'questions', index]] as const),
  );
  return [
    ...boundsFindings(valueAt(data, ['bounds'])),
    ...duplicates(
      'section',
      sections.map((each, index) => [each, ['sections', index]] as const),
    ),
    // Answers name no section, so a question's id stands for itself in all of them.
    ...duplicates('question', questions),
    ...questions.flatMap(([question, path]) => questionFindings(question, path)),
  ];
}

function listAt(data: unknown, path: Path): readonly unknown[] {
  const value = valueAt(data, path);
  return Array.isArray(value) ? value : [];
}

function fault(path: Path, message: string): Finding {
  return { path, at: 'value', message };
}

function duplicates(what: string, items: readonly (readonly [unknown, Path])[]): readonly Finding[] {
  const first = new Map<string, Path>();
  return items.flatMap(([item, path]) => {
    const id = valueAt(item, ['id']);
    if (typeof id !== 'string') return [];
    const before = first.get(id);
    if (before === undefined) first.set(id, path);
    if (before === undefined) return [];
    return [fault([...path, 'id'], `${shown(id)} is already the id of ${placeName(what, before)}; give each its own`)];
  });
}

function placeName(what: string, path: Path): string {
  const [, section, , question] = path;
  if (what === 'section') return `section ${Number(section) + 1}`;
  return what === 'option'
    ? `option ${Number(path.at(-1)) + 1}`
    : `question ${Number(question) + 1} of section ${Number(section) + 1}`;
}

function boundsFindings(bounds: unknown): readonly Finding[] {
  const { green, red } = isGroup(bounds) ? bounds : {};
  if (typeof green !== 'number' || typeof red !== 'number' || red < green || red > 1) return [];
  return [
    fault(['bounds', 'red'], `${red} is not below green (${green}); the share from which it is red is the lower one`),
  ];
}

function questionFindings(question: unknown, path: Path): readonly Finding[] {
  if (!isGroup(question)) return [];
  switch (question['type']) {
    case 'scale':
      return scaleFindings(question, path);
    case 'choice':
      return choiceFindings(question, path);
    case 'number':
      return numberFindings(question, path);
    default:
      return [];
  }
}

type Group = Readonly<Record<string, unknown>>;

function scaleFindings({ min = 0, max, critical }: Group, path: Path): readonly Finding[] {
  if (typeof min !== 'number' || typeof max !== 'number') return [];
  if (max <= min) return [fault([...path, 'max'], `${max} is not above min (${min}); the best answer is the highest`)];
  const below = valueAt(critical, ['below']);
  if (typeof below !== 'number' || (below > min && below <= max)) return [];
  const effect = below > max ? 'every answer would fail' : 'no answer is below it';
  return [
    fault([...path, 'critical', 'below'], `${below} is outside the scale, so ${effect}; write ${min + 1} to ${max}`),
  ];
}

function choiceFindings({ options, critical }: Group, path: Path): readonly Finding[] {
  const all = Array.isArray(options) ? options : [];
  const same = duplicates(
    'option',
    all.map((each, index) => [each, [...path, 'options', index]] as const),
  );
  const earned = all.map((each) => valueAt(each, ['earns'])).filter((each) => typeof each === 'number');
  const best = Math.max(0, ...earned);
  const nothing =
    earned.length > 0 && best === 0
      ? [fault([...path, 'options'], 'earns nothing with any answer; let the best one earn 1')]
      : [];
  const below = valueAt(critical, ['below']);
  if (typeof below !== 'number' || earned.length === 0) return [...same, ...nothing];
  const least = Math.min(...earned);
  if (below > least && below <= best) return [...same, ...nothing];
  const effect = below > best ? 'every answer would fail' : 'no answer earns less';
  const limit = `write a share above ${least}, up to ${best}`;
  return [...same, ...nothing, fault([...path, 'critical', 'below'], `${below} never decides: ${effect}; ${limit}`)];
}

function numberFindings({ full, none, critical }: Group, path: Path): readonly Finding[] {
  if (typeof full !== 'number' || typeof none !== 'number') return [];
  if (full === none)
    return [fault([...path, 'none'], `${none} is the same as full, so nothing lies between; write a worse number`)];
  const beyond = valueAt(critical, ['beyond']);
  const isWorse = typeof beyond !== 'number' || (full < none ? beyond >= full : beyond <= full);
  if (isWorse) return [];
  const side = full < none ? 'below' : 'above';
  return [
    fault(
      [...path, 'critical', 'beyond'],
      `${beyond} is ${side} full (${full}), so good answers would fail; write ${none} or a worse number`,
    ),
  ];
}
