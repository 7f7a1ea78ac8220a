import type { Light } from '../../shared/model/light.ts';
import type { EvidenceReader } from '../../shared/ports/evidence-store.ts';
import type { SecretReader } from '../../shared/ports/secret-reader.ts';
import type { Transport } from './http.ts';

/** An alert about one subject, ready to be put into the form of a channel. All texts are on one line each. */
export interface ChannelMessage {
  /** The subject's key: the same for all that is said about it. */
  readonly subject: string;
  /** The same when the same is sent again. */
  readonly id: string;
  readonly checkId: string;
  readonly touchpointId: string;
  readonly reason: string;
  readonly light: Light;
  readonly isEnd: boolean;
  /** "🔴 RED website" */
  readonly title: string;
  /** What happened, in whole sentences. */
  readonly text: string;
  /** Label and value: the check, since when, expected, actual. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly todo: { readonly label: string; readonly text: string };
  readonly button: { readonly label: string; readonly url: string } | null;
  /** The reference of the picture to show first. */
  readonly picture: string | null;
  /** ISO-8601 UTC. */
  readonly createdAt: string;
  /** Behind text that had to be cut. */
  readonly cut: string;
  /** The alert with this notice alone, for software. */
  readonly data: object;
}

/** A post that had arrived. */
interface FoundPost {
  readonly place: string;
  /** The id of the message that it shows; null where it does not say. */
  readonly shows: string | null;
}

/** One place to which alerts are posted, in its own form. */
export interface Channel {
  /** Milliseconds between two requests. */
  readonly gapMs: number;
  /** @returns where the post is, in the channel's own words */
  post(message: ChannelMessage): Promise<string>;
  /**
   * Shows the message in the post that is there, and tells its readers.
   * @returns where it is now
   */
  update(place: string, message: ChannelMessage): Promise<string>;
  /** Looks for a post that may have arrived; absent where the channel cannot tell. @param since ISO-8601 */
  find?(message: ChannelMessage, since: string): Promise<FoundPost | null>;
}

/** How a channel reaches the world. */
export interface ChannelIo {
  readonly transport: Transport;
  readonly secrets: SecretReader;
  /** Null where no picture can be read. */
  readonly evidence: EvidenceReader | null;
  /** Waits for the turn of a request. */
  readonly pace: () => Promise<void>;
  /** Epoch milliseconds. */
  readonly now: () => number;
}
