import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import TextField from '@material-ui/core/TextField';
import CloseIcon from '@material-ui/icons/Close';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../../translation';
import { freeId, type TestDraft } from './testDraft';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
  },
}));

type Criteria = TestDraft['criteria'];

/** What must be so for the test to have succeeded, one line each. */
export const CriteriaField = (props: {
  id: string;
  criteria: Criteria;
  error?: string;
  onChange: (criteria: Criteria) => void;
}) => {
  const { id, criteria, error, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <div>
      <ul className={classes.list} aria-label={t('testing.form.criteria')}>
        {criteria.map((criterion, at) => (
          <li key={criterion.id} className={classes.item}>
            <TextField
              id={`${id}-${criterion.id}`}
              fullWidth
              label={t('testing.form.criterion', { number: at + 1 })}
              value={criterion.text}
              onChange={event =>
                onChange(
                  criteria.map(each =>
                    each === criterion
                      ? { ...each, text: event.target.value }
                      : each,
                  ),
                )
              }
              error={Boolean(error)}
              helperText={at === 0 ? error : undefined}
              inputProps={{ maxLength: 500 }}
              variant="outlined"
              size="small"
            />
            <IconButton
              size="small"
              aria-label={t('testing.form.removeCriterion', { number: at + 1 })}
              onClick={() =>
                onChange(criteria.filter(each => each !== criterion))
              }
            >
              <CloseIcon fontSize="small" />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button
        size="small"
        onClick={() =>
          onChange([...criteria, { id: freeId(criteria), text: '' }])
        }
      >
        {t('testing.form.addCriterion')}
      </Button>
    </div>
  );
};
