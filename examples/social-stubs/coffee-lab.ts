import { coffeeLab } from '../demo-business/business.ts';
import { coffeeLabCalls } from './coffee-lab-calls.ts';
import { coffeeLabOrders, coffeeLabSurvey } from './coffee-lab-loyalty.ts';
import { coffeeLabMail, type FormMessage, formLetter, mailPassword } from './coffee-lab-mail.ts';
import { coffeeLabAtFacebook, coffeeLabAtGoogle } from './coffee-lab-profiles.ts';
import { cruxKey, cruxStub, type KnownSites } from './crux.ts';
import { facebookStub, facebookToken } from './facebook.ts';
import { googleCredential } from './google.ts';
import { googleReviewsStub } from './google-reviews.ts';
import { MailFolders } from './mailbox/folders.ts';
import { serveImap } from './mailbox/imap-server.ts';
import { type Stub, serveStub } from './stub-server.ts';
import { World } from './world.ts';
import { youtubeKey, youtubeStub } from './youtube.ts';

export interface CoffeeLabPages {
  readonly facebook: Stub;
  readonly youtube: Stub;
  readonly reviews: Stub;
  /** Google's report on the website's real visitors. */
  readonly crux: Stub;
  /** Host and port of the mailbox's IMAP server. */
  readonly mailServer: string;
  /** That of the mystery shopper's own mailbox. */
  readonly shopperServer: string;
  /** The phone's calls as a CSV file. */
  readonly calls: string;
  /** What customers answered, and what they ordered, as CSV files. */
  readonly survey: string;
  readonly orders: string;
  /** The website mails what a visitor wrote into its form. */
  receive(message: FormMessage): void;
  /** The business answers on Facebook, in Facebook's own app. */
  answerOnFacebook(): void;
  close(): Promise<void>;
}

/** Secrets under the names that the demo's touchpoints.yaml gives them. */
export const coffeeLabSecrets: Readonly<Record<string, string>> = {
  'facebook-page-token': facebookToken,
  'youtube-api-key': youtubeKey,
  'google-reviews-access': JSON.stringify(googleCredential),
  'hello-mailbox': mailPassword,
  'shopper-mailbox': mailPassword,
  'crux-key': cruxKey,
};

/** Whatever port the demo's website listens on; of one competitor, Google knows too few visitors. */
const visitors: KnownSites = {
  'https://beanhouse.example': { PHONE: { lcp: 2_780, inp: 210, cls: '0.12', ttfb: 830 } },
  'https://roastery.example': {},
  'https://www.roastery.example': {},
  '*': {
    PHONE: { lcp: 2_140, inp: 170, cls: '0.04', ttfb: 690 },
    DESKTOP: { lcp: 1_320, inp: 80, cls: '0.02', ttfb: 410 },
  },
};

const minute = 60_000;
const day = 1440 * minute;

/** Coffee Lab's Facebook page, YouTube channel, Google reviews, mailbox and phone; some people have been waiting for days. */
export async function openCoffeeLabPages(now: () => number): Promise<CoffeeLabPages> {
  const page = new World(now);
  const channel = new World(now, { id: 'UCcoffeelab', name: 'Coffee Lab' });
  const place = new World(now, { id: 'accounts/1/locations/22', name: 'Coffee Lab' });
  const waiting = fillPage(page, now());
  fillChannel(channel, now());
  fillPlace(place, now());
  const folders = coffeeLabMail(now());
  const [facebook, youtube, reviews, crux, mail, shopper] = await Promise.all([
    serveStub(facebookStub(page, { about: coffeeLabAtFacebook })),
    serveStub(youtubeStub(channel)),
    serveStub(googleReviewsStub(place, coffeeLabAtGoogle)),
    serveStub(cruxStub(visitors, now)),
    serveImap(folders, { user: coffeeLab.email, password: mailPassword }),
    serveImap(new MailFolders(now()), { user: 'shopper@mail.example', password: mailPassword }),
  ]);
  return {
    facebook,
    youtube,
    reviews,
    crux,
    mailServer: `127.0.0.1:${mail.port}`,
    shopperServer: `127.0.0.1:${shopper.port}`,
    calls: coffeeLabCalls(now()),
    survey: coffeeLabSurvey(now()),
    orders: coffeeLabOrders(now()),
    receive: (message) => folders.put('INBOX', formLetter(message, now())),
    answerOnFacebook: () => {
      page.write({ by: 'business', text: 'We are so sorry, your beans are on their way.', replyTo: waiting });
    },
    close: async () => {
      const apis = [facebook, youtube, reviews, crux];
      await Promise.all([...apis, mail, shopper].map((each) => each.close()));
    },
  };
}

/** @returns the comment that nobody has answered for five days, so in every week for more than four business hours */
function fillPage(world: World, now: number): string {
  const post = world.at(now - 9 * day, () => world.addPost());
  const ask = (at: number, name: string, text: string): string =>
    world.at(at, () => world.write({ by: { id: `77${name.length}${at % 97}`, name }, text, under: post }));
  const answer = (at: number, text: string, replyTo: string): void => {
    world.at(at, () => world.write({ by: 'business', text, replyTo }));
  };
  const open = ask(now - 8 * day, 'Ann Kovalenko', 'Are you open on Sunday?');
  answer(now - 8 * day + 12 * minute, 'Yes, from nine to nine.', open);
  ask(now - 7 * day, 'Petro Bondar', '😍😍😍');
  const waiting = ask(
    now - 5 * day,
    'Iryna Melnyk',
    'I paid for two bags of beans and only one has come. Could somebody help?',
  );
  const vegan = ask(now - 2 * day, 'Olha Tkach', 'Is the carrot cake vegan?');
  answer(now - 2 * day + 30 * minute, 'It is!', vegan);
  answer(now - 2 * day + 31 * minute, 'And without nuts.', vegan);
  world.at(now - 2 * day + 40 * minute, () =>
    world.write({ by: { id: '7701', name: 'Olha Tkach' }, text: 'Thank you!', replyTo: vegan }),
  );
  return waiting;
}

function fillChannel(world: World, now: number): void {
  const video = world.at(now - 20 * day, () => world.addPost());
  const grind = world.at(now - 3 * day, () =>
    world.write({ by: { id: 'UCann', name: 'annbrews' }, text: 'Which grind for a V60?', under: video }),
  );
  world.at(now - 3 * day + 45 * minute, () => world.write({ by: 'business', text: 'Medium fine.', replyTo: grind }));
  world.at(now - 10 * minute, () =>
    world.write({ by: { id: 'UCbo', name: 'bo' }, text: 'How hot should the water be?', under: video }),
  );
}

/** Good coffee, and a telephone that nobody picks up: what several people say in several words. */
const callers = [
  [6, 'Lovely cake, but nobody picks up the phone.'],
  [11, 'Great espresso. I called twice to order a cake and nobody answered.'],
  [17, 'Nice place, but they never called me back about the birthday table.'],
  [23, 'Good beans. It is impossible to get through to them by phone.'],
] as const;

function fillPlace(world: World, now: number): void {
  const stars = [5, 5, 4, 5, 3, 5];
  for (const [index, count] of stars.entries()) {
    const at = now - (12 - index) * day;
    const by = { id: `9${index}`, name: `Guest ${index}` };
    const text = index % 2 === 0 ? 'Good coffee, friendly people.' : '';
    const review = world.at(at, () => world.write({ by, text, stars: count }));
    if (text !== '')
      world.at(at + 60 * minute, () => world.write({ by: 'business', text: 'Thank you!', replyTo: review }));
  }
  for (const [daysAgo, text] of callers) {
    const at = now - daysAgo * day;
    const by = { id: `95${daysAgo}`, name: `Caller ${daysAgo}` };
    const review = world.at(at, () => world.write({ by, text, stars: 4 }));
    const reply = 'Thank you! We will see to the telephone.';
    world.at(at + 50 * minute, () => world.write({ by: 'business', text: reply, replyTo: review }));
  }
}
