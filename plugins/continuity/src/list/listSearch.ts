import { pageSizes, usualPageSize } from './Pager';
import { value, type SearchField } from './searchFields';

interface Listed {
  sort?: string;
  limit?: number;
  cursor?: string;
}

type Fields<S> = { [name in keyof S]?: SearchField };

/**
 * The URL of a list: what the list shows, in the order in which it is written. What can't be understood is left out, since links outlive
 * the software they were copied from; what is as always is not written.
 *
 * @param options - `shown`: how it is looked at; `filters`: what narrows it down; `sort`: the keys, and the one that is usual
 */
export function listSearch<S extends Listed>(options: {
  shown?: Fields<S>;
  filters: Fields<S>;
  sort?: {
    schema: { safeParse: (key: string) => { data?: unknown } };
    usual?: S['sort'];
  };
}) {
  const { filters, sort } = options;
  const fields = Object.entries<SearchField | undefined>({
    ...options.shown,
    ...filters,
    ...(sort && {
      sort: value(key => sort.schema.safeParse(key).data, {
        usual: sort.usual,
      }),
    }),
    limit: value(size => pageSizes.find(each => each === Number(size)), {
      usual: usualPageSize,
    }),
    cursor: value(cursor => cursor || undefined),
  });
  const filtersOf = (search: S): Partial<S> =>
    Object.fromEntries(
      Object.keys(filters).flatMap(name => {
        const said = search[name as keyof S];
        return said ? [[name, said]] : [];
      }),
    ) as Partial<S>;
  return {
    read: (params: URLSearchParams): S =>
      Object.fromEntries(
        fields.flatMap(([name, field]) => {
          const said = field!.read(params, name);
          return said === undefined ? [] : [[name, said]];
        }),
      ) as unknown as S,
    write: (search: S): URLSearchParams => {
      const params = new URLSearchParams();
      for (const [name, field] of fields) {
        field!.write(params, name, search[name as keyof S]);
      }
      return params;
    },
    /** The filters alone, as the list is asked with them. */
    filtersOf,
    /** Whether anything narrows the list down. */
    isFiltered: (search: S) => Object.keys(filtersOf(search)).length > 0,
  };
}
