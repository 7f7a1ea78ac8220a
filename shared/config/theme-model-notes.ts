import type { Configuration } from '../model/business.ts';
import { modelBehindProfile, type ThemeModel, themeModelSchema } from '../model/theme-model.ts';

/** The models that read what customers write, each once. */
export function themeModelsIn({ touchpoints }: Pick<Configuration, 'touchpoints'>): ThemeModel[] {
  const all = touchpoints.flatMap(({ checks }) =>
    checks.flatMap(({ options }) => themeModelSchema.safeParse(options['themes']).data ?? []),
  );
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

/** What leaves, for where, and what it may cost. */
export function themeModelNotes(configuration: Pick<Configuration, 'touchpoints'>): string[] {
  return themeModelsIn(configuration).map((settings) => {
    const { model, region, pricePerMillion, atMostUsdAMonth } = settings;
    return [
      `Texts of reviews, comments and mentions leave for Amazon Bedrock in ${region}, where ${model} reads them for themes.${elsewhere(settings)}`,
      'They are sent without links, addresses, @names, long numbers and the name of their author. Private messages, mails and surveys are not sent.',
      `At most $${atMostUsdAMonth} a month is spent, counted at $${pricePerMillion.input} and $${pricePerMillion.output} for a million tokens in and out (themes: pricePerMillion). What is beyond that is read by the lexicon.`,
    ].join('\n');
  });
}

function elsewhere({ model }: ThemeModel): string {
  const profile = modelBehindProfile(model);
  if (profile === null) return '';
  return profile.geography === 'global'
    ? ' By this inference profile, Bedrock may read them in any region of the world.'
    : ` By this inference profile, Bedrock may read them in other regions of "${profile.geography}".`;
}
