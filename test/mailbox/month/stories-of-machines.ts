import { asks, type MailStory, needsNone, weekly } from './story.ts';

const automatic = needsNone('automatic');
const autoReplied = { headers: ['Auto-Submitted: auto-replied'] };

/** Nobody waits behind these, each for its own reason. */
export const storiesOfMachines: readonly MailStory[] = [
  {
    name: 'an automatic reply in English, by its header',
    begins: weekly('Wed 10:00'),
    copies: 2,
    steps: [asks('Re: Our offer', 'I am out of the office until Monday.', autoReplied)],
    matters: [automatic],
  },
  {
    name: 'an automatic reply in Ukrainian, by its header',
    begins: weekly('Wed 10:10'),
    copies: 2,
    steps: [asks('Re: Наша пропозиція', 'Я у відпустці до понеділка.', autoReplied)],
    matters: [automatic],
  },
  {
    name: 'an automatic reply in Russian, by its header',
    begins: weekly('Wed 10:20'),
    copies: 2,
    steps: [asks('Re: Наше предложение', 'Я в отпуске до понедельника.', autoReplied)],
    matters: [automatic],
  },
  {
    name: 'an automatic reply in German, by its header',
    begins: weekly('Wed 10:30'),
    copies: 2,
    steps: [asks('Re: Unser Angebot', 'Ich bin bis Montag nicht im Büro.', autoReplied)],
    matters: [automatic],
  },
  {
    name: 'an automatic reply in English, by its words only',
    begins: weekly('Wed 11:00'),
    copies: 1,
    steps: [
      asks(
        'Your message',
        'Thank you for your message. I am out of the office until Monday. In urgent cases please contact my colleague.',
      ),
    ],
    matters: [automatic],
  },
  {
    name: 'an automatic reply in Ukrainian, by its words only',
    begins: weekly('Wed 11:10'),
    copies: 1,
    steps: [
      asks('Ваш лист', 'Дякуємо за ваш лист. Ми отримали ваше звернення і відповімо протягом одного робочого дня.'),
    ],
    matters: [automatic],
  },
  {
    name: 'an automatic reply in Russian, by its words only',
    begins: weekly('Wed 11:20'),
    copies: 1,
    steps: [
      asks(
        'Ваше письмо',
        'Спасибо за ваше письмо. Мы получили ваше обращение и ответим в течение одного рабочего дня.',
      ),
    ],
    matters: [automatic],
  },
  {
    name: 'an automatic reply in German, by its words only',
    begins: weekly('Wed 11:30'),
    copies: 1,
    steps: [
      asks(
        'Ihre Nachricht',
        'Vielen Dank für Ihre Nachricht. Ich bin bis Montag nicht im Büro. In dringenden Fällen wenden Sie sich bitte an meine Kollegin.',
      ),
    ],
    matters: [automatic],
  },
  {
    name: 'an out-of-office note, by its subject',
    begins: weekly('Wed 11:40'),
    copies: 2,
    steps: [asks('Abwesenheitsnotiz: Angebot', 'Ich bin im Urlaub.')],
    matters: [automatic],
  },
  {
    name: 'a bounce',
    begins: weekly('Wed 12:00'),
    copies: 2,
    steps: [
      asks('Undelivered Mail Returned to Sender', '--b\r\n\r\nThe mail could not be delivered.\r\n--b--', {
        from: 'MAILER-DAEMON@mx.example',
        headers: ['Return-Path: <>', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b'],
      }),
    ],
    matters: [needsNone('bounce')],
  },
  {
    name: 'a newsletter',
    begins: weekly('Sun 07:00'),
    copies: 5,
    steps: [
      asks('Ten beans for winter', 'Ten beans for winter. To unsubscribe, write to us.', {
        from: 'Bean Weekly <news@beans.example>',
        headers: ['List-Id: <weekly.beans.example>', 'List-Unsubscribe: <mailto:off@beans.example>'],
      }),
    ],
    matters: [needsNone('newsletter')],
  },
  {
    name: 'a mail in the spam folder',
    begins: weekly('Sat 03:00'),
    copies: 4,
    steps: [{ ...asks('Fortune', 'Dear friend, may I send you ten million?'), into: 'Junk' }],
    matters: [needsNone('spam')],
  },
  {
    name: 'mail among colleagues',
    begins: weekly('Wed 16:00'),
    copies: 3,
    steps: [asks('Shifts', 'Who takes Monday?', { from: 'Olha <olha@coffeelab.example>' })],
    matters: [needsNone('internal')],
  },
];
