import { withoutIdentifiers } from '../../../shared/evaluation/themes/without-identifiers.ts';
import type { Conversation, Thread } from '../../../shared/model/conversation.ts';
import { type Instant, toInstant } from '../../../shared/model/instant.ts';
import type { Saying } from '../../../shared/model/saying.ts';
import type { ConversationStore } from '../../../shared/ports/conversation-store.ts';
import type { ThemeReader } from '../../../shared/ports/theme-reader.ts';
import { type HeardText, hashOfWords, readByLexicon, type SayingFrame, textsIn } from './sayings.ts';

type SayingStore = Pick<ConversationStore, 'listSayings' | 'putSayings'>;

/** Texts that are read side by side, and then stored: what a killed poll may have to ask again. */
const readAtOnce = 8;

/** Collects what customers say while a poll reads, and writes what is new. Polls read the same messages again and again. */
export class SayingRecorder {
  readonly #heard = new Map<string, HeardText>();
  readonly #store: SayingStore;
  readonly #frame: SayingFrame;
  readonly #forgotten: ReadonlySet<string>;
  readonly #model: ThemeReader | null;

  /**
   * @param known whose author was forgotten has no voice here either
   * @param model reads what everybody can read; without it, and where it fails, the lexicon does
   */
  constructor(
    store: SayingStore,
    frame: SayingFrame,
    known: readonly Pick<Conversation, 'id' | 'forgotten'>[],
    model: ThemeReader | null = null,
  ) {
    this.#store = store;
    this.#frame = frame;
    this.#forgotten = new Set(known.filter(({ forgotten }) => forgotten).map(({ id }) => id));
    this.#model = model;
  }

  hear(thread: Thread): void {
    const isForgotten = this.#forgotten.has(thread.id);
    for (const each of textsIn(thread, this.#frame)) {
      const forgotten = { ...each, saying: { ...each.saying, voice: null }, isForgotten: true };
      this.#heard.set(each.saying.id, isForgotten ? forgotten : each);
    }
  }

  async write(): Promise<void> {
    const heard = [...this.#heard.values()];
    this.#heard.clear();
    const written = spanOf(heard);
    if (written === null) return;
    const stored = await this.#store.listSayings(this.#frame.checkId, written);
    const known = new Map(stored.map((each) => [each.id, each]));
    const model = this.#model;
    // Who asked to be forgotten is not sent anywhere either.
    const isAsked = ({ isOpen, isForgotten }: HeardText): boolean => model !== null && isOpen && !isForgotten;
    const readHere = (each: HeardText): Promise<Saying> => keptOrByLexicon(each, known.get(each.saying.id), model);
    const here = await Promise.all(heard.filter((each) => !isAsked(each)).map(readHere));
    await this.#put(here, known);
    if (model === null) return;
    const asked = heard.filter(isAsked);
    for (let next = 0; next < asked.length; next += readAtOnce) {
      const some = asked.slice(next, next + readAtOnce);
      await this.#put(await Promise.all(some.map((each) => readOnce(each, known.get(each.saying.id), model))), known);
    }
  }

  #put(read: readonly Saying[], known: ReadonlyMap<string, Saying>): Promise<void> {
    return this.#store.putSayings(read.flatMap((saying) => unlessKnown(saying, known.get(saying.id))));
  }
}

/** A model is asked about the same words once, unless nothing came of it that could have been paid. */
async function readOnce(heard: HeardText, known: Saying | undefined, model: ThemeReader): Promise<Saying> {
  const words = hashOfWords(heard);
  const { saying } = heard;
  if (known?.words === words && wasAsked(known, model)) return known;
  const text = withoutIdentifiers(heard.text, heard.author);
  const reading = await model.read({ text, rating: saying.rating });
  return reading.isRead
    ? { ...saying, ...reading.mentions, readBy: model.id, words }
    : { ...(await readByLexicon(heard)), instead: { of: model.id, why: reading.why }, words };
}

/** What a model has read of somebody before they were forgotten stays as it is, as long as the words do. */
async function keptOrByLexicon(
  heard: HeardText,
  known: Saying | undefined,
  model: ThemeReader | null,
): Promise<Saying> {
  if (model === null || known === undefined || known.words !== hashOfWords(heard)) return byLexiconAlone(heard, model);
  return known.readBy === model.id || known.instead?.of === model.id ? known : byLexiconAlone(heard, model);
}

/** A model would have read it, so that the lexicon did is no new way of reading the source. */
async function byLexiconAlone(heard: HeardText, model: ThemeReader | null): Promise<Saying> {
  const read = await readByLexicon(heard);
  const isKeptBack = model !== null && heard.isOpen && heard.isForgotten;
  return isKeptBack ? { ...read, instead: { of: model.id, why: 'forgotten' } } : read;
}

function wasAsked({ readBy, instead }: Saying, { id }: ThemeReader): boolean {
  return readBy === id || (instead?.of === id && instead.why === 'unusable');
}

/** Who was forgotten stays so, also when the platform shows the person again. */
function unlessKnown(heard: Saying, known: Saying | undefined): Saying[] {
  if (known === undefined) return [heard];
  const next = { ...heard, voice: known.voice };
  return whatItSays(next) === whatItSays(known) ? [] : [next];
}

function whatItSays({ at, kind, rating, complaints, praises, readBy, instead, words }: Saying): string {
  return JSON.stringify([at, kind, rating, complaints, praises, readBy, instead?.of, instead?.why, words]);
}

function spanOf(heard: readonly HeardText[]): { from: Instant; to: Instant } | null {
  const [first, ...others] = heard.map(({ saying }) => saying.at).toSorted();
  if (first === undefined) return null;
  return { from: first, to: toInstant(Date.parse(others.at(-1) ?? first) + 1) };
}
