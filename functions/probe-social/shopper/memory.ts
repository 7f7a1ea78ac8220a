import { z } from 'zod';

/** How far a folder of the shopper's mailbox was read. */
const folderSchema = z.object({
  path: z.string(),
  uidValidity: z.string(),
  /** The first UID that was not read. */
  next: z.number(),
  /** When the last reading that left nothing out began, epoch milliseconds. */
  readAt: z.number(),
});
export type FolderPosition = z.infer<typeof folderSchema>;

const memorySchema = z.object({ folders: z.array(folderSchema) });

/** What another version left is read once more: answers that are known are not taken twice. */
export function readShopperMemory(memory: unknown): readonly FolderPosition[] {
  return memorySchema.catch({ folders: [] }).parse(memory).folders;
}
