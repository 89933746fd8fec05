import type { Entity } from '@backstage/catalog-model';

/** What the labels say of an entity, as fields of a search document that a search can be filtered by. @public */
export interface ContinuityDocumentFields {
  /** For example `exposed`; empty where the entity has no such label. */
  continuityStatus: string;
  /** Id of the effective tier, for example `tier-1`; empty where the entity has none. */
  continuityTier: string;
  /** Outcome of the last test, for example `failed`; empty where there was none. */
  continuityLastTest: string;
}

/**
 * Lets search find entities by their continuity: adds to a transformer of the catalog collator what the labels of
 * `backstage-plugin-catalog-backend-module-continuity` say, to the text and as fields of their own.
 *
 * @example
 * ```ts
 * collator.setEntityTransformer(withContinuityLabels(defaultCatalogCollatorEntityTransformer));
 * ```
 *
 * @param transform - the transformer to add to, usually `defaultCatalogCollatorEntityTransformer`
 * @param options - `tiers`: the policy's tiers, so that their titles are found as well as their ids
 * @public
 */
export function withContinuityLabels<T extends { text: string }>(
  transform: (entity: Entity) => T,
  options: { tiers?: ReadonlyArray<{ id: string; title: string }> } = {},
): (entity: Entity) => T & ContinuityDocumentFields {
  const titles = new Map(options.tiers?.map(tier => [tier.id, tier.title]));

  return entity => {
    const document = transform(entity);
    const {
      'continuity/status': status = '',
      'continuity/effective-tier': tier = '',
      'continuity/last-test': lastTest = '',
    } = entity.metadata.labels ?? {};
    const said = [
      status,
      [tier, titles.get(tier)].filter(Boolean).join(' '),
      lastTest && `last test ${lastTest}`,
    ].filter(Boolean);

    return {
      ...document,
      text: [document.text, said.length && `Continuity: ${said.join(', ')}`]
        .filter(Boolean)
        .join(' : '),
      continuityStatus: status,
      continuityTier: tier,
      continuityLastTest: lastTest,
    };
  };
}
