import { z } from 'zod';
import { boardEntrySchema, incidentsOnBoard, stripDays } from './board.ts';
import { checkSchema } from './check.ts';
import { checkIdSchema } from './check-id.ts';
import {
  authorLimit,
  type ConversationReason,
  type ConversationState,
  conversationKindSchema,
  conversationReasonSchema,
  conversationSchema,
  conversationStateSchema,
  textLimit,
} from './conversation.ts';
import { findingSchema, quoted, statementSchema } from './finding.ts';
import { shorten } from './foreign-text.ts';
import { foreignTextSchema } from './foreign-text-schema.ts';
import { badLightSchema, incidentSchema, incidentStates } from './incident.ts';
import { lightSchema } from './light.ts';
import { sentSchema } from './notification.ts';
import { nudgeSchema, nudgesAtMost } from './nudge.ts';
import type { Unit } from './probe-spec.ts';
import { sentReasonSchema } from './reason.ts';
import { outcomeSchema, resultSchema } from './result.ts';
import { insteadReasonSchema, sayingSchema } from './saying.ts';
import { lightsKept, statusSchema } from './status.ts';
import { submissionSchema } from './submission.ts';
import { themeSchema } from './theme.ts';
import { tolerant } from './tolerant.ts';
import { visitRequestSchema } from './visit.ts';

/*
 * What is read back from the table, a queue or a file may have been written by a later version that was rolled back. Keys that
 * this version does not know are left out. A word that it does not know becomes the most careful one it has: a light is grey,
 * an outcome unknown. Writing keeps to the strict schemas.
 */

/** Is the item about a check that this version knows? Of others nothing can be said here: they are left out of lists. */
export function isOfKnownCheck({ checkId }: Readonly<Record<string, unknown>>): boolean {
  return typeof checkId !== 'string' || checkIdSchema.safeParse(checkId).success;
}

/** Is it a reason that this version knows? */
export function isOfKnownReason({ reason }: Readonly<Record<string, unknown>>): boolean {
  return typeof reason !== 'string' || sentReasonSchema.safeParse(reason).success;
}

/** What has no words here is not worded wrongly: only its kind is lost. */
const storedFinding = findingSchema.catch({ kind: 'cause', cause: null, says: { id: 'later-version', params: {} } });

/** A later version may keep more of it; cleaned like all that others wrote, and never cut within a character. */
function within(limit: number) {
  return foreignTextSchema.transform((text) => shorten(text, limit, ''));
}

/** Earlier versions stored ready-made sentences. */
const storedStatement = z.preprocess((raw) => (typeof raw === 'string' ? quoted(raw) : raw), statementSchema);
const textSchema = z.looseObject({ text: z.string() });

const shortNudges = z
  .array(
    z.preprocess((raw) => {
      const { data } = textSchema.safeParse(raw);
      return data === undefined || 'says' in data ? raw : { ...data, says: quoted(data.text) };
    }, nudgeSchema),
  )
  .transform((nudges) => nudges.slice(0, nudgesAtMost))
  .optional();

const earlierFindingSchema = z.looseObject({
  reason: z.string(),
  measurement: z.string().nullish(),
  comparison: z.looseObject({ value: z.number(), bound: z.number(), side: z.string() }).nullish(),
  cause: z.string().nullish(),
});

/** Of an earlier version: its numbers where it kept them, and its ready-made sentence. */
function withFinding(raw: unknown): unknown {
  const { data } = earlierFindingSchema.safeParse(raw);
  if (data === undefined || 'finding' in data) return raw;
  const { reason, measurement = null, comparison = null, cause = null } = data;
  const says = quoted(reason);
  if (measurement === null || comparison === null) return { ...data, finding: { kind: 'cause', cause, says } };
  const { value, bound, side } = comparison;
  const unit = unitInName(measurement);
  return { ...data, finding: { kind: 'measurement', id: measurement, value, bound, side, unit, because: says } };
}

/** Measurements have their unit in their name. */
function unitInName(name: string): Unit {
  const [, unit] = /(Ms|Bytes|Minutes|Ratio|DaysLeft|[sS]core)$/.exec(name) ?? [];
  switch (unit) {
    case 'Ms':
      return 'ms';
    case 'Bytes':
      return 'bytes';
    case 'Minutes':
      return 'minutes';
    case 'Ratio':
      return 'ratio';
    case 'DaysLeft':
      return 'days';
    case undefined:
      return name === 'cls' ? 'number' : 'count';
    default:
      return 'score';
  }
}

/** A state that is not known follows from what has happened to the incident so far. */
function withKnownState(raw: unknown): unknown {
  const parsed = z.looseObject({ state: z.string(), openedAt: z.unknown(), resolvedAt: z.unknown() }).safeParse(raw);
  if (!parsed.success || incidentStates.some((state) => state === parsed.data.state)) return raw;
  const { openedAt, resolvedAt } = parsed.data;
  const state = openedAt === null ? 'suspected' : resolvedAt === null ? 'open' : 'resolved';
  return { ...parsed.data, state };
}

const incidentShape = z.preprocess(
  (raw) => withFinding(withKnownState(raw)),
  incidentSchema.extend({
    // The weaker claim; the next run says more.
    light: badLightSchema.catch('yellow'),
    worstLight: badLightSchema.catch('yellow'),
    finding: storedFinding,
  }),
);
export const storedIncident = tolerant(incidentShape);

const { open, strip, grey } = boardEntrySchema.shape;
/** The page shows what it can of it; the next sweep writes it again. */
export const storedBoardEntry = tolerant(
  boardEntrySchema.extend({
    light: lightSchema.nullable().catch('unknown'),
    grey: grey.catch(undefined),
    open: z
      .array(open.element.extend({ incident: incidentShape }).nullable().catch(null))
      .transform((all) => all.flatMap((one) => one ?? []).slice(0, incidentsOnBoard)),
    strip: strip.extend({
      lights: z.string().transform((lights) => lights.replaceAll(/[^gyru-]/g, 'u').slice(-stripDays)),
    }),
  }),
);

/** An earlier version stored a sentence and the cause beside it. */
function withLastFinding(raw: unknown): unknown {
  const { data } = z.looseObject({ lastReason: z.string(), lastCause: z.string().nullish() }).safeParse(raw);
  if (data === undefined || 'lastFinding' in data) return raw;
  const { lastReason, lastCause = null } = data;
  return { ...data, lastFinding: { kind: 'cause', cause: lastCause, says: quoted(lastReason) } };
}

const statusShape = z.preprocess(
  withLastFinding,
  statusSchema.extend({
    light: lightSchema.catch('unknown'),
    lastOutcome: outcomeSchema.catch('unknown'),
    lastLights: z.array(lightSchema.catch('unknown')).transform((lights) => lights.slice(-lightsKept)),
    lastFinding: storedFinding,
    incident: incidentShape.nullable(),
    nudges: shortNudges,
  }),
);
export const storedStatus = tolerant(statusShape);

export const storedSent = tolerant(sentSchema.extend({ light: lightSchema.catch('unknown') }));

export const storedResult = tolerant(
  resultSchema.extend({
    outcome: outcomeSchema.catch('unknown'),
    reason: storedStatement,
    facts: z.record(z.string(), storedStatement),
    nudges: shortNudges,
  }),
);

const reasonOfState: Readonly<Record<ConversationState, ConversationReason>> = {
  waiting: 'unanswered',
  answered: 'answered',
  'no-reply-needed': 'own',
  gone: 'deleted',
  expired: 'too-old',
};

/** Themes that only a later version knows are left out. */
const knownThemes = z.array(themeSchema.nullable().catch(null)).transform((all) => all.flatMap((each) => each ?? []));

export const storedSaying = tolerant(
  sayingSchema.extend({
    kind: conversationKindSchema.catch('comment'),
    complaints: knownThemes,
    praises: knownThemes,
    // The weaker claim: it may be asked again.
    instead: z.strictObject({ of: z.string(), why: insteadReasonSchema.catch('unanswered') }).optional(),
  }),
);

/** `forgotten` must be honoured whatever else is not understood, so that nobody comes back who asked to be forgotten. */
export const storedConversation = tolerant(
  conversationSchema
    .extend({
      kind: conversationKindSchema.catch('comment'),
      state: conversationStateSchema.nullable().catch(null),
      reason: conversationReasonSchema.nullable().catch(null),
      author: within(authorLimit),
      text: within(textLimit),
    })
    .transform(({ state, reason, ...rest }) => {
      const isWaiting = rest.waitingSince !== null && rest.closedAt === null;
      const known = state ?? (isWaiting ? 'waiting' : 'expired');
      return { ...rest, state: known, reason: reason ?? reasonOfState[known] };
    }),
);

const submissionOutcome = submissionSchema.shape.outcome.unwrap();
export const storedSubmission = tolerant(
  submissionSchema.extend({
    outcome: submissionOutcome
      .extend({
        outcome: outcomeSchema.catch('unknown'),
        reason: storedStatement,
        facts: z.record(z.string(), storedStatement),
      })
      .nullable(),
  }),
);

/** Checks of a later version's kind are left to it; a visit without any other is refused. */
export const receivedVisit = tolerant(
  visitRequestSchema.extend({
    checks: z
      .array(z.unknown())
      .transform((checks) =>
        checks.flatMap((check) => {
          const { data } = tolerant(checkSchema).safeParse(check);
          return data === undefined ? [] : [data];
        }),
      )
      .refine((checks) => checks.length > 0, 'must hold a check that this version knows'),
  }),
);
