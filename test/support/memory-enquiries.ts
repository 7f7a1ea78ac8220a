import type { TestEnquiry } from '../../shared/model/test-enquiry.ts';
import type { EnquiryStore } from '../../shared/ports/enquiry-store.ts';

/** A table of enquiries in memory; as strict about slots and revisions as the real one. */
export function memoryEnquiries(): EnquiryStore & { readonly all: readonly TestEnquiry[] } {
  const kept = new Map<string, TestEnquiry>();
  return {
    get all() {
      return [...kept.values()].toSorted((a, b) => (a.slot < b.slot ? -1 : 1));
    },
    list: async (checkId) =>
      [...kept.values()].filter((each) => each.checkId === checkId).toSorted((a, b) => (a.slot < b.slot ? -1 : 1)),
    load: async (_, slot) => kept.get(slot) ?? null,
    async claim(enquiry) {
      if (kept.has(enquiry.slot)) return null;
      kept.set(enquiry.slot, structuredClone(enquiry));
      return enquiry;
    },
    async save(enquiry) {
      if (kept.get(enquiry.slot)?.revision !== enquiry.revision) return null;
      const saved = { ...enquiry, revision: enquiry.revision + 1 };
      kept.set(enquiry.slot, structuredClone(saved));
      return saved;
    },
  };
}
