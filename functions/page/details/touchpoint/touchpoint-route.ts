import { z } from 'zod';
import { checkIdSchema, parseCheckId } from '../../../../shared/model/check-id.ts';
import { instantSchema } from '../../../../shared/model/instant.ts';
import type { PageApp, PageDeps } from '../../page-deps.ts';
import { frameOf } from '../../page-frame.ts';
import { paths } from '../../paths.ts';
import { renderOlderIncidents } from './older-incidents.ts';
import { readOlderIncidents, readTouchpoint } from './read-touchpoint.ts';
import { renderTouchpoint } from './render-touchpoint.ts';

/** Which incident the older ones lie before. */
const placeSchema = z.union([
  z.object({ before: z.undefined(), check: z.undefined() }).transform(() => null),
  z
    .object({ before: instantSchema, check: checkIdSchema })
    .transform(({ before, check }) => ({ openedAt: before, checkId: check })),
]);

export function addTouchpointRoute(app: PageApp, deps: PageDeps): void {
  app.get(paths.touchpoint, async (context) => {
    const { id, before, check } = context.req.query();
    const touchpoint = deps.configuration.touchpoints.find((each) => each.id === id);
    const place = placeSchema.safeParse({ before, check });
    if (touchpoint === undefined || !place.success) return context.notFound();
    const frame = frameOf(context, deps);
    if (place.data === null) {
      return context.html(renderTouchpoint(await readTouchpoint(touchpoint, deps, frame), frame));
    }
    if (parseCheckId(place.data.checkId).touchpointId !== touchpoint.id) return context.notFound();
    return context.html(
      renderOlderIncidents(touchpoint, await readOlderIncidents(touchpoint, deps, place.data), frame),
    );
  });
}
