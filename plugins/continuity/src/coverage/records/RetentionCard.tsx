import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { RetentionList } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { continuityApiRef } from '../../api';
import { cadenceLengthText } from '../../policy/cadenceText';
import { isRefusal } from '../../screen/LoadError';
import { useFormats } from '../../screen/useFormats';
import { formatDay } from '../../status/formatDay';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  type: { padding: theme.spacing(0.5, 0) },
  items: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

const Outlived = ({ type }: { type: RetentionList['items'][number] }) => {
  const classes = useStyles();
  const { t } = useTranslation();
  const { number, locale } = useFormats();
  const [open, setOpen] = useState(false);
  const name = t(`record.retention.type.${type.type}`);
  const left = type.total - type.items.length;
  return (
    <li className={classes.type}>
      <Typography variant="body2" component="div">
        <strong>{name}</strong>
        {': '}
        {t('record.retention.total', {
          count: type.total,
          shown: number(type.total),
        })}
        {type.keptFor !== null &&
          ` · ${t('record.retention.kept', {
            time: cadenceLengthText(t, type.keptFor),
          })}`}{' '}
        <Button
          size="small"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'record.retention.hide' : 'record.retention.show')}
        </Button>
      </Typography>
      {open && (
        <ul className={classes.items} aria-label={name}>
          {type.items.map(({ entityRef, label, at }) => (
            <li key={`${entityRef} ${label} ${at}`}>
              {t('record.retention.item', {
                label,
                date: formatDay(at, { locale }),
              })}
            </li>
          ))}
          {left > 0 && (
            <li>
              {t('record.retention.more', {
                count: left,
                shown: number(left),
              })}
            </li>
          )}
        </ul>
      )}
    </li>
  );
};

/** What the next daily run deletes, type by type; nothing for those who may not know. */
export const RetentionCard = () => {
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const { value, error } = useAsync(() => api.audit.getRetention(), [api]);
  if (error && isRefusal(error)) return null;
  const outlived = value?.items.filter(({ total }) => total > 0) ?? [];
  return (
    <EntityInfoCard title={t('record.retention.title')}>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('record.retention.intro')}
      </Typography>
      {!value && !error && <LinearProgress />}
      {error && (
        <Alert severity="error">
          {t('record.retention.failed', { message: error.message })}
        </Alert>
      )}
      {value && outlived.length === 0 && (
        <Typography variant="body2">{t('record.retention.nothing')}</Typography>
      )}
      <ul className={classes.list}>
        {outlived.map(type => (
          <Outlived key={type.type} type={type} />
        ))}
      </ul>
    </EntityInfoCard>
  );
};
