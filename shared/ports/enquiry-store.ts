import type { CheckId } from '../model/check-id.ts';
import type { TestEnquiry } from '../model/test-enquiry.ts';

/** The mystery shopper's enquiries, by check and slot. */
export interface EnquiryStore {
  /** By slot, oldest first. Consistently read. */
  list(checkId: CheckId): Promise<TestEnquiry[]>;
  load(checkId: CheckId, slot: string): Promise<TestEnquiry | null>;
  /** Writes a new enquiry down before it is sent; null when its slot has been taken, however many race for it. */
  claim(enquiry: TestEnquiry): Promise<TestEnquiry | null>;
  /** Puts it in the place of the one with the same revision; null when that has changed meanwhile. @returns it with its new revision */
  save(enquiry: TestEnquiry): Promise<TestEnquiry | null>;
}
