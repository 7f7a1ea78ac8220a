import { describe, expect, it } from 'vitest';
import { readTemplate } from '../../../cli/score/read-template.ts';
import { readyScorecards } from '../../../shared/config/scorecards/ready-scorecards.ts';
import { languages } from '../../../shared/model/language.ts';
import type { Question, ScorecardTemplate } from '../../../shared/model/scorecard.ts';

const ready = (name: string, language: (typeof languages)[number]) => readTemplate(name, language);
const questionsOf = ({ sections }: ScorecardTemplate): Question[] => sections.flatMap(({ questions }) => questions);

/** Everything but what people read. */
function bones({ title: _, language: __, sections, ...rest }: ScorecardTemplate): unknown {
  return {
    ...rest,
    sections: sections.map(({ title: ___, questions, ...section }) => ({
      ...section,
      questions: questions.map((question) => {
        const { ask: ____, ...others } = question;
        if (others.type === 'choice') return { ...others, options: others.options.map(({ id, earns }) => [id, earns]) };
        if (others.type === 'number') return { ...others, unit: others.unit !== undefined };
        return others;
      }),
    })),
  };
}

describe.each(readyScorecards)('the ready scorecard %s', (name) => {
  it('asks the same in three languages, by the same ids', () => {
    const [en, ...others] = languages.map((language) => ready(name, language));
    expect(en?.scorecard).toBe(name);
    for (const other of others) {
      expect(bones(other)).toEqual(bones(en as ScorecardTemplate));
      expect(other.title).not.toBe(en?.title);
      for (const [index, { ask }] of questionsOf(other).entries()) {
        expect(ask, 'in its own language').toMatch(/^[\p{Script=Cyrillic}\p{P}\s\d]+$/u);
        expect(ask).not.toBe(questionsOf(en as ScorecardTemplate)[index]?.ask);
      }
    }
  });

  it('says its language, and Ukrainian and Russian have no letters of each other', () => {
    for (const language of languages) expect(ready(name, language).language).toBe(language);
    expect(JSON.stringify(ready(name, 'uk'))).not.toMatch(/[ыэёъ]/i);
    expect(JSON.stringify(ready(name, 'ru'))).not.toMatch(/[іїєґ]/i);
  });

  it('takes ten minutes: 8 to 14 questions, each with an id of its own', () => {
    const ids = questionsOf(ready(name, 'en')).map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(8);
    expect(ids.length).toBeLessThanOrEqual(14);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('weighs its sections to 100, lets the solution count most, and no question decide alone', () => {
    const { sections } = ready(name, 'en');
    const weights = Object.fromEntries(sections.map(({ id, weight }) => [id, weight]));
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
    if (name !== 'answers' && name !== 'social-manners')
      expect(Math.max(...Object.values(weights))).toBe(weights['solution']);
    for (const { weight, questions } of sections) {
      const all = questions.reduce((sum, question) => sum + question.weight, 0);
      for (const question of questions) expect((weight * question.weight) / all, question.id).toBeLessThan(25);
    }
  });

  it('has something critical, so that a high score cannot hide the worst', () => {
    const critical = questionsOf(ready(name, 'en')).filter(
      (each) => each.critical !== undefined && each.critical !== false,
    );
    expect(critical.length).toBeGreaterThan(0);
  });
});

describe('the criteria of an audit', () => {
  const asks = (name: string) => questionsOf(ready(name, 'en')).map(({ id }) => id);

  it('are asked on the phone', () => {
    expect(asks('phone')).toEqual(
      expect.arrayContaining([
        'rings',
        'greeting',
        'courtesy',
        'solved',
        'knowledge',
        'history',
        'callback',
        'missed-call',
        'goodbye',
      ]),
    );
    expect(questionsOf(ready('phone', 'en')).find(({ id }) => id === 'rings')).toMatchObject({ full: 3, none: 8 });
  });

  it('are asked of social pages: negative comments are answered and not deleted', () => {
    const negative = questionsOf(ready('social-manners', 'en')).find(({ id }) => id === 'negative');
    expect(negative).toMatchObject({ type: 'yes-no', critical: true, na: true });
  });

  it('judge an answer by six pillars from 0 to 10 and by five steps', () => {
    const [pillars, steps] = ready('answers', 'uk').sections;
    expect(pillars?.questions.map((each) => (each.type === 'scale' ? [each.min, each.max] : null))).toEqual(
      Array.from({ length: 6 }, () => [0, 10]),
    );
    expect(steps?.questions.map(({ id }) => id)).toEqual(['acknowledge', 'apologize', 'answer', 'analyze', 'adjust']);
  });
});
