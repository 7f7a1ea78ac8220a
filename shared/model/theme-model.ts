import { z } from 'zod';

/** What a language model may cost to call, in dollars for a million tokens, as Bedrock's price page states it. */
const tokenPricesSchema = z.strictObject({ input: z.number().positive(), output: z.number().positive() });
export type TokenPrices = z.infer<typeof tokenPricesSchema>;

/** A language model that reads reviews for their themes, where the file asks for one. */
export const themeModelSchema = z.strictObject({
  /** Bedrock's id of the model or of the inference profile. */
  model: z.string().min(1),
  region: z.string().min(1),
  atMostUsdAMonth: z.number().positive(),
  pricePerMillion: tokenPricesSchema,
});
export type ThemeModel = z.infer<typeof themeModelSchema>;

/** Raised with each change of the prompt that may change what a model finds. */
const promptVersion = 1;
/** Raised with each change of the lexicon, so that what two versions of it found is not compared. */
const lexiconVersion = 2;

/** Who read a text for its themes, as it is stored beside them: two texts are comparable where this is the same. */
export const lexiconReader = `lexicon/${lexiconVersion}`;
/** Of texts that were read before readers had versions. */
export const earlierReader = 'lexicon/0';

export function readerOfModel({ model }: Pick<ThemeModel, 'model'>): string {
  return `bedrock/${model}/${promptVersion}`;
}

export function isModelReader(reader: string): boolean {
  return reader.startsWith('bedrock/');
}

/** Prefixes of the ids of inference profiles, which name where a request may be answered. */
const geographies: ReadonlySet<string> = new Set([
  ...['us', 'us-gov', 'eu', 'apac', 'global', 'jp', 'au', 'ca', 'uk', 'sa', 'me', 'il', 'in'],
]);

/** The model behind a cross-region inference profile; null where the id is a model's own, which its region answers itself. */
export function modelBehindProfile(id: string): { readonly geography: string; readonly model: string } | null {
  const [geography = '', ...rest] = id.split('.');
  return geographies.has(geography) && rest.length > 1 ? { geography, model: rest.join('.') } : null;
}
