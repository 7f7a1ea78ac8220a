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
import type { SocialKind } from '../../../shared/probes/responses/spec.ts';
import { aWatchedTouchpoint, type TouchpointOptions, type WatchedTouchpoint } from './a-touchpoint.ts';

interface PlatformUnderTest {
  readonly stub: (world: World) => StubPlatform;
  readonly secret: string;
  readonly account: string;
}

export const underTest: Readonly<Record<SocialKind, PlatformUnderTest>> = {
  facebook: { stub: facebookStub, secret: facebookToken, account: '555' },
  instagram: { stub: instagramStub, secret: instagramToken, account: '17841' },
  youtube: { stub: youtubeStub, secret: youtubeKey, account: 'UCcoffee' },
  vk: { stub: vkStub, secret: vkToken, account: '888' },
  'google-reviews': {
    stub: googleReviewsStub,
    secret: JSON.stringify(googleCredential),
    account: 'accounts/1/locations/22',
  },
  telegram: { stub: telegramStub, secret: telegramToken, account: '-100111' },
  trustpilot: { stub: trustpilotStub, secret: JSON.stringify(trustpilotCredential), account: 'unit-1' },
  x: { stub: xStub, secret: xToken, account: '4242' },
};

/** A fresh touchpoint of that platform on a stub of its own; close it with `touchpoint.stub.close()`. */
export async function openTouchpoint(
  kind: SocialKind,
  startsAt: string,
  options: Partial<TouchpointOptions> = {},
): Promise<WatchedTouchpoint> {
  const { stub, secret, account } = underTest[kind];
  const world = new World(Date.parse(startsAt), { id: account, name: 'Coffee Lab' });
  return aWatchedTouchpoint(kind, await serveStub(stub(world)), { secret, ...options });
}
