import type { AssessmentFrame } from '../../../shared/evaluation/conversations/conversation.ts';
import { isRecent, mergeObservation } from '../../../shared/evaluation/conversations/history.ts';
import { markNudged, type NudgeFrame } from '../../../shared/evaluation/conversations/nudges.ts';
import { assessWithPast } from '../../../shared/evaluation/conversations/unseen-part.ts';
import type { Conversation, Thread } from '../../../shared/model/conversation.ts';
import type { ConversationStore } from '../../../shared/ports/conversation-store.ts';
import type { ThemeReader } from '../../../shared/ports/theme-reader.ts';
import { SayingRecorder } from '../themes/saying-recorder.ts';

/** Holds what is known, takes in what is seen. Threads are assessed and let go at once: a first poll sees many. */
export class Recorder {
  #known: readonly Conversation[];
  #seen = new Map<string, Conversation>();
  #gone: string[] = [];
  readonly #cutShort = new Set<string>();
  #changed = new Map<string, Conversation>();
  readonly #frame: AssessmentFrame;
  readonly #store: ConversationStore;
  readonly #said: SayingRecorder;

  constructor(
    known: readonly Conversation[],
    frame: AssessmentFrame,
    store: ConversationStore,
    model: ThemeReader | null,
  ) {
    this.#known = known;
    this.#frame = frame;
    this.#store = store;
    this.#said = new SayingRecorder(store, frame, known, model);
  }

  see(thread: Thread): void {
    this.#said.hear(thread);
    if (thread.isCutShort === true) this.#cutShort.add(thread.id);
    else this.#cutShort.delete(thread.id);
    const past = thread.isPartial === true ? this.#known.find(({ id }) => id === thread.id) : undefined;
    const conversation = assessWithPast(thread, past, this.#frame);
    this.#seen.set(conversation.id, conversation);
  }

  /** Threads that the budget ended before their end. */
  get cutShort(): number {
    return this.#cutShort.size;
  }

  miss(id: string): void {
    this.#gone.push(id);
  }

  waiting(): readonly Conversation[] {
    return this.#known.filter(({ state }) => state === 'waiting');
  }

  /** Those that somebody may still write in. */
  closed(): readonly Conversation[] {
    const closed = this.#known.filter(
      (each) => (each.state === 'answered' || each.state === 'no-reply-needed') && isRecent(each, this.#frame.now),
    );
    return closed.toSorted((a, b) => ((a.closedAt ?? '') > (b.closedAt ?? '') ? -1 : 1));
  }

  /** Takes what was seen into what is known. */
  merge(): void {
    const { changed, all } = mergeObservation(
      this.#known,
      { seen: [...this.#seen.values()], gone: this.#gone },
      this.#frame.now,
    );
    this.#known = all;
    this.#seen = new Map();
    this.#gone = [];
    for (const each of changed) this.#changed.set(each.id, each);
  }

  nudge(frame: NudgeFrame): void {
    for (const each of markNudged(this.#known, frame)) this.#changed.set(each.id, each);
    this.#known = this.#known.map((each) => this.#changed.get(each.id) ?? each);
  }

  /** Stores what has changed, and what was said. */
  async flush(): Promise<void> {
    this.merge();
    const changed = [...this.#changed.values()];
    this.#changed = new Map();
    await this.#store.put(changed);
    await this.#said.write();
  }

  all(): readonly Conversation[] {
    return this.#known;
  }
}
