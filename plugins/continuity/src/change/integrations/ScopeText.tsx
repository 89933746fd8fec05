import type { ChangeIntegrationsAnswer } from 'backstage-plugin-continuity-common';
import { Fragment } from 'react';
import { EntityName } from '../../catalog/EntityName';
import { useTranslation } from '../../translation';

/** What may be named to a machine. */
export const ScopeText = (props: {
  scope: ChangeIntegrationsAnswer['machines'][number]['scope'];
}) => {
  const { everything, entities, redacted } = props.scope;
  const { t } = useTranslation();
  if (everything) return <>{t('change.integrations.scopeAll')}</>;
  if (entities.length === 0 && redacted === 0) {
    return <>{t('change.integrations.scopeNone')}</>;
  }
  return (
    <>
      {entities.map((entityRef, index) => (
        <Fragment key={entityRef}>
          {index > 0 && ', '}
          <EntityName entityRef={entityRef} />
        </Fragment>
      ))}
      {entities.length > 0 && redacted > 0 && ', '}
      {redacted > 0 &&
        t('change.integrations.scopeHidden', { count: redacted })}
    </>
  );
};
