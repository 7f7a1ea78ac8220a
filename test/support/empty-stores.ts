import type { Stores } from '../../shared/ports/stores.ts';

/** A table that holds nothing and takes everything; override what the test is about. */
export function emptyStores(overrides: Partial<Stores> = {}): Stores {
  return {
    results: { put: async () => 'stored', list: async () => [], newest: async () => [] },
    statuses: { load: async () => null, list: async () => [], save: async () => 'saved' },
    days: { list: async () => [] },
    incidents: { list: async () => [], newest: async () => [] },
    history: { put: async () => {} },
    acknowledgements: { put: async () => 'stored', list: async () => [] },
    maintenance: { start: async () => 'started', end: async () => 'ended', list: async () => [] },
    sent: { record: async () => {}, list: async () => [] },
    conversations: {
      list: async () => [],
      put: async () => {},
      listSayings: async () => [],
      putSayings: async () => {},
      loadPoll: async () => null,
      savePoll: async () => {},
    },
    enquiries: {
      list: async () => [],
      load: async () => null,
      claim: async (enquiry) => enquiry,
      save: async (enquiry) => enquiry,
    },
    digests: { claim: async () => 'ours', settle: async () => {}, list: async () => [] },
    touchpoints: { load: async () => null, list: async () => [], save: async () => {}, remove: async () => {} },
    turns: { take: async () => 'ours', end: async () => {} },
    operations: {
      wasSent: async () => false,
      recordSent: async () => {},
      loadDigestPlan: async () => null,
      saveDigestPlan: async () => {},
    },
    board: { list: async () => [], load: async () => null, save: async () => {}, remove: async () => {} },
    channelPosts: {
      load: async () => null,
      save: async () => 'saved',
      wasSent: async () => false,
      recordSent: async () => {},
    },
    plan: {
      list: async () => [],
      put: async () => 'saved',
      newest: async () => null,
      remember: async () => 'stored',
    },
    modelSpending: { reserve: async () => 'over-cap', settle: async () => {}, spent: async () => 0 },
    ...overrides,
  };
}
