import type { ThemeWords } from './words.ts';

export const en: ThemeWords = {
  heading: 'What customers keep saying',
  complaint: {
    'no-answer': 'Nobody answers or calls back',
    waiting: 'They have to wait too long',
    rude: 'Staff are rude or indifferent',
    service: 'Service is bad',
    promise: 'What was agreed is not kept',
    mistake: 'Orders or bills are wrong',
    refund: 'They do not get their money back',
    quality: 'Quality is poor',
    price: 'It is too expensive',
    range: 'What they want is not available',
    delivery: 'Deliveries are late or damaged',
    clean: 'It is not clean',
    website: 'The website or app does not work',
  },
  praise: {
    'no-answer': 'Answers come quickly',
    waiting: 'There is no waiting',
    rude: 'Staff are friendly',
    service: 'Service is good',
    promise: 'What was agreed is kept',
    mistake: 'Orders and bills are right',
    refund: 'Returns and refunds are easy',
    quality: 'Quality is good',
    price: 'Prices are fair',
    range: 'There is a good choice',
    delivery: 'Deliveries are fast and safe',
    clean: 'It is clean',
    website: 'The website or app is easy to use',
  },
  people: { one: 'person', other: 'people' },
  days: { one: 'day', other: 'days' },
  often: (theme, people, days) => `${theme}: ${people} in ${days}`,
  before: (count, days) => `${count} in the ${days} before`,
  growing: 'growing',
  shrinking: 'getting rarer',
  quote: (text) => `“${text}”`,
  read: 'Read it',
  atLeast: 'At least this many: people who put it in unusual words are not counted.',
  byModel: (texts) =>
    `A language model has read ${texts} of these texts. It may miss what people say, or find what they do not say.`,
  unplaced: (unplaced, complainers) =>
    complainers === 1
      ? 'The one person who complained spoke of something that fits none of the themes.'
      : `Of ${complainers} people who complained, ${unplaced} complained of something that fits none of the themes.`,
  unread: (name, since) =>
    `${name}: unreadable since ${since}. What customers have written there since then is not counted, and this source is left out of the comparison.`,
  new: (name, since) =>
    `${name}: only what was written since ${since} could be read, so this source is left out of the comparison.`,
  reread: (name, until) =>
    `${name}: until ${until}, texts were read by another version of the lexicon or another model. Only what the same one has read is compared.`,
  byLexicon: (count, texts, why) =>
    `${count} of ${texts} texts ${count === 1 ? 'was' : 'were'} read by the lexicon instead of the model: ${why}.`,
  why: {
    cap: (cap) => (cap === null ? 'the monthly cap is reached' : `the monthly cap of ${cap} is reached`),
    denied: () => 'Bedrock denied access or does not have this model in this region, or there are no AWS credentials',
    unanswered: () => 'Bedrock could not be asked in time',
    unusable: () => 'the model gave no usable answer',
  },
  moreOften: (theme) => `Customers complain more often: ${theme}`,
  act: (theme, people, days) => `More customers complain: ${theme} (${people} in ${days})`,
  todo: {
    'no-answer':
      'Find out which calls and messages are missed, and at what hours. Decide who answers them, and who calls back when that person cannot.',
    waiting: 'Find out at which hours people wait. Put one more person there, or offer appointments.',
    rude: 'Read the reviews with your staff and agree how to greet customers and how to say no.',
    service: 'Read the reviews with your staff and pick the one thing to change first.',
    promise: 'Check who promises prices and dates, and give them only what you can keep. Call before a date slips.',
    mistake: 'Find the step at which orders get mixed up, and have them read back or checked there.',
    refund: 'Say on one page how returns work and how long they take, and keep to it. Answer open cases first.',
    quality: 'Find out which product or which shift it is about, and check it before it reaches customers.',
    price: 'Compare your prices with your neighbours’, and show the full price before people order.',
    range: 'Find out what people ask for in vain. Stock it, or say on the site that it is not available.',
    delivery: 'Talk to the courier about these cases, and tell customers before they ask when a delivery is late.',
    clean: 'Agree who cleans what and when, and look at it yourself at the busiest hour.',
    website: 'Ask your developer to repeat on a phone what these customers tried.',
  },
  gain: 'One review is read by many; what repeats in reviews keeps new customers away.',
};
