import path from 'node:path';
import type { Language } from '../../model/business.ts';
import { oneLine, shorten } from '../../model/foreign-text.ts';
import { type ConfigFault, faultInOneLine } from '../faults.ts';

/** A business whose file could not be deployed: it is paused, and its open incidents with it. */
export interface LeftOut {
  readonly id: string;
  /** `florist.yaml`, `salon/touchpoints.yaml` */
  readonly file: string;
  readonly faults: number;
  /** In English, as `cdk` printed it. */
  readonly firstFault: string;
  /** Of its live page; null where its file names none, as far as it can be read. */
  readonly pageLanguage: Language | null;
}

const faultLimit = 200;

/** @param faults at least one */
export function leftOut(
  id: string,
  {
    fileName,
    faults,
    pageLanguage,
  }: Pick<LeftOut, 'pageLanguage'> & {
    readonly fileName: string;
    readonly faults: readonly ConfigFault[];
  },
): LeftOut {
  const name = path.basename(fileName);
  // Each business with a folder of its own has a file of this name.
  const file = name === 'touchpoints.yaml' ? `${id}/${name}` : name;
  const [first] = faults;
  const told = first === undefined ? '' : faultInOneLine({ ...first, file });
  return { id, file, faults: faults.length, firstFault: shorten(oneLine(told), faultLimit), pageLanguage };
}
