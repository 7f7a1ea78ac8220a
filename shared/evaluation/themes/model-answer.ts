import { z } from 'zod';
import { parseJson } from '../../model/parse-json.ts';
import { type Mentions, type Theme, themeIds, themeSchema } from '../../model/theme.ts';
import { exactly } from './themes-of.ts';

const longestAnswer = 4000;

const answerSchema = z.strictObject({
  themes: z
    .array(z.strictObject({ theme: themeSchema, side: z.enum(['complaint', 'praise']) }))
    .max(2 * themeIds.length),
});

/** Many models put JSON into a fence, whatever they are told. */
const fenced = /^```(?:json)?\s*\n([\s\S]*?)\n?```$/;

/** What a model's answer says, if it is one; null for anything but the themes and sides that there are. */
export function mentionsInAnswer(answer: string): Mentions | null {
  if (answer.length > longestAnswer) return null;
  const trimmed = answer.trim();
  const { data } = answerSchema.safeParse(parseJson(fenced.exec(trimmed)?.[1] ?? trimmed));
  if (data === undefined) return null;
  const on = (wanted: string): ReadonlySet<Theme> =>
    new Set(data.themes.filter(({ side }) => side === wanted).map(({ theme }) => theme));
  const complaints = on('complaint');
  return {
    complaints: exactly(complaints),
    praises: exactly(on('praise')).filter((theme) => !complaints.has(theme)),
  };
}
