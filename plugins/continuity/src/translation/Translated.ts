/** The shape of a room's messages in another language: the same keys, other texts. */
export type Translated<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]>;
};

/** The keys of nested messages, joined by dots, as the translation API wants them. */
export type FlatKey<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${FlatKey<T[K]>}`;
}[keyof T & string];
