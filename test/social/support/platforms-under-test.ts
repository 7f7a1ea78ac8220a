import { facebookStub, facebookToken } from '../../../examples/social-stubs/facebook.ts';
import { googleCredential } from '../../../examples/social-stubs/google.ts';
import { googleReviewsStub } from '../../../examples/social-stubs/google-reviews.ts';
import { instagramStub, instagramToken } from '../../../examples/social-stubs/instagram.ts';
import { type StubPlatform, serveStub } from '../../../examples/social-stubs/stub-server.ts';
import { telegramStub, telegramToken } from '../../../examples/social-stubs/telegram.ts';
import { trustpilotCredential, trustpilotStub } from '../../../examples/social-stubs/trustpilot.ts';
import { vkStub, vkToken } from '../../../examples/social-stubs/vk.ts';
import { World } from '../../../examples/social-stubs/world.ts';
import { xStub, xToken } from '../../../examples/social-stubs/x.ts';
import { youtubeKey, youtubeStub } from '../../../examples/social-stubs/youtube.ts';
import type { PageKind } from '../../../shared/model/social-platform.ts';
import { aWatchedTouchpoint, type TouchpointOptions, type WatchedTouchpoint } from './a-touchpoint.ts';

/** Pages are reached by an API that a stub can stand in for; the mailbox has a real mail server and stories of its own in test/mailbox. */
interface PlatformUnderTest {
  readonly stub: (world: World) => StubPlatform;
  readonly secret: string;
  readonly account: string;
  /** What customers write there: comments under the business's posts, reviews of it, or posts of their own that mention it. */
  readonly written: 'comments' | 'reviews' | 'mentions';
  /** An allowance of a day or a month; what the others say of too many requests is a throttle. */
  readonly hasQuota: boolean;
}

export const underTest: Readonly<Record<PageKind, PlatformUnderTest>> = {
  facebook: { stub: facebookStub, secret: facebookToken, account: '555', written: 'comments', hasQuota: false },
  instagram: { stub: instagramStub, secret: instagramToken, account: '17841', written: 'comments', hasQuota: false },
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
};

/** A fresh touchpoint of that platform on a stub of its own; close it with `touchpoint.stub.close()`. */
export async function openTouchpoint(
  kind: PageKind,
  startsAt: string,
  options: Partial<TouchpointOptions> = {},
): Promise<WatchedTouchpoint> {
  const { stub, secret, account } = underTest[kind];
  const world = new World(Date.parse(startsAt), { id: account, name: 'Coffee Lab' });
  return aWatchedTouchpoint(kind, await serveStub(stub(world)), { secret, ...options });
}
