import { afterEach, describe, expect, test, vi } from 'vitest';
import { forTerminal, Terminal } from '../../cli/terminal.ts';
import { attackNames, attacks, harmfulIn, wordOf } from '../support/attacks.ts';

/** What a terminal writes to stdout. */
function printed(options: { readonly json: boolean }, work: (terminal: Terminal) => void): string {
  const written: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  try {
    work(new Terminal({ quiet: true, ...options }));
  } finally {
    spy.mockRestore();
  }
  return written.join('');
}

afterEach(() => vi.unstubAllEnvs());

describe('the last guard before a terminal', () => {
  test.each(attackNames)('takes the harm out of text that %s, wherever it comes from', (name) => {
    const text = printed({ json: false }, (terminal) => terminal.print(`  ${attacks[name]}`));
    expect(harmfulIn(text)).toEqual([]);
    expect(text).toContain(`  ${wordOf(name)}`);
  });

  test('lets our own colours through where there are any, and no other code', () => {
    vi.stubEnv('NO_COLOR', undefined);
    vi.stubEnv('FORCE_COLOR', '1');
    const text = printed({ json: false }, (terminal) =>
      terminal.print(
        `${terminal.light('red')} ${terminal.bold('a\u001b[2Jb')} ${terminal.dim('c')} \u001b[8md\u001b[41m`,
      ),
    );
    expect(text).toBe('\u001b[31m■ RED   \u001b[39m \u001b[1ma [2Jb\u001b[22m \u001b[2mc\u001b[22m  [8md [41m\n');
  });

  test('lets nothing through where there are no colours', () => {
    vi.stubEnv('NO_COLOR', '1');
    vi.stubEnv('FORCE_COLOR', undefined);
    expect(forTerminal('\u001b[32m● green\u001b[39m', process.stdout)).toBe(' [32m● green [39m');
  });

  test.each(['GITHUB_ACTIONS', 'TF_BUILD', 'TEAMCITY_VERSION'])('gives no orders to the server of %s', (name) => {
    const orders =
      '##[error]a ##vso[task.setvariable]b ##teamcity[x]c #id[title] ##\n  ::add-mask::d\n\u3000::error::e [::1] a::b';
    for (const server of ['GITHUB_ACTIONS', 'TF_BUILD', 'TEAMCITY_VERSION']) vi.stubEnv(server, undefined);
    expect(forTerminal(orders, process.stdout)).toBe(orders);
    vi.stubEnv(name, 'true');
    expect(forTerminal(orders, process.stdout)).toBe(
      '# #[error]a # #vso[task.setvariable]b # #teamcity[x]c #id[title] ##\n  : :add-mask::d\n\u3000: :error::e [::1] a::b',
    );
    const json = printed({ json: true }, (terminal) => terminal.printJson({ reason: orders }));
    expect(json).not.toMatch(/##[a-z]*\[|^\s*::/m);
    expect(JSON.parse(json)).toEqual({ reason: orders });
    expect(printed({ json: false }, (terminal) => terminal.print(orders))).not.toMatch(/##[a-z]*\[|^\s*::/m);
  });

  test('keeps the lines that are ours', () => {
    expect(forTerminal('one\n  two\n', process.stdout)).toBe('one\n  two\n');
  });
});

describe('JSON', () => {
  test.each(attackNames)('is escaped where text %s, and means the same', (name) => {
    const value = { [attacks[name]]: [attacks[name]] };
    for (const print of ['printJson', 'printJsonLine'] as const) {
      const text = printed({ json: true }, (terminal) => terminal[print](value));
      expect(harmfulIn(text).filter((found) => !found.startsWith('a pile'))).toEqual([]);
      expect(JSON.parse(text)).toEqual(value);
    }
  });
});
