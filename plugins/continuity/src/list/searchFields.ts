/** How one part of what a list shows stands in its URL. */
export interface SearchField {
  /** @returns undefined for what is not there, and for what can't be understood */
  read: (params: URLSearchParams, name: string) => unknown;
  write: (params: URLSearchParams, name: string, value: any) => void;
}

/** One value, of those that are known; the usual one is not written. */
export function one(values: readonly string[], usual?: string): SearchField {
  return value(said => values.find(each => each === said), { usual });
}

/** One value that is read from its text. */
export function value(
  read: (text: string) => unknown,
  { called, usual }: { called?: string; usual?: unknown } = {},
): SearchField {
  return {
    read: (params, name) => read(params.get(called ?? name) ?? ''),
    write: (params, name, said) => {
      if (said && said !== usual) params.set(called ?? name, String(said));
    },
  };
}

/** Several values, any of which may hold. */
export function several(
  isKnown: (value: string) => boolean = () => true,
): SearchField {
  return {
    read: (params, name) => {
      const values = [...new Set(params.getAll(name).filter(Boolean))];
      const known = values.filter(isKnown);
      return known.length > 0 ? known : undefined;
    },
    write: (params, name, values: string[] = []) => {
      for (const said of values) params.append(name, said);
    },
  };
}

/** Several values of a schema. */
export function severalOf(schema: {
  safeParse: (value: string) => { success: boolean };
}): SearchField {
  return several(said => schema.safeParse(said).success);
}

/** What is on, or is not mentioned. */
export function flag(called?: string): SearchField {
  return value(said => (said === 'true' ? true : undefined), { called });
}

/** What somebody typed. */
export function text(): SearchField {
  return value(said => said.trim().slice(0, 200) || undefined);
}
