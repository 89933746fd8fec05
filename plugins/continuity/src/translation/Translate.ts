import type { ReactNode } from 'react';
import type { continuityMessages } from './messages';
import type { FlatKey } from './Translated';

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** The keys of all texts; those with a count in several forms by the part that they share. */
export type TextKey = FlatKey<typeof continuityMessages> extends infer Key
  ? Key extends `${infer Shared}_${Plural}`
    ? Shared
    : Key
  : never;

/** The plugin's `t`: a text in the reader's language, with its values put in. */
export interface Translate {
  (key: TextKey, values?: Record<string, string | number>): string;
  /** With elements among the values the text is one, too. */
  (key: TextKey, values: Record<string, ReactNode>): JSX.Element;
}
