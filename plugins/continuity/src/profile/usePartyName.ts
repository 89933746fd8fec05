import { useCallback } from 'react';
import { useNames } from '../catalog/Names';
import { partyName } from './valueText';

/** How to write a user or group: by the name that the answer gave, else by the ref. */
export function usePartyName(): (ref: string) => string {
  const names = useNames();
  return useCallback(
    (ref: string) => (Object.hasOwn(names, ref) ? names[ref] : partyName(ref)),
    [names],
  );
}
