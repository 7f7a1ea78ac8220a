import { answered, answers, asks, forever, type MailStory, sends, weekly } from './story.ts';

/** Who is answered when, by the business's clock. */
export const storiesOfAnswers: readonly MailStory[] = [
  {
    name: 'a question answered within half an hour',
    begins: weekly('Mon 10:00'),
    copies: 12,
    steps: [asks('Table for six', 'Is Friday evening free for six people?'), answers(30, 'Table for six')],
    matters: [answered(30)],
  },
  {
    name: 'a question in Ukrainian, answered before noon',
    begins: weekly('Tue 09:10'),
    copies: 6,
    steps: [asks('Доставка', 'Чи доставляєте ви каву до Львова?'), answers(100, 'Доставка')],
    matters: [answered(100)],
  },
  {
    name: 'a question in Russian, answered on a Friday',
    begins: weekly('Fri 09:30'),
    copies: 4,
    steps: [asks('Аренда зала', 'Сколько стоит аренда зала на субботу?'), answers(90, 'Аренда зала')],
    matters: [answered(90)],
  },
  {
    name: 'a question in German, answered on a Friday',
    begins: weekly('Fri 14:10'),
    copies: 4,
    steps: [asks('Bestellung', 'Wann kommt meine Bestellung an?'), answers(20, 'Bestellung')],
    matters: [answered(20)],
  },
  {
    name: 'a question of the evening, answered the next morning',
    begins: weekly('Wed 22:00'),
    copies: 1,
    steps: [asks('Decaf', 'Do you have decaf?'), answers(700, 'Decaf')],
    matters: [answered(40, 0, [0, 700])],
  },
  {
    // 235 minutes of Tuesday and 125 of Wednesday.
    name: 'a question answered too late',
    begins: weekly('Tue 14:05', [1, 3, 4, 5]),
    copies: 3,
    steps: [asks('Invoice', 'Could you send me the invoice again?'), answers(1260, 'Invoice')],
    matters: [answered(360, 0, [0, 1260])],
  },
  {
    // 180 minutes of Tuesday, none of the holiday, 60 of Thursday: in time to the minute.
    name: 'a question before the holiday',
    begins: ['10-13 15:00'],
    copies: 3,
    steps: [asks('Catering', 'Do you cater for twenty?'), answers(2580, 'Catering')],
    matters: [answered(240, 0, [0, 2580])],
  },
  {
    // Half an hour of Saturday, an hour of Monday: 44.5 hours on the clock, and one more since it was set back.
    name: 'a question on the Saturday before the clocks are set back',
    begins: ['10-24 14:30'],
    copies: 3,
    steps: [asks('Gift card', 'Do you sell gift cards?'), answers(2670, 'Gift card')],
    matters: [answered(90, 0, [0, 2670])],
  },
  {
    name: 'a question on another Saturday',
    begins: ['10-17 14:30'],
    copies: 2,
    steps: [asks('Gift card', 'Do you sell gift cards?'), answers(2610, 'Gift card')],
    matters: [answered(90, 0, [0, 2610])],
  },
  {
    name: 'a question that nobody ever answers',
    begins: ['10-28 11:50', '11-05 11:50'],
    copies: 3,
    steps: [asks('Lost umbrella', 'Did I leave my umbrella at your place?')],
    matters: [forever],
  },
  {
    name: "an answer by the CRM that names no mail, under the ticket's subject",
    begins: weekly('Mon 11:00'),
    copies: 3,
    steps: [
      asks('Beans', 'Which beans are from Kenya?'),
      sends(50, 'Re: Beans N{n} [Ticket#77{n}]', { headers: ['X-Mailer: Bitrix24', 'Precedence: bulk'] }),
    ],
    matters: [answered(50)],
  },
  {
    name: 'an answer by the CRM under a subject of its own',
    begins: weekly('Mon 11:10'),
    copies: 2,
    steps: [asks('Machine', 'Can you repair my espresso machine?'), sends(70, 'Coffee Lab: your request 55{n}')],
    matters: [answered(70)],
  },
  {
    name: 'an answer by a colleague, with a copy to the mailbox',
    begins: weekly('Thu 14:10'),
    copies: 3,
    steps: [
      asks('Course', 'When is the next barista course?'),
      {
        after: 80,
        into: 'INBOX',
        puts: {
          ...answers(80, 'Course').puts,
          from: 'Petro <petro@coffeelab.example>',
          headers: ['Cc: info@coffeelab.example'],
        },
      },
    ],
    matters: [answered(80)],
  },
  {
    name: 'the out-of-office note of our own, and a person an hour later',
    begins: weekly('Thu 14:20'),
    copies: 2,
    steps: [
      asks('Opening', 'Are you open at Christmas?'),
      answers(1, 'Opening', { headers: ['Auto-Submitted: auto-replied'], text: 'We are out of the office.' }),
      answers(60, 'Opening'),
    ],
    matters: [answered(60)],
  },
];
