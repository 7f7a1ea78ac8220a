import type { ChannelWords } from './words.ts';

export const en: ChannelWords = {
  openButton: 'Open / I’m on it',
  historyButton: 'Open',
  cut: '(shortened)',
  test: {
    title: 'Test',
    text: (business) => `This is a test of Touchlight for ${business}. Nothing is broken.`,
    todo: 'Nothing. Alerts will arrive here.',
    over: 'The test is over.',
  },
};
