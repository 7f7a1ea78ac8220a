import path from 'node:path';
import { readConfigurationFile } from '../../shared/config/read-configuration.ts';
import { isReadyScorecard } from '../../shared/config/scorecards/ready-scorecards.ts';
import type { Language } from '../../shared/model/language.ts';
import { exitCodes, UsageError } from '../exit.ts';
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
  if (options.language !== undefined && !isReadyScorecard(name))
    throw new UsageError(languageOfOwn(name, options.language));
  const template = readTemplate(name, options.language ?? languageOf(options.config));
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
  terminal.print(`   touchlight score import ${scorecard}-*.json --touchpoint <id> --template ${name}`);
  return exitCodes.ok;
}

function languageOfOwn(name: string, language: Language): string {
  return `--language is for ready scorecards; for ${name}, write "language: ${language}" in the file.`;
}

/** The language of touchpoints.yaml where there is one that can be read; its faults are for other commands to list. */
function languageOf(configurationFile: string): Language {
  const reading = readConfigurationFile(configurationFile, new Date().toISOString().slice(0, 10));
  return reading.ok ? reading.configuration.language : 'en';
}
