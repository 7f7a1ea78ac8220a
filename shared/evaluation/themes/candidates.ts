import type { Conversation } from '../../model/conversation.ts';
import type { Language } from '../../model/language.ts';
import type { Saying } from '../../model/saying.ts';
import { modelsWord } from './models-word.ts';
import { fewestPeople } from './recurring.ts';
import { languageOf, themesOf } from './themes-of.ts';

/** Words that several people use together when they complain of something that no theme knows. */
interface Candidate {
  /** As most of them write it: "cold soup". */
  readonly words: string;
  readonly people: number;
}

export interface Candidates {
  readonly found: readonly Candidate[];
  /** Complaints without a theme whose words are still kept. */
  readonly texts: number;
}

const mostCandidates = 10;

/**
 * @param conversations of which the words are still kept: what repeats in older texts is not found
 * @param sayings what was read of them: where a model found a theme, nothing is missing
 */
export function candidatesIn(conversations: readonly Conversation[], sayings: readonly Saying[] = []): Candidates {
  const wordOfModel = modelsWord(sayings);
  const rated = conversations.filter(({ text, rating, forgotten }) => text !== '' && rating !== null && !forgotten);
  const hasTheme = (conversation: Conversation): boolean =>
    [themesOf(conversation.text, conversation.rating), ...wordOfModel(conversation)].some(
      ({ complaints: themes }) => themes.length > 0,
    );
  const isOpen = (conversation: Conversation): boolean => (conversation.rating ?? 5) <= 3 && !hasTheme(conversation);
  const complaints = rated.filter(isOpen);
  const others = rated.filter(({ rating }) => (rating ?? 0) > 3);
  const [said, usual] = [pairsIn(complaints), pairsIn(others)];
  const voices = [voicesIn(complaints), voicesIn(others)] as const;
  const found = [...said].flatMap(([stem, { people, spelt }]) => {
    const [words = ''] = [...spelt].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
    const unusual = likelihood([people.size, usual.get(stem)?.people.size ?? 0], voices);
    return people.size < fewestPeople || unusual <= 0 ? [] : [{ words, people: people.size, unusual }];
  });
  const sorted = found.toSorted((a, b) => b.unusual - a.unusual || (a.words < b.words ? -1 : 1));
  return {
    found: sorted.slice(0, mostCandidates).map(({ words, people }) => ({ words, people })),
    texts: complaints.length,
  };
}

interface Pair {
  readonly people: Set<string>;
  /** How often it is spelt so. */
  readonly spelt: Map<string, number>;
}

/** Neighbouring words of a sentence by their stems, small words left out. */
function pairsIn(conversations: readonly Conversation[]): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const conversation of conversations) {
    const small = smallWords[languageOf(conversation.text)];
    for (const sentence of conversation.text.split(/[.!?…;,\n]+/)) {
      const words = (sentence.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? []).filter((word) => !small.has(word));
      for (const [n, second] of words.entries()) {
        const first = words[n - 1];
        if (first === undefined) continue;
        const stem = `${stemOf(first)} ${stemOf(second)}`;
        const pair = pairs.get(stem) ?? { people: new Set(), spelt: new Map() };
        pairs.set(stem, pair);
        pair.people.add(voiceOf(conversation));
        pair.spelt.set(`${first} ${second}`, (pair.spelt.get(`${first} ${second}`) ?? 0) + 1);
      }
    }
  }
  return pairs;
}

function voicesIn(conversations: readonly Conversation[]): number {
  return new Set(conversations.map(voiceOf)).size;
}

function voiceOf({ authorId, checkId, id }: Conversation): string {
  return authorId ?? `${checkId} ${id}`;
}

/** Endings change more than beginnings, in all three languages; five letters tell most words apart. */
function stemOf(word: string): string {
  return word.slice(0, Math.min(5, Math.max(4, word.length - 1)));
}

/** How much commoner it is here than there: Dunning's log-likelihood ratio, 0 or less where it is not. */
function likelihood([here, there]: readonly [number, number], [ofHere, ofThere]: readonly [number, number]): number {
  const share = (here + there) / (ofHere + ofThere);
  const term = (seen: number, of: number): number => (seen === 0 ? 0 : seen * Math.log(seen / (of * share)));
  const isCommoner = ofThere === 0 || here / ofHere > there / ofThere;
  return isCommoner ? 2 * (term(here, ofHere) + term(there, ofThere)) + (ofThere === 0 ? 1 : 0) : 0;
}

const smallWords: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: wordSet(
    'a an the and or but so if of to in on at for from with by as is are was were be been am i me my we us our you your he she it its they them their this that these those there here not no very too also just only then than when what which who how had has have do does did will would can could',
  ),
  uk: wordSet(
    'а і й та або але щоб що як в у на до з із зі за від по про для при без через над під це цей ця ці той та те ті я ми ви він вона воно вони мене нас вас мій моя моє мої наш ваш не ні ж же би б був була було були є вже ще дуже тут там так коли хто який яка яке які тільки також',
  ),
  ru: wordSet(
    'а и или но чтобы что как в во на до с со из за от по про для при без через над под это этот эта эти тот та то те я мы вы он она оно они меня нас вас мой моя моё мои наш ваш не ни ж же бы б был была было были есть уже ещё еще очень тут там так когда кто который которая которое только также',
  ),
};

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
