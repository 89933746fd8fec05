type Filters<K extends string> = Record<K, string[] | undefined>;

/**
 * The refs that a list is filtered by, written as the catalog writes them and without those that are hidden from whoever asks: who asks
 * for what is hidden learns nothing by it.
 */
export async function visibleFilters<K extends string>(
  asked: Filters<K>,
  hiddenAmong: (refs: string[]) => Promise<ReadonlySet<string>>,
): Promise<Filters<K>> {
  const names = Object.keys(asked) as K[];
  const refs = names.map(name =>
    asked[name]?.map(ref => ref.toLocaleLowerCase('en-US')),
  );
  const hidden = await hiddenAmong(refs.flatMap(of => of ?? []));
  return Object.fromEntries(
    names.map((name, at) => [name, refs[at]?.filter(ref => !hidden.has(ref))]),
  ) as Filters<K>;
}
