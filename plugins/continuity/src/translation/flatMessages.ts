/** Texts by room. */
export type Nested = { readonly [key: string]: string | Nested };

/** The texts by their whole keys, joined by dots. */
export function flatMessages(
  messages: Nested,
  prefix = '',
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(messages).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, value]]
        : Object.entries(flatMessages(value, `${prefix}${key}.`)),
    ),
  );
}
