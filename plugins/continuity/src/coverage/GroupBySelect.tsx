import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useTranslation } from '../translation';
import type { CoverageGroup } from './coverageSearch';

const useStyles = makeStyles({ root: { width: 172 } });

const groups: CoverageGroup[] = [
  'tier',
  'status',
  'owner',
  'system',
  'domain',
  'cause',
  'kind',
  'type',
];

/** Shows the list, or groups of it with their numbers. */
export const GroupBySelect = (props: {
  group: CoverageGroup | undefined;
  onChange: (group: CoverageGroup | undefined) => void;
}) => {
  const { group, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  return (
    <TextField
      select
      size="small"
      variant="outlined"
      className={classes.root}
      id="continuity-coverage-group"
      label={t('coverage.groups.by')}
      value={group ?? 'none'}
      onChange={event =>
        onChange(groups.find(each => each === event.target.value))
      }
    >
      <MenuItem value="none">{t('coverage.groups.none')}</MenuItem>
      {groups.map(each => (
        <MenuItem key={each} value={each}>
          {t(`coverage.filter.${each}`)}
        </MenuItem>
      ))}
    </TextField>
  );
};
