import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { backWith } from '../acting/outcomes.ts';
import type { PageApp, PageDeps, PageEnvironment } from '../page-deps.ts';
import { frameOf } from '../page-frame.ts';
import { paths, touchpointPath } from '../paths.ts';
import { sameOriginOnly } from '../same-origin.ts';
import { renderRefusal } from '../views/refusal.ts';
import type { Sent } from './read-answers.ts';
import { localMinute, readVisit } from './read-visit.ts';
import { renderScore } from './render-score.ts';
import { scoredIn } from './scored-in.ts';

const largestForm = 128 * 1024;
const manyFields = 500;

/** A scorecard is filled in on the page and kept where imported ones lie: the check then reads it like any other. */
export function addScoreRoute(app: PageApp, deps: PageDeps): void {
  const { keepVisit, configuration } = deps;
  const { language, page } = configuration;
  app.get(paths.score, (context) => {
    const found = scoredIn(context.req.query('id'), configuration);
    if (found === null) return context.notFound();
    if (context.get('session').role !== 'operator') return context.html(renderRefusal('reader', language), 403);
    const frame = frameOf(context, deps);
    // Named here, so that a form that is sent twice is one visit.
    const sent = { visit: randomUUID(), at: localMinute(frame.now, configuration.timeZone) };
    return context.html(renderScore({ ...found, sent, missing: [] }, frame));
  });
  app.post(
    paths.score,
    sameOriginOnly(page?.url ?? null, language),
    bodyLimit({ maxSize: largestForm, onError: (context) => context.redirect(refused, 303) }),
    async (context) => {
      if (context.get('session').role !== 'operator') return context.html(renderRefusal('reader', language), 403);
      const sent = await sentIn(context);
      const found = scoredIn(sent['touchpoint'], configuration);
      if (found === null || !isVisitName(sent['visit'])) return context.redirect(refused, 303);
      const frame = frameOf(context, deps);
      const reading = readVisit(sent, { ...found, timeZone: configuration.timeZone, now: frame.now });
      if ('missing' in reading)
        return context.html(renderScore({ ...found, sent, missing: reading.missing }, frame), 422);
      await keepVisit(found.check, reading.visit);
      return context.redirect(backWith({ done: 'scored' }, touchpointPath(found.touchpoint.id)), 303);
    },
  );
}

const refused = backWith({ failed: 'form-unreadable' }, undefined);

/** It becomes a part of a file's name. */
function isVisitName(name: string | undefined): boolean {
  return name !== undefined && /^[0-9a-f-]{36}$/.test(name);
}

/** Of fields with the same name the last that says something counts. */
async function sentIn(context: Context<PageEnvironment>): Promise<Sent> {
  const body: Record<string, unknown> = await context.req.parseBody({ all: true }).catch(() => ({}));
  return Object.fromEntries(
    Object.entries(body)
      .slice(0, manyFields)
      .flatMap(([name, value]) => {
        const texts = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string');
        return texts.length === 0 ? [] : [[name, texts.findLast((each) => each.trim() !== '') ?? ''] as const];
      }),
  );
}
