import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import { continuityAuditReadPermission } from 'backstage-plugin-continuity-common';
import { rootRouteRef } from '../../routes';
import { useTranslation } from '../../translation';

/** Leads to where a changed policy is tried; nothing for those who may not. */
export const TryPolicyButton = () => {
  const { t } = useTranslation();
  const pages = useRouteRef(rootRouteRef)();
  const { allowed } = usePermission({
    permission: continuityAuditReadPermission,
  });
  if (!allowed) return null;
  return (
    <LinkButton to={`${pages}/policy/try`} variant="outlined" color="primary">
      {t('dryRun.button')}
    </LinkButton>
  );
};
