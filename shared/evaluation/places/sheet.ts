import { type ShownLight, worstFirst } from '../../model/light.ts';
import { type Place, places } from '../../model/place.ts';

/** One row of the sheet; nobody watches a place without touchpoints. */
export interface PlaceRow<Touchpoint> {
  /** `loyalty` stands below the six places, for what belongs to none of them. */
  readonly place: Place | 'loyalty';
  /** The worst of its touchpoints'; null where there is none. */
  readonly light: ShownLight;
  /** Worst first. */
  readonly touchpoints: readonly Touchpoint[];
}

interface Placed {
  readonly place: Place | null;
  readonly light: ShownLight;
}

/** All six places of the audit, in its order, also those that nobody watches. */
export function sheetOf<Touchpoint extends Placed>(touchpoints: readonly Touchpoint[]): PlaceRow<Touchpoint>[] {
  const byPlace = Map.groupBy(touchpoints, ({ place }) => place ?? 'loyalty');
  const rows = [...places, 'loyalty' as const].map((place) => {
    const its = worstFirst(byPlace.get(place) ?? [], ({ light }) => light);
    return { place, light: its[0]?.light ?? null, touchpoints: its };
  });
  return rows.filter(({ place, touchpoints: its }) => place !== 'loyalty' || its.length > 0);
}
