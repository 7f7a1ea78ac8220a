import { z } from 'zod';
import type { Thread } from '../../../shared/model/conversation.ts';
import { minuteMs } from '../../../shared/model/time-spans.ts';
import { type Api, PageGuard } from '../api.ts';
import { ApiFault, faultByStatus } from '../api-fault.ts';
import {
  aMessage,
  type Platform,
  type PlatformAccess,
  type Poll,
  type PollOutcome,
  part,
  platformInstant,
} from '../platform.ts';

/**
 * Trustpilot reviews by the private business API; `page` is the business unit's id, the secret holds `apiKey` and
 * `apiSecret`. With nothing new a poll makes four calls: a token, the score, the newest hundred reviews, and those without
 * a reply (one call per hundred). An access token lives 100 hours, but a poll makes its own: none is ever stored.
 */
export const trustpilot: Platform = {
  id: 'trustpilot',
  budget: 40,
  rereadLimit: 20,
  poll,
  async identify(access) {
    const unit = await score(openTrustpilot(access), access);
    return {
      who: `${unit.displayName ?? 'business unit'} (${access.account})`,
      may: ['private reviews of this business unit'],
      expiresAt: null,
      renewedBy: 'touchlight',
    };
  },
};

const memorySchema = z
  .object({ knownUntil: z.number(), resume: z.object({ page: z.number(), startedAt: z.number() }).nullable() })
  .catch({ knownUntil: 0, resume: null });

const reviewSchema = z.looseObject({
  id: z.string(),
  stars: z.number().optional(),
  title: z.string().nullish(),
  text: z.string().nullish(),
  createdAt: platformInstant,
  updatedAt: platformInstant.nullish(),
  companyReply: z.looseObject({ text: z.string().nullish(), createdAt: platformInstant }).nullish(),
  consumer: z.looseObject({ id: z.string().optional(), displayName: z.string().optional() }).optional(),
  status: z.string().default('active'),
});
type Review = z.infer<typeof reviewSchema>;

const pageSchema = z.looseObject({
  reviews: z.array(reviewSchema).default([]),
  links: z.array(z.looseObject({ rel: z.string().optional() })).default([]),
});
const unitSchema = z.looseObject({
  displayName: z.string().optional(),
  score: z.looseObject({ trustScore: z.number().optional() }).optional(),
});
const pageSize = 100;

async function poll(poll: Poll): Promise<PollOutcome> {
  const api = openTrustpilot(poll);
  const memory = memorySchema.parse(poll.memory);
  const missing = new Set(poll.waiting.map(({ id }) => id));
  const take = (review: Review): void => {
    missing.delete(review.id);
    poll.onThread(toThread(review));
  };
  const unit = await score(api, poll);
  const startDateTime = new Date(poll.since).toISOString().slice(0, 19);
  const stopAt = memory.knownUntil - 15 * minuteMs;
  const startedAt = memory.resume?.startedAt ?? poll.now;
  const left = await readPages(api, poll, { startDateTime }, memory.resume?.page ?? 1, (reviews) => {
    for (const review of reviews) take(review);
    return reviews.some(({ createdAt }) => Date.parse(createdAt) < stopAt);
  });
  await readPages(api, poll, { startDateTime, responded: 'false' }, 1, (reviews) => {
    for (const review of reviews) take(review);
    return false;
  });
  await readById(api, poll, missing);
  const trustScore = unit.score?.trustScore;
  return {
    memory:
      left === null
        ? { knownUntil: startedAt, resume: null }
        : { knownUntil: memory.knownUntil, resume: { page: left, startedAt } },
    complete: left === null,
    ...(trustScore !== undefined && { averageRating: trustScore }),
  };
}

/** @returns the page at which the budget ended, or null at the end (or where `take` has seen enough) */
async function readPages(
  api: Api,
  poll: Poll,
  filter: Readonly<Record<string, string>>,
  first: number,
  take: (reviews: readonly Review[]) => boolean,
): Promise<number | null> {
  const guard = new PageGuard();
  for (let page = first; ; page++) {
    const answer = await api.call({
      path: `private/business-units/${poll.account}/reviews`,
      query: { ...filter, orderBy: 'createdat.desc', perPage: pageSize, page },
      schema: pageSchema,
    });
    const isEnough = take(answer.reviews);
    const hasNext = answer.links.some(({ rel }) => rel === 'next-page');
    if (isEnough || answer.reviews.length === 0 || !hasNext) return null;
    guard.turn(
      String(page),
      answer.reviews.map(({ id }) => id),
    );
    if (!poll.budget.allowsReading) return page + 1;
  }
}

/** Neither among the newest nor among those without a reply: answered meanwhile, or gone. */
async function readById(api: Api, poll: Poll, ids: ReadonlySet<string>): Promise<void> {
  for (const id of ids) {
    if (!poll.budget.allowsReading) return;
    try {
      poll.onThread(toThread(await api.call({ path: `private/reviews/${id}`, schema: reviewSchema })));
    } catch (error) {
      if (!(error instanceof ApiFault) || error.kind !== 'gone') throw error;
      poll.onGone(id);
    }
  }
}

function toThread(review: Review): Thread {
  const text = [review.title, review.text].filter((part) => part).join(': ');
  const messages = [
    aMessage({
      id: review.id,
      author: { id: review.consumer?.id ?? null, name: review.consumer?.displayName ?? null, isBusiness: false },
      text,
      createdAt: review.createdAt,
      editedAt: review.updatedAt ?? null,
      // Reported and archived reviews are not shown to the public.
      hidden: review.status !== 'active',
    }),
  ];
  if (review.companyReply) {
    messages.push(
      aMessage({
        id: `${review.id}/reply`,
        author: { id: null, name: null, isBusiness: true },
        text: review.companyReply.text ?? '',
        createdAt: review.companyReply.createdAt,
      }),
    );
  }
  return {
    id: review.id,
    place: null,
    kind: 'review',
    permalink: `https://www.trustpilot.com/reviews/${review.id}`,
    rating: review.stars ?? null,
    replyRejected: false,
    messages,
  };
}

function score(api: Api, { account }: PlatformAccess) {
  return api.call({ path: `business-units/${account}`, schema: unitSchema });
}

const tokenSchema = z.looseObject({ access_token: z.string() });

function openTrustpilot(access: PlatformAccess): Api {
  const base = access.base ?? 'https://api.trustpilot.com/v1/';
  const key = part(access.credential, 'apiKey');
  const basic = Buffer.from(`${key}:${part(access.credential, 'apiSecret')}`).toString('base64');
  const tokens = access.open({
    base,
    classify: faultByStatus,
    headers: async () => ({ authorization: `Basic ${basic}` }),
  });
  let token: string | null = null;
  const renew = async (): Promise<void> => {
    const path = 'oauth/oauth-business-users-for-applications/accesstoken';
    token = (await tokens.call({ path, form: { grant_type: 'client_credentials' }, schema: tokenSchema })).access_token;
  };
  return access.open({
    base,
    classify: faultByStatus,
    renew,
    headers: async () => {
      if (token === null) await renew();
      return { authorization: `Bearer ${token ?? ''}`, apikey: key };
    },
  });
}
