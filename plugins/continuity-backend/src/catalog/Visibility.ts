/** What a caller may read in the catalog. An entity whose uid is not known is hidden. */
export type Visibility =
  | { kind: 'all' }
  | { kind: 'none' }
  | { kind: 'some'; uids: ReadonlySet<string> };
