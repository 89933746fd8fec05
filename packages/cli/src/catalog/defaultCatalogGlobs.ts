/** Which files hold catalog documents where nothing else is said. */
export const defaultCatalogGlobs = ['**/catalog-info.{yaml,yml}'];
