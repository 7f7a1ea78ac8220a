import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AddCommands } from '../../cli/program/command.ts';
import { probeSpecs } from '../../shared/probes/index.ts';
import { documents, prose, read, repository } from './markdown.ts';

const program = new Command('touchlight');

beforeAll(async () => {
  const folder = path.join(repository, 'cli/program');
  for (const name of readdirSync(folder).toSorted()) {
    const module: Readonly<Record<string, unknown>> = await import(path.join(folder, name));
    for (const [exported, value] of Object.entries(module)) {
      if (/^add\w+Commands?$/.test(exported) && isAddCommands(value)) value(program, () => Promise.resolve());
    }
  }
});

function isAddCommands(value: unknown): value is AddCommands {
  return typeof value === 'function';
}

/** Alphabetical, because groups come in the order of their files here. */
function commandTable(): string {
  const rows = program.commands
    .toSorted((a, b) => a.name().localeCompare(b.name()))
    .map((command) => {
      const args = command.registeredArguments
        .map((argument) => (argument.required ? ` <${argument.name()}>` : ` [${argument.name()}]`))
        .join('');
      return `| \`${command.name()}${args}\` | ${command.description()} |`;
    });
  return ['', '| command | does |', '| --- | --- |', ...rows, ''].join('\n');
}

const markers = /(<!-- commands: [^>]*-->)([\s\S]*?)(<!-- \/commands -->)/;

describe('docs/commands.md', () => {
  it('lists the commands that there are', () => {
    const page = read('docs/commands.md');
    const current = page.replace(
      markers,
      (_, begin: string, _old: string, end: string) => `${begin}${commandTable()}${end}`,
    );
    if (process.env['UPDATE_GOLDENS'] === '1') writeFileSync(path.join(repository, 'docs/commands.md'), current);
    expect(read('docs/commands.md')).toBe(current);
  });
});

describe('README.md', () => {
  it('is short enough to be read at once', () => {
    expect(read('README.md').split(/\s+/).length).toBeLessThan(1000);
  });

  it('has a row for each check', () => {
    for (const id of Object.keys(probeSpecs)) expect(read('README.md')).toContain(`| \`${id}\` |`);
  });

  it('names only files and folders that exist', () => {
    const paths = [...read('README.md').matchAll(/`((?:functions|shared|examples|infra|cli|test|docs)\/[^`]*)`/g)];
    expect(paths.length).toBeGreaterThan(5);
    for (const [, named = ''] of paths) expect(existsSync(path.join(repository, named)), named).toBe(true);
  });

  it('shows on its first screen what it is, a picture, and two lines', () => {
    const first = read('README.md').split('\n').slice(0, 22).join('\n');
    expect(first).toMatch(/^# Touchlight\n/);
    expect(first).toContain('](docs/pictures/terminal.svg)');
    expect(first).toContain('npm ci && npm start');
    expect(first).toContain('npm ci && npm test');
  });
});

describe('the pictures', () => {
  const shown = [...read('README.md').matchAll(/!\[([^\]]*)\]\((docs\/pictures\/[^)]+)\)/g)].map(
    ([, text = '', file = '']) => ({ text, file }),
  );

  it('are all shown, each with a description for readers who cannot see it', () => {
    const there = readdirSync(path.join(repository, 'docs/pictures')).map((name) => `docs/pictures/${name}`);
    expect(shown.map(({ file }) => file).toSorted()).toEqual(there.toSorted());
    for (const { text, file } of shown) expect(text.length, file).toBeGreaterThan(30);
  });

  it('are small, and drawn by scripts that the README names', () => {
    const scripts = ['examples/pictures/terminal.ts', 'examples/pictures/week.ts'];
    const drawn = scripts.map((script) => read(script)).join('');
    for (const script of scripts) expect(read('README.md')).toContain(`\`${script}\``);
    for (const { file } of shown) {
      expect(statSync(path.join(repository, file)).size, file).toBeLessThan(150_000);
      expect(drawn, file).toContain(path.basename(file));
    }
  });
});

describe('the docs', () => {
  it('all stand in their index', () => {
    const index = read('docs/README.md');
    const pages = documents().filter((file) => /^docs\/[^/]+\.md$/.test(file) && file !== 'docs/README.md');
    for (const page of pages) expect(index, page).toContain(`](${path.basename(page)})`);
    expect(index).toContain('](platforms/README.md)');
  });

  it('speak of no command that there is not', () => {
    const known = new Set(program.commands.map((command) => command.name()));
    const strange = documents().flatMap((file) =>
      [...prose(file).matchAll(/`(?:npx )?touchlight ([a-z]+(?:-[a-z]+)*)/g)].flatMap(([, name = '']) =>
        known.has(name) ? [] : `${file}: touchlight ${name}`,
      ),
    );
    expect(strange).toEqual([]);
  });
});

describe('every command', () => {
  it('explains itself with a description and examples', () => {
    expect(program.commands.length).toBeGreaterThan(8);
    for (const command of program.commands.filter(({ commands }) => commands.length === 0)) {
      let help = '';
      command.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
      expect(command.description(), command.name()).not.toBe('');
      expect(help, command.name()).toMatch(/\nExamples?:\n {2}(source <\()?touchlight /);
    }
  });
});
