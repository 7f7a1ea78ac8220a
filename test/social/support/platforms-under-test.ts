import { coffeeLabNumber } from '../../../examples/social-stubs/calls.ts';
import { facebookStub, facebookToken } from '../../../examples/social-stubs/facebook.ts';
import { googleCredential } from '../../../examples/social-stubs/google.ts';
import { googleReviewsStub } from '../../../examples/social-stubs/google-reviews.ts';
import { instagramStub, instagramToken } from '../../../examples/social-stubs/instagram.ts';
import { linkedInStub, linkedInToken } from '../../../examples/social-stubs/linkedin.ts';
import { type StubPlatform, serveStub } from '../../../examples/social-stubs/stub-server.ts';
import { telegramStub, telegramToken } from '../../../examples/social-stubs/telegram.ts';
import { threadsStub, threadsToken } from '../../../examples/social-stubs/threads.ts';
import { tikTokStub, tikTokToken } from '../../../examples/social-stubs/tiktok.ts';
import { trustpilotCredential, trustpilotStub } from '../../../examples/social-stubs/trustpilot.ts';
import { twilioCredential, twilioStub } from '../../../examples/social-stubs/twilio.ts';
import { vkStub, vkToken } from '../../../examples/social-stubs/vk.ts';
import { World } from '../../../examples/social-stubs/world.ts';
import { xStub, xToken } from '../../../examples/social-stubs/x.ts';
import { youtubeKey, youtubeStub } from '../../../examples/social-stubs/youtube.ts';
import { zadarmaCredential, zadarmaStub } from '../../../examples/social-stubs/zadarma.ts';
import type { SocialKind } from '../../../shared/model/social-platform.ts';
import { aWatchedTouchpoint, type TouchpointOptions, type WatchedTouchpoint } from './a-touchpoint.ts';

interface PlatformUnderTest {
  readonly stub: (world: World) => StubPlatform;
  readonly secret: string;
  readonly account: string;
  /** What customers write there: comments under the business's posts, reviews of it, or posts of their own that mention it; or they call. */
  readonly written: 'comments' | 'reviews' | 'mentions' | 'calls';
  /** An allowance of a day or a month; what the others say of too many requests is a throttle. */
  readonly hasQuota: boolean;
  readonly options?: TouchpointOptions['options'];
}

/** All that are asked over HTTP. Files are read in test/calls/, mailboxes on a real server in test/mailbox/. */
export type KindUnderTest = Exclude<SocialKind, 'call-files' | 'mailbox'>;

const phone = {
  numbers: [coffeeLabNumber],
  misdialSeconds: 5,
  timeZone: 'Europe/Kyiv',
  folder: null,
  columns: {},
};

export const underTest: Readonly<Record<KindUnderTest, PlatformUnderTest>> = {
  facebook: { stub: facebookStub, secret: facebookToken, account: '555', written: 'comments', hasQuota: false },
  instagram: { stub: instagramStub, secret: instagramToken, account: '17841', written: 'comments', hasQuota: false },
  threads: {
    stub: threadsStub,
    secret: threadsToken,
    account: '26001',
    written: 'comments',
    hasQuota: false,
    // It knows people by their names.
    options: { staff: ['olena.barista'] },
  },
  tiktok: {
    stub: tikTokStub,
    secret: tikTokToken,
    account: '-000abcDEF',
    written: 'comments',
    hasQuota: false,
    options: { staff: ['olena.barista'] },
  },
  linkedin: {
    stub: linkedInStub,
    secret: linkedInToken,
    account: '12345678',
    written: 'comments',
    hasQuota: true,
    options: { staff: ['urn:li:person:777'] },
  },
  youtube: { stub: youtubeStub, secret: youtubeKey, account: 'UCcoffee', written: 'comments', hasQuota: true },
  vk: { stub: vkStub, secret: vkToken, account: '888', written: 'comments', hasQuota: true },
  'google-reviews': {
    stub: googleReviewsStub,
    secret: JSON.stringify(googleCredential),
    account: 'accounts/1/locations/22',
    written: 'reviews',
    hasQuota: false,
  },
  telegram: { stub: telegramStub, secret: telegramToken, account: '-100111', written: 'comments', hasQuota: false },
  trustpilot: {
    stub: trustpilotStub,
    secret: JSON.stringify(trustpilotCredential),
    account: 'unit-1',
    written: 'reviews',
    hasQuota: false,
  },
  x: { stub: xStub, secret: xToken, account: '4242', written: 'mentions', hasQuota: true },
  twilio: {
    stub: twilioStub,
    secret: JSON.stringify(twilioCredential),
    account: coffeeLabNumber,
    written: 'calls',
    hasQuota: false,
    options: { phone },
  },
  zadarma: {
    stub: zadarmaStub,
    secret: JSON.stringify(zadarmaCredential),
    account: coffeeLabNumber,
    written: 'calls',
    hasQuota: false,
    options: { phone },
  },
};

export const kindsUnderTest = Object.keys(underTest) as readonly KindUnderTest[];

/** A fresh touchpoint of that platform on a stub of its own; close it with `touchpoint.stub.close()`. */
export async function openTouchpoint(
  kind: KindUnderTest,
  startsAt: string,
  options: Partial<TouchpointOptions> = {},
): Promise<WatchedTouchpoint> {
  const { stub, secret, account, options: own = {} } = underTest[kind];
  const world = new World(Date.parse(startsAt), { id: account, name: 'Coffee Lab' });
  return aWatchedTouchpoint(kind, await serveStub(stub(world)), {
    secret,
    ...options,
    options: { ...own, ...options.options },
  });
}
