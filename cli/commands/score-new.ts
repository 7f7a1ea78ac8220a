import path from 'node:path';
import type { Language } from '../../shared/model/language.ts';
import { exitCodes } from '../exit.ts';
import { writeFileAtomically } from '../local/write-file.ts';
import type { ConfigOptions } from '../program/command.ts';
import { renderForm } from '../score/form/render-form.ts';
import { readTemplate } from '../score/read-template.ts';
import type { Terminal } from '../terminal.ts';

export interface ScoreNewOptions extends ConfigOptions {
  readonly language?: Language;
  readonly out?: string;
}

/** Writes the form of a scorecard: one HTML file that works offline on a phone. */
export async function newScoreForm(name: string, options: ScoreNewOptions, terminal: Terminal): Promise<number> {
  const template = readTemplate(name, options.language, options.config);
  const { scorecard, version, language, title, sections } = template;
  const file = path.resolve(options.out ?? `score-${scorecard}.html`);
  await writeFileAtomically('The form', file, renderForm(template), 'usual');
  const questions = sections.flatMap((section) => section.questions).length;
  terminal.printJson({ version: 1, scorecard, scorecardVersion: version, language, title, questions, file });
  terminal.print(`${terminal.bold(title)}: ${questions} questions, ${path.relative('.', file)}`);
  terminal.print();
  terminal.print(
    '1. Send this file to the phone of the person who visits, calls or writes, and open it there in a browser.',
  );
  terminal.print(
    '   iPhone and iPad: put it on a web address and open that in Safari, because file previews run no scripts.',
  );
  terminal.print('2. Answer the questions. Nothing leaves the phone until the visit is saved and sent.');
  terminal.print('3. For each visit you get a file back. Import them:');
  terminal.print(`   touchlight score import ${scorecard}-*.json --touchpoint <id>`);
  return exitCodes.ok;
}
