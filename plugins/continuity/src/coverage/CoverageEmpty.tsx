import { LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import { Notice } from '../screen/Notice';
import { policyRouteRef } from '../routes';
import { useTranslation } from '../translation';

/** Why there is nothing in the list, and the way out. */
export const CoverageEmpty = (props: {
  reason: 'filtered' | 'page' | 'scope';
  onClear: () => void;
  onFirst: () => void;
}) => {
  const { reason, onClear, onFirst } = props;
  const { t } = useTranslation();
  const policyRoute = useRouteRef(policyRouteRef);
  const look = {
    size: 'small',
    variant: 'outlined',
    color: 'primary',
  } as const;
  const action = {
    filtered: (
      <Button {...look} onClick={onClear}>
        {t('coverage.filter.clear')}
      </Button>
    ),
    page: (
      <Button {...look} onClick={onFirst}>
        {t('policy.pager.first')}
      </Button>
    ),
    scope: (
      <LinkButton {...look} to={policyRoute()}>
        {t('coverage.empty.seePolicy')}
      </LinkButton>
    ),
  }[reason];
  return (
    <Notice
      title={t(`coverage.empty.${reason}Title`)}
      text={t(`coverage.empty.${reason}Text`)}
      action={action}
    />
  );
};
