import { createContext, useContext, type ReactNode } from 'react';

type Names = Record<string, string>;

const NamesContext = createContext<Names>({});

/** Gives what stands below it what an answer calls its entities, users and groups, by ref. */
export const NamesProvider = (props: {
  names: Names | undefined;
  children: ReactNode;
}) => (
  <NamesContext.Provider value={props.names ?? {}}>
    {props.children}
  </NamesContext.Provider>
);

/** What the answer that is shown calls things, by ref; empty where it says nothing. */
export function useNames(): Names {
  return useContext(NamesContext);
}
