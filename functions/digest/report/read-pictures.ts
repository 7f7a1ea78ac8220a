import type { ShownPicture } from '../../../shared/look/marked-pictures.ts';
import { picturesOf } from '../../../shared/model/marked-picture.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { EvidenceReader } from '../../../shared/ports/evidence-store.ts';

/** So that the file can be sent to somebody, and the live page in AWS can show it: base64 makes a third more of it, twice. */
const mostBytes = 3 * 1024 * 1024;

/** Reads pictures into one file, as long as there is room for them. */
export function pictureReader(evidence: EvidenceReader): (result: Result) => Promise<ShownPicture[]> {
  let room = mostBytes;
  return async (result) => {
    const shown: ShownPicture[] = [];
    for (const picture of picturesOf(result.details)) {
      const file = result.evidence.find(({ name }) => name === picture.name);
      if (file === undefined || !/^image\/(jpeg|png|webp)$/.test(file.contentType)) continue;
      const bytes = await evidence.read(file.reference);
      if (bytes === null || bytes.length > room) continue;
      room -= bytes.length;
      shown.push({ ...picture, src: `data:${file.contentType};base64,${Buffer.from(bytes).toString('base64')}` });
    }
    return shown;
  };
}
