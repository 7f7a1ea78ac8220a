import { z } from 'zod';

const competingSchema = z.looseObject({
  touchpoints: z.array(z.looseObject({ kind: z.string() })),
  competitors: z.array(z.unknown()),
});

/** Each its own, and only beside a website: two of one name are seldom what somebody means. */
export function withCompetitors(file: unknown): unknown {
  const { data } = competingSchema.safeParse(file);
  if (data === undefined) return file;
  const isCompared = data.touchpoints.some(({ kind }) => kind === 'website');
  const competitors = data.competitors.map((_, n) => ({ name: `Rival ${n}`, url: `https://rival-${n}.example` }));
  return { ...data, competitors: isCompared ? competitors.slice(0, 5) : [] };
}
