import { z } from 'zod';
import type { Thread } from '../../../shared/model/conversation.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import { type Api, PageGuard } from '../api.ts';
import { type Answer, ApiFault, errorWord, faultByStatus, httpStatus } from '../api-fault.ts';
import {
  aMessage,
  type Platform,
  type PlatformAccess,
  type Poll,
  type PollOutcome,
  platformInstant,
} from '../platform.ts';
import { googleReason, openWithRefresh } from './google-access.ts';

/**
 * Google reviews of one location by the Business Profile API (reviews still live in v4). `page` is
 * `accounts/<id>/locations/<id>`. With nothing new a poll asks for a token, for one page, and for the pages down to the
 * oldest review that waits, at most eight; who is further down is asked for by name.
 */
export const googleReviews: Platform = {
  id: 'google-reviews',
  budget: 60,
  rereadLimit: 40,
  poll,
  async identify(access) {
    const { averageRating, totalReviewCount } = await page(openReviews(access), access.account, undefined);
    return {
      who: `${access.account} (${totalReviewCount === 1 ? '1 review' : `${totalReviewCount ?? 0} reviews`}, ${averageRating?.toFixed(1) ?? 'no'} stars)`,
      may: ['reviews of this location'],
      expiresAt: null,
      renewedBy: 'touchlight',
    };
  },
};

const memorySchema = z
  .object({
    knownUntil: z.number(),
    resume: z.object({ pageToken: z.string(), startedAt: z.number() }).nullable(),
  })
  .catch({ knownUntil: 0, resume: null });

const pagesForWaiting = 8;
const stars: Readonly<Record<string, number>> = { ONE: 1, TWO: 2, THREE: 3, FOUR: 4, FIVE: 5 };

const reviewSchema = z.looseObject({
  name: z.string().optional(),
  reviewId: z.string(),
  reviewer: z.looseObject({ displayName: z.string().optional(), isAnonymous: z.boolean().optional() }).optional(),
  starRating: z.string().optional(),
  comment: z.string().default(''),
  createTime: platformInstant,
  updateTime: platformInstant.optional(),
  reviewReplyUrl: z.string().optional(),
  reviewReply: z
    .looseObject({
      comment: z.string().default(''),
      updateTime: platformInstant.optional(),
      // Clients in the wild read the one or the other.
      reviewReplyState: z.string().optional(),
      state: z.string().optional(),
    })
    .optional(),
});
type Review = z.infer<typeof reviewSchema>;

/** An empty location is `{}`. */
const pageSchema = z.looseObject({
  reviews: z.array(reviewSchema).default([]),
  averageRating: z.number().optional(),
  totalReviewCount: z.number().optional(),
  nextPageToken: z.string().optional(),
});

function page(api: Api, account: string, pageToken: string | undefined) {
  return api.call({
    path: `${account}/reviews`,
    query: { pageSize: 50, orderBy: 'updateTime desc', pageToken },
    schema: pageSchema,
  });
}

async function poll(poll: Poll): Promise<PollOutcome> {
  const api = openReviews(poll);
  const memory = memorySchema.parse(poll.memory);
  const missing = new Set(poll.waiting.map(({ id }) => id));
  const startedAt = memory.resume?.startedAt ?? poll.now;
  const stopAt = Math.max(poll.since, memory.knownUntil - 15 * minuteMs);
  const guard = new PageGuard();
  let averageRating: number | undefined;
  let resume: z.infer<typeof memorySchema>['resume'] = null;
  let pageToken = memory.resume?.pageToken;
  for (let pages = 1; ; pages++) {
    const answer = await page(api, poll.account, pageToken);
    averageRating ??= answer.averageRating;
    for (const review of answer.reviews) {
      missing.delete(review.reviewId);
      poll.onThread(toThread(review));
    }
    const isKnown = answer.reviews.some(({ createTime, updateTime }) => Date.parse(updateTime ?? createTime) < stopAt);
    pageToken = answer.nextPageToken;
    if (pageToken === undefined || (isKnown && (missing.size === 0 || pages >= pagesForWaiting))) break;
    guard.turn(
      pageToken,
      answer.reviews.map(({ reviewId }) => reviewId),
    );
    if (!poll.budget.allowsReading) {
      if (!isKnown) resume = { pageToken, startedAt };
      break;
    }
  }
  if (resume === null) await readByName(api, poll, missing);
  return {
    memory: { knownUntil: resume === null ? startedAt : memory.knownUntil, resume },
    complete: resume === null,
    ...(averageRating !== undefined && { averageRating }),
  };
}

/** A review that no page showed is either far down or gone; only its own address shows which. */
async function readByName(api: Api, poll: Poll, ids: ReadonlySet<string>): Promise<void> {
  for (const id of ids) {
    if (!poll.budget.allowsReading) return;
    try {
      poll.onThread(toThread(await api.call({ path: `${poll.account}/reviews/${id}`, schema: reviewSchema })));
    } catch (error) {
      if (!(error instanceof ApiFault) || error.kind !== 'gone') throw error;
      poll.onGone(id);
    }
  }
}

function toThread(review: Review): Thread {
  const { reviewer, reviewReply } = review;
  const state = reviewReply?.reviewReplyState ?? reviewReply?.state;
  const isRejected = state === 'REJECTED';
  const name = reviewer?.isAnonymous === true ? null : (reviewer?.displayName ?? null);
  const messages = [
    aMessage({
      id: review.reviewId,
      author: { id: null, name, isBusiness: false },
      text: review.comment,
      createdAt: review.createTime,
      editedAt: review.updateTime ?? null,
    }),
  ];
  // A pending reply was given; that Google still looks at it is not the customer's waiting on us.
  if (reviewReply !== undefined && reviewReply.comment.trim() !== '' && !isRejected) {
    messages.push(
      aMessage({
        id: `${review.reviewId}/reply`,
        author: { id: null, name: null, isBusiness: true },
        text: reviewReply.comment,
        createdAt: reviewReply.updateTime ?? review.createTime,
      }),
    );
  }
  return {
    id: review.reviewId,
    place: null,
    kind: 'review',
    permalink: review.reviewReplyUrl ?? 'https://business.google.com/reviews',
    rating: stars[review.starRating ?? ''] ?? null,
    replyRejected: isRejected,
    messages,
  };
}

function openReviews(access: PlatformAccess): Api {
  return openWithRefresh(access, {
    base: access.base ?? 'https://mybusiness.googleapis.com/v4/',
    classify: classifyBusinessProfile,
  });
}

const quotaSchema = z.looseObject({
  error: z.looseObject({
    details: z.array(
      z.looseObject({ metadata: z.looseObject({ quota_limit_value: z.string().optional() }).optional() }),
    ),
  }),
});

/** Of every API of the Business Profile. */
export function classifyBusinessProfile(answer: Answer, now: number): ApiFault | null {
  if (answer.status < 400) return faultByStatus(answer, now);
  const reason = googleReason(answer);
  const clue = reason === null ? httpStatus(answer.status) : errorWord(reason);
  // A project that Google has not approved for this API has a quota of nothing.
  const quota = quotaSchema.safeParse(answer.body);
  const isUnapproved = quota.data?.error.details.some(({ metadata }) => metadata?.quota_limit_value === '0') ?? false;
  if (isUnapproved || reason === 'FAILED_PRECONDITION') return new ApiFault('permission', clue);
  const byStatus = faultByStatus(answer, now);
  return byStatus === null ? null : new ApiFault(byStatus.kind, clue, byStatus.retryAt);
}
