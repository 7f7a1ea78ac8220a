/**
 * Scores the English lexicon on SemEval's restaurant reviews (ABSA 2015 and 2016), whose licence does not let us copy them here, by hand:
 *
 *     node test/eval/semeval.ts ABSA15_Restaurants_Test.xml
 *
 * Is a complaint of the service found: a sentence or a review with a negative opinion of the category SERVICE#GENERAL? The files hold no
 * stars, so a review's are taken from its opinions of the restaurant as a whole, or else from all: mostly good is 5, mostly bad 1, neither 3.
 */
import { readFileSync } from 'node:fs';
import { themesOf } from '../../shared/evaluation/themes/themes-of.ts';
import { isOfService } from '../evaluation/themes/labelled.ts';

interface Opinion {
  readonly category: string;
  readonly polarity: string;
}

interface Judged {
  readonly is: boolean;
  readonly seemed: boolean;
}

for (const path of process.argv.slice(2)) {
  const reviews = partsOf(readFileSync(path, 'utf8'), 'Review').map((review) => {
    const sentences = partsOf(review, 'sentence').map((sentence) => ({
      text: unescaped(partsOf(sentence, 'text')[0] ?? ''),
      opinions: opinionsIn(sentence),
    }));
    return { rating: starsOf(sentences.flatMap(({ opinions }) => opinions)), sentences };
  });
  const bySentence = reviews.flatMap(({ rating, sentences }) =>
    sentences.map(({ text, opinions }): Judged => ({ is: complains(opinions), seemed: seems(text, rating) })),
  );
  const byReview = reviews.map(
    ({ rating, sentences }): Judged => ({
      is: complains(sentences.flatMap(({ opinions }) => opinions)),
      seemed: seems(sentences.map(({ text }) => text).join(' '), rating),
    }),
  );
  console.log(path);
  console.log(`  sentences: ${scoreOf(bySentence)}`);
  console.log(`  reviews:   ${scoreOf(byReview)}`);
}

/** What stands in each element of that name; these files nest none in itself. */
function partsOf(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}[ >][^]*?</${name}>`, 'g'))].map(([element]) =>
    element.slice(element.indexOf('>') + 1, element.lastIndexOf('<')),
  );
}

function opinionsIn(sentence: string): Opinion[] {
  const found = sentence.matchAll(/category="([^"]*)" polarity="([^"]*)"/g);
  return [...found].map(([, category = '', polarity = '']) => ({ category, polarity }));
}

function unescaped(text: string): string {
  const letters: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' };
  return text.replace(/&(quot|apos|lt|gt|amp);/g, (_, name: string) => letters[name] ?? '');
}

function complains(opinions: readonly Opinion[]): boolean {
  return opinions.some(({ category, polarity }) => category.startsWith('SERVICE') && polarity === 'negative');
}

function seems(text: string, rating: number): boolean {
  return isOfService(themesOf(text, rating).complaints);
}

function starsOf(opinions: readonly Opinion[]): number {
  const general = opinions.filter(({ category }) => category === 'RESTAURANT#GENERAL');
  const some = general.length > 0 ? general : opinions;
  const count = (polarity: string): number => some.filter((each) => each.polarity === polarity).length;
  return 3 + 2 * Math.sign(count('positive') - count('negative'));
}

function scoreOf(judged: readonly Judged[]): string {
  const right = judged.filter(({ is, seemed }) => is && seemed).length;
  const found = judged.filter(({ seemed }) => seemed).length;
  const there = judged.filter(({ is }) => is).length;
  const share = (of: number): string => (right / of).toFixed(2);
  return `precision ${share(found)} (${right} of ${found}), recall ${share(there)} (${right} of ${there})`;
}
