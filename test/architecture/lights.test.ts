import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Those that make a status, and the one that says which light it has now. The handler logs what it has just judged. */
const mayReadIt = [
  'shared/evaluation/incidents/advance-status.ts',
  'shared/evaluation/incidents/light-at.ts',
  'functions/evaluate/handler.ts',
];

/** How a program gets at the light of a status: by its name, by taking it apart, or by taking apart what a list of them holds. */
const ways = [
  /\b\w*[sS]tatus(?:es\[[^\]]*\])?\??\.light\b/,
  /\{[^{}]*\blight\b[^{}]*\}\s*=\s*(?:\w+\??\.)*\w*[sS]tatus\b/,
  /\b[sS]tatus: \{[^{}]*\blight\b[^{}]*\}/,
  /\{[^{}]*\blight\b[^{}]*\}: (?:Readonly<)?(?:Pick<)?Status\b/,
  /\bstatuses[\w.?()[\]]*\.\w+\(\(?\{[^{}]*\blight\b/,
  /\bstatuses\??\.\w+\((?:[^()]|\([^()]*\))*\)\??\.light\b/,
];

function isReadIn(source: string): boolean {
  return ways.some((way) => way.test(source));
}

describe('the light of a status', () => {
  it('is read by lightAt alone, because a status keeps the light of its last run however old that is', () => {
    const files = globSync('{shared,functions,cli,infra}/**/*.ts').filter((file) => !mayReadIt.includes(file));
    expect(files.length).toBeGreaterThan(200);
    const readers = files.filter((file) => isReadIn(readFileSync(file, 'utf8')));
    expect(readers, 'ask lightAt (shared/evaluation/incidents/light-at.ts) which light the check has now').toEqual([]);
  });

  it.each([
    'const shown = status.light;',
    'terminal.light(evaluation.status.light)',
    'const { light, lastFinding } = evaluation.status;',
    'const { checkId, light } = status;',
    'function show({ light }: Status) {}',
    'runs.map(({ status: { light, incident } }) => light)',
    'rollUp(statuses.map(({ light }) => light))',
    'rollUp(history.statuses.filter(isConfigured).map(({ light }) => light))',
    'statuses.find(({ checkId }) => checkId === id)?.light ?? "unknown"',
  ])('is seen to be read in: %s', (source) => {
    expect(isReadIn(source)).toBe(true);
  });

  it.each([
    'const { light } = lightAt(status, check, now);',
    'const status: Status = { light, lastRunAt };',
    'save({ ...status, incident })',
    'touchpoints.filter(({ light }) => light === "green")',
  ])('is not seen where something else is read: %s', (source) => {
    expect(isReadIn(source)).toBe(false);
  });
});
