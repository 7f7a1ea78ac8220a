import type { LetterWords } from './letter-words.ts';

const remove =
  'Please delete the message and, if your system has created one, the contact and the ticket. Nothing else needs to be done, and no reply is needed.';

export const en: LetterWords = {
  signer: 'Alex Morgan',
  letters: {
    question: [
      {
        subject: 'Question before my first visit',
        text: 'Hello,\n\nI am thinking of coming to you for the first time. Is it quieter in the morning or in the afternoon, and can I pay by card?\n\nI cannot take calls during the day, so please reply by email. Thank you!',
      },
      {
        subject: 'Parking',
        text: 'Hello,\n\nI would come to you by car. Is there somewhere to park nearby, and how long does a visit usually take?\n\nPlease reply by email, I rarely get to my phone. Thank you!',
      },
    ],
    price: [
      {
        subject: 'What does it cost?',
        text: 'Hello,\n\nCould you tell me what the thing that most people come to you for costs, and whether anything is added to that price?\n\nA short reply by email is enough. Thank you!',
      },
      {
        subject: 'Current prices',
        text: 'Hello,\n\nI have seen prices of yours online, but I am not sure whether they are up to date. Could you send me the current ones by email?\n\nThank you in advance!',
      },
    ],
    appointment: [
      {
        subject: 'Do I need an appointment?',
        text: 'Hello,\n\nDo I need an appointment with you, or can I just come by? If I need one, how far ahead do people usually have to plan? I do not want to fix a date yet.\n\nPlease reply by email. Thank you!',
      },
      {
        subject: 'Which days are quieter?',
        text: 'Hello,\n\nOn which days do you usually have time for new customers, and are late afternoons possible? For now I am only asking, I am not booking anything.\n\nEmail is the easiest way to reach me. Thank you!',
      },
    ],
    complaint: [
      {
        subject: 'Information that does not match',
        text: 'Hello,\n\nWhat I found about you online does not quite match, so I was not sure what is right, and that cost me some time. Who looks after this at your company?\n\nI would be glad of a reply by email.',
      },
      {
        subject: 'Hard to reach',
        text: 'Hello,\n\nIt took me a while to find out how to reach you, which was a little annoying. What is the best way to get an answer from you?\n\nPlease reply by email.',
      },
    ],
  },
  chat: {
    subject: 'Question in the live chat',
    questions: [
      'Hello! When is it quieter at your place, in the morning or in the afternoon?',
      'Hello! Can I pay by card, or only in cash?',
    ],
    mark: (token, business) =>
      `(This is a test message, ${token}, that Touchlight sends for ${business}. Please answer it as you would answer a customer, and close the conversation afterwards.)`,
  },
  mark: (token, business) =>
    `This is a test message (${token}) that Touchlight sends for ${business}. Please answer it as you would answer a customer, and delete it afterwards.`,
  markedSubject: (subject, token) => `${subject} (test ${token})`,
  closing: {
    answered: ({ token, business, date }) =>
      `Thank you for your answer!\n\nThe message of ${date} was a test (${token}) that Touchlight makes for ${business}, to see how soon customers get an answer. ${remove}`,
    expired: ({ token, business, date }) =>
      `The message of ${date} was a test (${token}) that Touchlight makes for ${business}, to see how soon customers get an answer. The test is over. ${remove}\n\nThank you!`,
  },
};
