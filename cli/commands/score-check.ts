import { counted } from '../counted.ts';
import { exitCodes } from '../exit.ts';
import { criticalRule } from '../score/critical-rule.ts';
import { readTemplate } from '../score/read-template.ts';
import type { Terminal } from '../terminal.ts';

/** Says how a template's questions are weighed, or all that is wrong with it. */
export function checkTemplate(file: string, terminal: Terminal): Promise<number> {
  const template = readTemplate(file, 'en');
  const { scorecard, version, title, place, language, validForDays, bounds, sections } = template;
  const whole = sections.reduce((sum, { weight }) => sum + weight, 0);
  const weighed = sections.map((section) => {
    const ofSection = section.questions.reduce((sum, { weight }) => sum + weight, 0);
    const share = section.weight / whole;
    const questions = section.questions.map((question) => ({
      ...{ id: question.id, ask: question.ask, type: question.type },
      share: (share * question.weight) / ofSection,
      critical: criticalRule(question),
    }));
    return { id: section.id, title: section.title, share, questions };
  });
  const head = { scorecard, scorecardVersion: version, title, language, place, validForDays, bounds };
  terminal.printJson({ version: 1, ...head, sections: weighed });
  const questions = weighed.flatMap((section) => section.questions);
  terminal.print(
    `${terminal.bold(title)}  ${scorecard}, version ${version}, ${place}: ${counted(questions.length, 'question')} in ${counted(sections.length, 'section')}`,
  );
  for (const section of weighed) {
    terminal.print(`${percent(section.share)}  ${terminal.bold(section.title)}`);
    for (const { id, ask, share, critical } of section.questions) {
      terminal.print(`  ${percent(share)}  ${id}: ${ask}${critical === null ? '' : `  (critical: ${critical})`}`);
    }
  }
  terminal.print(
    `Green from ${percent(bounds.green).trim()}, red below ${percent(bounds.red).trim()}. A visit counts for ${validForDays} days.`,
  );
  return Promise.resolve(exitCodes.ok);
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`.padStart(6);
}
