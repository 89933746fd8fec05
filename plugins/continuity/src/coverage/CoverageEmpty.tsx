import { EmptyState, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { policyRouteRef } from '../routes';
import { continuityTranslationRef } from '../translation';

/** Why there is nothing in the list, and the way out. */
export const CoverageEmpty = (props: {
  reason: 'filtered' | 'page' | 'scope';
  onClear: () => void;
  onFirst: () => void;
}) => {
  const { reason, onClear, onFirst } = props;
  const { t } = useTranslationRef(continuityTranslationRef);
  const policyRoute = useRouteRef(policyRouteRef);
  const action = {
    filtered: (
      <Button variant="outlined" color="primary" onClick={onClear}>
        {t('coverage.filter.clear')}
      </Button>
    ),
    page: (
      <Button variant="outlined" color="primary" onClick={onFirst}>
        {t('coverage.pager.first')}
      </Button>
    ),
    scope: (
      <LinkButton variant="outlined" color="primary" to={policyRoute()}>
        {t('coverage.empty.seePolicy')}
      </LinkButton>
    ),
  }[reason];
  return (
    <EmptyState
      missing="content"
      title={t(`coverage.empty.${reason}Title`)}
      description={t(`coverage.empty.${reason}Text`)}
      action={action}
    />
  );
};
