import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Notice } from '../../screen/Notice';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  steps: { margin: theme.spacing(1, 0, 2), paddingLeft: theme.spacing(2.5) },
}));

/** Why there is nothing in the list, and the way on; where there are no plans at all, what a plan is and how one comes into force. */
export const PlanListEmpty = (props: {
  reason: 'filtered' | 'page' | 'none';
  onClear: () => void;
  onFirst: () => void;
  onWrite?: () => void;
}) => {
  const { reason, onClear, onFirst, onWrite } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  if (reason === 'none') {
    return (
      <Notice
        title={t('plan.empty.title')}
        text={t('plan.empty.text')}
        action={
          <>
            <ol className={classes.steps}>
              <li>{t('plan.empty.write')}</li>
              <li>{t('plan.empty.submit')}</li>
              <li>{t('plan.empty.approve')}</li>
              <li>{t('plan.empty.keep')}</li>
            </ol>
            {onWrite && (
              <Button color="primary" variant="contained" onClick={onWrite}>
                {t('plan.write')}
              </Button>
            )}
          </>
        }
      />
    );
  }
  const filtered = reason === 'filtered';
  return (
    <Notice
      title={t(filtered ? 'plan.empty.filteredTitle' : 'plan.empty.pageTitle')}
      text={t(filtered ? 'plan.empty.filteredText' : 'plan.empty.pageText')}
      action={
        <Button
          size="small"
          variant="outlined"
          color="primary"
          onClick={filtered ? onClear : onFirst}
        >
          {t(filtered ? 'plan.filter.clear' : 'policy.pager.first')}
        </Button>
      }
    />
  );
};
