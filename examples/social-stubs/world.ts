/** Who writes. The business writes as itself, its page or channel. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** A program, where the platform says so. */
  readonly isBot?: boolean;
}

/** Anything that somebody wrote: a comment, a reply, a visitor's post, a review, a mention. */
export interface Entry {
  readonly id: string;
  /** The post it stands under; null for what stands on its own. */
  readonly postId: string | null;
  /** The first-level entry of its thread; its own id when it is that. */
  readonly rootId: string;
  readonly parentId: string | null;
  /** It shows its parent in a post of its own instead of replying below it. */
  readonly quotes: boolean;
  /** Null: the platform does not tell. */
  readonly author: Person | null;
  readonly byBusiness: boolean;
  text: string;
  readonly at: number;
  editedAt: number | null;
  deleted: boolean;
  hidden: boolean;
  liked: boolean;
  /** What the like looks like, where a platform has several. */
  reaction: 'LIKE' | 'LOVE';
  readonly sticker: boolean;
  /** In a private chat with the business. */
  readonly inPrivate: boolean;
  answeredPrivately: boolean;
  /** Of a review. */
  stars: number | null;
  /** Of an owner's reply to a review. */
  moderation: 'APPROVED' | 'PENDING' | 'REJECTED';
  /** On a phone, where nobody writes: how a call went. */
  readonly call: CallCourse;
}

/** Without anything said: a customer's call rings for 25 seconds and is missed, a call of the business is picked up at once. */
export interface CallCourse {
  /** For how long it rang before that ended. */
  readonly rangMs?: number;
  /** A person picked up; by default only a customer does. */
  readonly pickedUp?: boolean;
  /** A mailbox took it afterwards. */
  readonly voicemail?: boolean;
  /** So many phones rang; the last one is picked up if any is. */
  readonly phones?: number;
}

export interface Post {
  readonly id: string;
  readonly at: number;
  readonly isAd: boolean;
}

export interface Writing {
  readonly by: Person | 'business' | null;
  readonly text: string;
  readonly under?: string;
  readonly replyTo?: string;
  readonly sticker?: boolean;
  readonly inPrivate?: boolean;
  readonly quotes?: boolean;
  readonly stars?: number;
  readonly moderation?: Entry['moderation'];
  readonly call?: CallCourse;
}

/**
 * What really happens on a social page, whatever the platform: people write, the business answers, things are edited,
 * hidden and deleted. The stubs show it as their platforms would. One clock for the stubs and for the probe that polls them.
 */
export class World {
  #clock: () => number;
  readonly business: Person;
  readonly posts: Post[] = [];
  readonly #entries = new Map<string, Entry>();
  readonly #byRoot = new Map<string, Entry[]>();
  readonly #byPost = new Map<string, Entry[]>();
  /** Every change in order, for platforms that push: the entry, and what happened to it. */
  readonly log: {
    readonly entry: Entry;
    readonly what: 'written' | 'edited' | 'liked' | 'unliked' | 'removed';
    readonly at: number;
  }[] = [];
  /** Of a discussion group that is public: `t.me/name`. */
  groupName: string | null = null;
  #lastId = 1000;

  /** @param clock a fixed time that the test moves, or a clock that goes by itself */
  constructor(clock: number | (() => number), business: Person = { id: '555', name: 'Coffee Lab' }) {
    this.#clock = typeof clock === 'number' ? () => clock : clock;
    this.business = business;
  }

  get now(): number {
    return this.#clock();
  }

  set now(ms: number) {
    this.#clock = () => ms;
  }

  /** Lets something happen at another time than now. */
  at<T>(ms: number, happen: () => T): T {
    const clock = this.#clock;
    this.#clock = () => ms;
    try {
      return happen();
    } finally {
      this.#clock = clock;
    }
  }

  addPost(at = this.now, isAd = false): string {
    const id = this.#nextId();
    this.posts.push({ id, at, isAd });
    this.#byPost.set(id, []);
    return id;
  }

  write({
    by,
    text,
    under,
    replyTo,
    sticker = false,
    inPrivate = false,
    quotes = false,
    stars,
    moderation = 'APPROVED',
    call = {},
  }: Writing): string {
    const id = this.#nextId();
    const parent = replyTo === undefined ? null : this.entry(replyTo);
    const entry: Entry = {
      id,
      postId: parent?.postId ?? under ?? null,
      rootId: parent?.rootId ?? id,
      parentId: parent?.id ?? null,
      quotes,
      author: by === 'business' ? this.business : by,
      byBusiness: by === 'business',
      text,
      at: this.now,
      editedAt: null,
      deleted: false,
      hidden: false,
      liked: false,
      reaction: 'LIKE',
      sticker,
      inPrivate: parent?.inPrivate ?? inPrivate,
      answeredPrivately: false,
      stars: stars ?? null,
      moderation,
      call,
    };
    this.#entries.set(id, entry);
    const thread = this.#byRoot.get(entry.rootId);
    if (thread === undefined) this.#byRoot.set(entry.rootId, [entry]);
    else thread.push(entry);
    if (entry.postId !== null) this.#byPost.get(entry.postId)?.push(entry);
    this.log.push({ entry, what: 'written', at: this.now });
    return id;
  }

  edit(id: string, text: string): void {
    const entry = this.entry(id);
    entry.text = text;
    entry.editedAt = this.now;
    this.log.push({ entry, what: 'edited', at: this.now });
  }

  /** By the business; `false` takes it back. */
  like(id: string, liked = true, reaction: Entry['reaction'] = 'LIKE'): void {
    const entry = this.entry(id);
    entry.liked = liked;
    entry.reaction = reaction;
    this.log.push({ entry, what: liked ? 'liked' : 'unliked', at: this.now });
  }

  /** With everything below it, as platforms do. */
  remove(id: string): void {
    const entry = this.entry(id);
    entry.deleted = true;
    this.log.push({ entry, what: 'removed', at: this.now });
    for (const other of this.thread(entry.rootId)) if (other.parentId === id) other.deleted = true;
  }

  entry(id: string): Entry {
    const entry = this.#entries.get(id);
    if (entry === undefined) throw new Error(`Nobody wrote anything with the id ${id}.`);
    return entry;
  }

  find(id: string): Entry | undefined {
    return this.#entries.get(id);
  }

  /** A first-level entry and what is below it, oldest first, deleted ones included. */
  thread(rootId: string): readonly Entry[] {
    return this.#byRoot.get(rootId) ?? [];
  }

  /** Everything under a post, oldest first. */
  under(postId: string): readonly Entry[] {
    return this.#byPost.get(postId) ?? [];
  }

  /** First-level entries, oldest first. */
  roots(): Entry[] {
    return [...this.#entries.values()].filter(({ id, rootId }) => id === rootId);
  }

  entries(): IterableIterator<Entry> {
    return this.#entries.values();
  }

  #nextId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }
}
