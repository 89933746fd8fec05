import {
  EntityRefLink,
  humanizeEntityRef,
} from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import { isHiddenEntity } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import { useNames } from './Names';

/** A ref as people read it: `checkout`, with the kind and namespace only where they say something. */
export function nameOfRef(entityRef: string, defaultKind?: string): string {
  try {
    return humanizeEntityRef(parseEntityRef(entityRef), { defaultKind });
  } catch {
    return entityRef;
  }
}

/**
 * A link to an entity, written with the title that the answer gave, here or among its names. It asks the catalog nothing, so that a page with many names stays one
 * request. An entity that the reader may not see has neither name nor link.
 */
export const EntityName = (props: {
  entityRef: string;
  title?: string | null;
  /** The kind that needs no mention. */
  defaultKind?: string;
}) => {
  const { entityRef, title, defaultKind } = props;
  const { t } = useTranslation();
  const names = useNames();
  if (isHiddenEntity(entityRef)) return <span>{t('catalog.hidden')}</span>;
  const name = title ?? names[entityRef] ?? nameOfRef(entityRef, defaultKind);
  return <EntityRefLink entityRef={entityRef}>{name}</EntityRefLink>;
};
