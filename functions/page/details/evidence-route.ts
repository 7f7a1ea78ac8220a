import type { Context } from 'hono';
import type { Check } from '../../../shared/model/check.ts';
import type { Evidence } from '../../../shared/model/evidence.ts';
import { toInstant } from '../../../shared/model/instant.ts';
import type { PageApp, PageDeps, PageEnvironment, Session } from '../page-deps.ts';
import { paths } from '../paths.ts';
import { mayQuoteCustomers } from './customers-words.ts';
import { runOfReference } from './run-of-reference.ts';

/** No reference is longer: a folder's path and a check's id. */
const longestReference = 2000;
/** Checks of one probe on many pages, one of which the reference may belong to. */
const candidatesAtMost = 20;

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; sandbox";
/** Everything else is saved, not shown: a picture may be a script under another name. */
const shownTypes = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** A piece of evidence, if a stored result of a configured check has it. */
export function addEvidenceRoute(app: PageApp, deps: PageDeps): void {
  app.get(paths.evidence, async (context) => {
    const reference = context.req.query('ref') ?? '';
    const evidence = await findEvidence(reference, context.get('session'), deps);
    const opened = evidence === null ? null : await deps.openEvidence(evidence.reference);
    if (evidence === null || opened === null) return context.notFound();
    context.header('Cache-Control', 'no-store');
    if (opened.kind === 'elsewhere') return context.redirect(opened.url, 302);
    return answerFile(context, evidence, opened);
  });
}

/** What customers wrote may be in it. */
export function mayOpenEvidenceOf(check: Check, { role }: Session): boolean {
  return role === 'operator' || !mayQuoteCustomers(check);
}

/**
 * The reference tells which run it is of; that the run's result names this very reference is what lets it be opened. Reads one
 * result of each check that it may be of.
 */
async function findEvidence(
  reference: string,
  session: Session,
  { configuration, stores }: PageDeps,
): Promise<Evidence | null> {
  if (reference.length > longestReference) return null;
  const run = runOfReference(reference);
  if (run === null) return null;
  const candidates = configuration.touchpoints
    .flatMap(({ checks }) => checks)
    .filter((check) => run.mayBeOf(check.id) && mayOpenEvidenceOf(check, session))
    .slice(0, candidatesAtMost);
  const range = { from: run.scheduledAt, to: toInstant(Date.parse(run.scheduledAt) + 1) };
  const results = await Promise.all(candidates.map(({ id }) => stores.results.list(id, range)));
  return (
    results
      .flat()
      .flatMap(({ evidence }) => evidence)
      .find((each) => each.reference === reference) ?? null
  );
}

function answerFile(
  context: Context<PageEnvironment>,
  { name }: Evidence,
  { bytes, contentType }: { readonly bytes: Uint8Array; readonly contentType: string },
): Response {
  const isShown = shownTypes.has(contentType);
  const disposition = `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`;
  return context.body(new Uint8Array(bytes), 200, {
    'Content-Type': isShown ? contentType : 'application/octet-stream',
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    ...(!isShown && { 'Content-Disposition': disposition }),
  });
}
