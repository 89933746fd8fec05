import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../translation';
import {
  namedPeriods,
  type InsightsSearch,
  type NamedPeriod,
} from './insightsSearch';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** Chooses the period: by name, or by its first and last day. */
export const PeriodBar = (props: {
  search: InsightsSearch;
  /** The days that are shown. */
  shown: { from: string; to: string } | undefined;
  onChange: (search: InsightsSearch) => void;
}) => {
  const { search, shown, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  useEffect(() => {
    if (!shown) return;
    setFrom(shown.from);
    setTo(shown.to);
  }, [shown]);
  const isOwn = Boolean(search.from || search.to);
  const chosen = search.period ?? (isOwn ? undefined : 'quarter');
  return (
    <form
      className={classes.root}
      aria-label={t('insights.period.label')}
      onSubmit={event => {
        event.preventDefault();
        onChange({ ...(from && { from }), ...(to && { to }) });
      }}
    >
      {(Object.keys(namedPeriods) as NamedPeriod[]).map(period => (
        <Button
          key={period}
          size="small"
          variant={period === chosen ? 'contained' : 'outlined'}
          color="primary"
          aria-pressed={period === chosen}
          onClick={() => onChange({ period })}
        >
          {t(`insights.period.${period}`)}
        </Button>
      ))}
      <TextField
        type="date"
        variant="outlined"
        size="small"
        id="insights-from"
        label={t('insights.period.from')}
        value={from}
        onChange={event => setFrom(event.target.value)}
        InputLabelProps={{ shrink: true }}
      />
      <TextField
        type="date"
        variant="outlined"
        size="small"
        id="insights-to"
        label={t('insights.period.to')}
        value={to}
        onChange={event => setTo(event.target.value)}
        InputLabelProps={{ shrink: true }}
      />
      <Button type="submit" size="small" variant="outlined" color="primary">
        {t('insights.period.show')}
      </Button>
    </form>
  );
};
