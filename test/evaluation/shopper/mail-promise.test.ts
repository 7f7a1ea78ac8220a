import { expect, it } from 'vitest';
import { promisesMail } from '../../../shared/evaluation/shopper/mail-promise.ts';

it.each([
  'We’ll reply by email as soon as we can.',
  'We are not here now. Leave your email and we will get back to you.',
  'You will receive our answer to your e-mail address',
  'Our team will email you within a day: please check your email',
  'Залиште пошту, і ми відповімо вам листом',
  'Зараз нікого немає на зв’язку, відповімо на електронну пошту',
  'Мы сейчас не на связи и ответим на почту',
  'Оставьте email, мы свяжемся с вами',
])('is a promise of a mail: %s', (shown) => {
  expect(promisesMail(`Coffee Lab\n${shown}`)).toBe(true);
});

it.each([
  'Hi! How can we help you?',
  'Email',
  'You can also contact us by email: hello@coffeelab.example and get an answer',
  'We do not reply by email.',
  'We reply within minutes.',
  'Напишіть нам на пошту, і ми відповімо',
  'Мы не отвечаем по почте',
  'Оператор ответит вам в чате',
  'Відповідаємо за кілька хвилин',
  'Надішлемо замовлення Новою Поштою по всій Україні',
  'Отправим Почтой России, трек-номер сообщим в этот чат',
  'By continuing you agree that we may contact you by email about offers',
])('is none: %s', (shown) => {
  expect(promisesMail(shown)).toBe(false);
});
