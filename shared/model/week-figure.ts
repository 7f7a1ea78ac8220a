/** What an owner follows from week to week, in the order of the mail. Which probe answers it and how stands in that probe's spec. */
export const figureIds = [
  'answering',
  'phoneContentMs',
  'phoneCompleteMs',
  'desktopCompleteMs',
  'visitorsContentMs',
  'visitorsResponseMs',
  'formWorks',
  'messageArrivalMs',
  'clicksToContact',
  'lighthouse',
  'emptyChatMornings',
  'answeredInTime',
  'firstResponseMinutes',
  'testEnquiryMinutes',
  'callsPickedUp',
  'ringMs',
  'notCalledBack',
  'rating',
  'promoterScore',
  'repeatRate',
] as const;
export type FigureId = (typeof figureIds)[number];

/** Who can put something right, as a role that every business knows. */
export type Role = 'host' | 'developer' | 'answerer' | 'operator';
