import type { ChannelTarget } from '../../shared/model/channel.ts';
import { toInstant } from '../../shared/model/instant.ts';
import type { Channel } from './channel.ts';
import { ChannelFault } from './channel-fault.ts';
import { type Reader, testMessage } from './message.ts';
import { wordFault } from './word-fault.ts';

export interface Trial {
  readonly ok: boolean;
  /** A whole sentence where it is not. */
  readonly sentence: string | null;
}

export interface TrialDeps {
  readonly target: ChannelTarget;
  readonly channel: Channel;
  readonly reader: Reader;
  readonly now: () => number;
  readonly newToken: () => string;
}

/** Posts a marked test. What would stay open otherwise is ended at once. */
export async function tryChannel({ target, channel, reader, now, newToken }: TrialDeps): Promise<Trial> {
  const [token, at] = [newToken(), toInstant(now())];
  try {
    const place = await channel.post(testMessage(reader, token, at, false));
    if (target.kind === 'pagerduty') await channel.update(place, testMessage(reader, token, at, true));
    return { ok: true, sentence: null };
  } catch (error) {
    if (error instanceof ChannelFault) return { ok: false, sentence: wordFault(error, target) };
    throw error;
  }
}
