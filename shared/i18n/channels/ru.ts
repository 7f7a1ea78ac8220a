import type { ChannelWords } from './words.ts';

export const ru: ChannelWords = {
  openButton: 'Открыть / беру на себя',
  historyButton: 'Открыть',
  cut: '(сокращено)',
  test: {
    title: 'Тест',
    text: (business) => `Это проверка оповещений Touchlight для «${business}». Ничего не сломалось.`,
    todo: 'Ничего. Оповещения будут приходить сюда.',
    over: 'Тест завершён.',
  },
};
