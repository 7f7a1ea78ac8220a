import { keepEnquiriesDays } from '../../model/keep-days.ts';
import { checkPartition, enquiryKey, expiryAttribute, sortKeyPrefix } from '../../model/table-keys.ts';
import { enquirySchema, type TestEnquiry } from '../../model/test-enquiry.ts';
import { dayMs } from '../../model/time-spans.ts';
import type { EnquiryStore } from '../../ports/enquiry-store.ts';
import { type Condition, getItem, itemIsNew, parseItem, putItem, queryItems, type Table } from './table.ts';

export function createEnquiryStore(table: Table): EnquiryStore {
  const put = async (enquiry: TestEnquiry, condition: Condition): Promise<TestEnquiry | null> => {
    const expiresAt = Math.floor((Date.parse(enquiry.sentAt) + keepEnquiriesDays * dayMs) / 1000);
    const attributes = { ...enquiry, [expiryAttribute]: expiresAt };
    const key = enquiryKey(enquiry.checkId, enquiry.slot);
    return (await putItem(table, { type: 'enquiry', key, attributes, condition })) === 'written' ? enquiry : null;
  };
  return {
    async list(checkId) {
      const items = await queryItems(table, {
        partition: checkPartition(checkId),
        sortKeys: { beginsWith: sortKeyPrefix.enquiry },
        consistent: true,
      });
      return items.map((item) => parseItem(table, 'enquiry', enquirySchema, item));
    },
    async load(checkId, slot) {
      const item = await getItem(table, enquiryKey(checkId, slot));
      return item === null ? null : parseItem(table, 'enquiry', enquirySchema, item);
    },
    claim: (enquiry) => put(enquiry, itemIsNew),
    save: (enquiry) => put({ ...enquiry, revision: enquiry.revision + 1 }, isStill(enquiry.revision)),
  };
}

function isStill(revision: number): Condition {
  return { expression: 'revision = :revision', values: { ':revision': revision } };
}
