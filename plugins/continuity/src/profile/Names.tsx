import { createContext, useCallback, useContext, type ReactNode } from 'react';
import { partyName } from './valueText';

const NamesContext = createContext<Record<string, string>>({});

/** Gives what stands below it the names of the users and groups that an answer names, by ref. */
export const NamesProvider = (props: {
  names: Record<string, string> | undefined;
  children: ReactNode;
}) => (
  <NamesContext.Provider value={props.names ?? {}}>
    {props.children}
  </NamesContext.Provider>
);

/** How to write a user or group: by the name that the answer gave, else by the ref. */
export function usePartyName(): (ref: string) => string {
  const names = useContext(NamesContext);
  return useCallback(
    (ref: string) => (Object.hasOwn(names, ref) ? names[ref] : partyName(ref)),
    [names],
  );
}
