import type { ChannelWords } from './words.ts';

export const uk: ChannelWords = {
  openButton: 'Відкрити / беру на себе',
  historyButton: 'Відкрити',
  cut: '(скорочено)',
  test: {
    title: 'Тест',
    text: (business) => `Це перевірка сповіщень Touchlight для «${business}». Нічого не зламалося.`,
    todo: 'Нічого. Сповіщення надходитимуть сюди.',
    over: 'Тест завершено.',
  },
};
