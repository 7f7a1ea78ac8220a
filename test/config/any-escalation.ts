import { z } from 'zod';

const promisingSchema = z.looseObject({ acknowledge: z.unknown() });
const groupSchema = z.looseObject({ red: z.string().optional(), yellow: z.string().optional() });
const fileSchema = z.looseObject({
  alerts: z.looseObject({ acknowledge: z.unknown() }).optional(),
  touchpoints: z.array(z.looseObject({ checks: z.record(z.string(), z.unknown()).optional() })),
});

/** Who must acknowledge by when, and who is alerted then, go together: hardly any file would have both by chance. */
export function withEscalation(file: unknown): unknown {
  const { data } = fileSchema.safeParse(file);
  if (data === undefined) return file;
  const touchpoints = data.touchpoints.map((touchpoint) => {
    const { checks } = touchpoint;
    if (checks === undefined) return touchpoint;
    return {
      ...touchpoint,
      checks: Object.fromEntries(Object.entries(checks).map(([name, one]) => [name, withLight(one)])),
    };
  });
  const promises = [data.alerts, ...data.touchpoints.flatMap(({ checks = {} }) => Object.values(checks))];
  const isPromised = promises.some((one) => {
    const acknowledge = promisingSchema.safeParse(one).data?.acknowledge;
    return acknowledge !== undefined && acknowledge !== 'never';
  });
  if (data.alerts === undefined && !isPromised) return { ...data, touchpoints };
  const { then, ...alerts } = withLight(data.alerts ?? {}) as Readonly<Record<string, unknown>>;
  return {
    ...data,
    alerts: isPromised ? Object.assign({ ...alerts }, Object.fromEntries([['then', differing(then)]])) : alerts,
    touchpoints,
  };
}

/** A group that names no light promises nothing. */
function withLight(settings: unknown): unknown {
  const { data } = promisingSchema.safeParse(settings);
  const group = groupSchema.safeParse(data?.acknowledge).data;
  if (data === undefined || group === undefined || group.red !== undefined || group.yellow !== undefined) {
    return settings;
  }
  return { ...data, acknowledge: { ...group, red: '30m' } };
}

function differing(then: unknown): unknown {
  if (then === undefined) return ['chief@coffeelab.example'];
  if (!Array.isArray(then)) return then;
  const known = [...new Map(then.map((each) => [String(each).toLowerCase(), each])).values()];
  return known.length === 0 ? ['chief@coffeelab.example'] : known;
}
