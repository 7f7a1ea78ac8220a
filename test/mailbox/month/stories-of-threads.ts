import { answered, answers, asks, type MailStory, needsNone, sends, weekly } from './story.ts';

const form = {
  from: 'WordPress <wordpress@coffeelab.example>',
  subject: 'New message from the website',
  id: 'form{n}@coffeelab.example',
};
const quote = '\r\n\r\nOn Mon, 5 Oct 2026 at 11:35, Coffee Lab wrote:\r\n> Yes, from 10 to 18.';

/** What belongs together, and what happens to a mail. */
export const storiesOfThreads: readonly MailStory[] = [
  {
    name: 'a customer with two matters',
    begins: weekly('Mon 14:10'),
    copies: 2,
    steps: [
      asks('Cups', 'How many cups are in the set?'),
      asks('Refund', 'When do I get my refund?', { after: 5, id: 'second{n}@mail.example' }),
      answers(50, 'Cups'),
      sends(155, 'Re: Refund N{n}'),
    ],
    matters: [answered(50), answered(150, 5)],
  },
  {
    name: 'visitors of one form, named in Reply-To',
    begins: weekly('Mon 15:00'),
    copies: 4,
    steps: [
      {
        after: 0,
        into: 'INBOX',
        puts: {
          ...form,
          headers: ['Reply-To: Borys <guest{n}@mail.example>', 'X-Mailer: PHPMailer 6.9'],
          text: 'Name: Borys\r\nEmail: guest{n}@mail.example\r\nMessage: Do you deliver?',
        },
      },
      sends(40, 'Re: New message from the website'),
    ],
    matters: [answered(40)],
  },
  {
    name: 'visitors of one form, named in its text only',
    begins: weekly('Mon 15:10'),
    copies: 3,
    steps: [
      {
        after: 0,
        into: 'INBOX',
        puts: { ...form, text: 'Name: Ivan\r\nEmail: guest{n}@mail.example\r\nMessage: Do you rent the room?' },
      },
      sends(60, 'The room'),
    ],
    matters: [answered(60)],
  },
  {
    name: 'a mail without a Message-ID',
    begins: weekly('Tue 10:00'),
    copies: 2,
    steps: [
      {
        after: 0,
        into: 'INBOX',
        puts: { from: 'Old <guest{n}@mail.example>', subject: 'Old mailer N{n}', text: 'Do you still sell filters?' },
      },
      sends(30, 'Re: Old mailer N{n}'),
    ],
    matters: [answered(30)],
  },
  {
    name: 'a mail without a subject',
    begins: weekly('Tue 10:10'),
    copies: 2,
    steps: [
      {
        after: 0,
        into: 'INBOX',
        puts: { from: 'Ann <guest{n}@mail.example>', id: 'q{n}@mail.example', text: 'May we bring a dog?' },
      },
      answers(35, ''),
    ],
    matters: [answered(35)],
  },
  {
    name: 'a mail without a subject and without a Message-ID',
    begins: weekly('Tue 10:20'),
    copies: 1,
    steps: [
      { after: 0, into: 'INBOX', puts: { from: 'Ann <guest{n}@mail.example>', text: 'Is there parking nearby?' } },
      sends(45, 'Re:'),
    ],
    matters: [answered(45)],
  },
  {
    name: 'an offer of ours that a customer answers with a question',
    begins: weekly('Tue 10:30'),
    copies: 2,
    steps: [
      sends(0, 'Our offer N{n}', { id: 'offer{n}@coffeelab.example', text: 'Here is our offer.' }),
      asks('Re: Our offer', `Does the price include delivery?${quote}`, {
        after: 30,
        inReplyTo: 'offer{n}@coffeelab.example',
        references: ['offer{n}@coffeelab.example'],
      }),
      answers(70, 'Our offer', { references: ['offer{n}@coffeelab.example', 'q{n}@mail.example'] }),
    ],
    matters: [{ ...answered(40, 0, [30, 70]) }],
  },
  {
    name: 'an offer of ours that nobody answers',
    begins: weekly('Tue 11:00'),
    copies: 2,
    steps: [sends(0, 'Our offer N{n}', { id: 'offer{n}@coffeelab.example', text: 'Here is our offer.' })],
    matters: [],
  },
  {
    name: 'thanks after the answer',
    begins: weekly('Tue 11:10'),
    copies: 2,
    steps: [
      asks('Grinder', 'Is the grinder in stock?'),
      answers(25, 'Grinder'),
      asks('Re: Grinder', `Thank you!${quote}`, {
        after: 60,
        id: 't{n}@mail.example',
        inReplyTo: 'a25-{n}@coffeelab.example',
      }),
    ],
    matters: [answered(25)],
  },
  {
    name: 'another question after the answer',
    begins: weekly('Tue 14:30'),
    copies: 2,
    steps: [
      asks('Tasting', 'When is the tasting?'),
      answers(20, 'Tasting'),
      asks('Re: Tasting', `And may children come along?${quote}`, {
        after: 60,
        id: 't{n}@mail.example',
        inReplyTo: 'a20-{n}@coffeelab.example',
        references: ['q{n}@mail.example', 'a20-{n}@coffeelab.example'],
      }),
      answers(115, 'Tasting', {
        inReplyTo: 't{n}@mail.example',
        references: ['q{n}@mail.example', 't{n}@mail.example'],
      }),
    ],
    matters: [
      {
        ...answered(55, 0, [60, 115]),
        waits: [
          [0, 20],
          [60, 115],
        ],
      },
    ],
  },
  {
    name: 'a customer who writes again while waiting',
    begins: weekly('Thu 09:05'),
    copies: 1,
    steps: [
      asks('Broken', 'The pot came broken. What can I do?'),
      asks('Broken', 'Hello? Did you get my mail?', { after: 90, id: 'again{n}@mail.example' }),
      answers(130, 'Broken'),
    ],
    matters: [answered(130)],
  },
  {
    name: 'a forwarded chain with a question',
    begins: weekly('Fri 10:00'),
    copies: 2,
    steps: [
      asks(
        'Fwd: Fwd: Re: Wedding',
        'Can you do this for us?\r\n\r\n---------- Forwarded message ---------\r\nFrom: Eva\r\n> Ask Coffee Lab.',
        {
          references: ['elsewhere1-{n}@mail.example', 'elsewhere2-{n}@mail.example'],
        },
      ),
      answers(45, 'Wedding'),
    ],
    matters: [answered(45)],
  },
  {
    name: 'a question forwarded to a supplier, who answers us',
    begins: weekly('Fri 10:20'),
    copies: 2,
    steps: [
      asks('Spare part', 'Do you have the gasket for my machine?'),
      answers(20, 'Spare part', {
        to: 'supplier@parts.example',
        subject: 'Fwd: Spare part N{n}',
        text: 'Do you have it?',
        id: 'fwd{n}@coffeelab.example',
      }),
      asks('Re: Fwd: Spare part', 'Yes, we can send it tomorrow.', {
        after: 60,
        from: 'Supplier <supplier@parts.example>',
        id: 's{n}@parts.example',
        inReplyTo: 'fwd{n}@coffeelab.example',
        references: ['q{n}@mail.example', 'fwd{n}@coffeelab.example'],
      }),
      answers(100, 'Spare part'),
    ],
    matters: [answered(100)],
  },
  {
    name: 'a mail that is thrown away, taken back and answered',
    begins: weekly('Thu 09:20'),
    copies: 1,
    steps: [
      asks('Allergens', 'Is there milk in the brownie?'),
      { after: 40, moves: 'Allergens N{n}', from: 'INBOX', to: 'Trash' },
      { after: 100, moves: 'Allergens N{n}', from: 'Trash', to: 'INBOX' },
      answers(160, 'Allergens'),
    ],
    matters: [
      {
        ...answered(160),
        waits: [
          [0, 40],
          [0, 160],
        ],
        backAt: 100,
      },
    ],
  },
  {
    name: 'a mail that is thrown away',
    begins: weekly('Thu 11:00'),
    copies: 2,
    steps: [
      asks('Cheap cups', 'May I show you our cups?'),
      { after: 150, moves: 'Cheap cups N{n}', from: 'INBOX', to: 'Trash' },
    ],
    matters: [{ begins: 0, ends: { state: 'gone', reason: 'deleted' }, waits: [[0, 150]] }],
  },
  {
    name: 'a mail that is called spam',
    begins: weekly('Thu 11:10'),
    copies: 1,
    steps: [
      asks('Web design', 'May I show you how your site could rank first?'),
      { after: 145, moves: 'Web design N{n}', from: 'INBOX', to: 'Junk' },
    ],
    matters: [{ ...needsNone('spam'), waits: [[0, 145]] }],
  },
];
