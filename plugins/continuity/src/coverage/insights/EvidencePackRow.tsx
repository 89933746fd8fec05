import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { EvidencePack } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { saveFile } from '../../screen/saveFile';
import { useFormats } from '../../screen/useFormats';
import { Moment } from '../../record/Moment';
import { formatDay } from '../../status/formatDay';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5, 2),
    padding: theme.spacing(1.5, 0),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  text: { flex: 1, minWidth: 240 },
}));

/** One pack: how far it is, what is missing in it, and the file. */
export const EvidencePackRow = (props: {
  pack: EvidencePack;
  timeZone: string;
}) => {
  const { pack, timeZone } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const { number, locale } = useFormats();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const day = (of: string) => formatDay(of, { locale, timeZone });
  const name = pack.title || t('evidence.untitled');
  const download = async () => {
    setBusy(true);
    setError(undefined);
    try {
      saveFile(
        `continuity-evidence-${pack.period.to}.zip`,
        await api.audit.getPackFile(pack.id),
      );
    } catch (e) {
      setError(e);
    }
    setBusy(false);
  };
  const facts = [
    t('evidence.services', {
      count: pack.entities,
      shown: number(pack.entities),
    }),
    pack.leftOut > 0 &&
      t('evidence.leftOut', {
        count: pack.leftOut,
        shown: number(pack.leftOut),
      }),
    pack.missing !== null &&
      (pack.missing === 0
        ? t('evidence.nothingMissing')
        : t('evidence.missing', {
            count: pack.missing,
            shown: number(pack.missing),
          })),
    pack.bytes !== null &&
      t('evidence.size', { kilobytes: number(Math.ceil(pack.bytes / 1024)) }),
    pack.expiresAt !== null &&
      t('evidence.expires', { date: day(pack.expiresAt) }),
  ].filter(Boolean);
  return (
    <li className={classes.root}>
      <div className={classes.text}>
        <Typography variant="body1">
          <strong>{name}</strong> · {formatDay(pack.period.from, { locale })} –{' '}
          {formatDay(pack.period.to, { locale })}
        </Typography>
        <Typography variant="body2" component="div" aria-live="polite">
          {t(`evidence.state.${pack.state}`)} · <Moment at={pack.requestedAt} />
          {' · '}
          {facts.join(' · ')}
        </Typography>
        {pack.state === 'running' && (
          <>
            <LinearProgress
              variant="determinate"
              value={(pack.progress / Math.max(1, pack.entities)) * 100}
              aria-label={t('evidence.state.running')}
            />
            <Typography variant="caption">
              {t('evidence.progress', {
                done: number(pack.progress),
                total: number(pack.entities),
              })}
            </Typography>
          </>
        )}
        {pack.problem && <Alert severity="error">{pack.problem}</Alert>}
        {error !== undefined && (
          <Alert severity="error" role="alert">
            {t('evidence.downloadFailed', { message: errorMessage(error) })}
          </Alert>
        )}
      </div>
      {pack.state === 'done' && (
        <Button
          size="small"
          variant="outlined"
          color="primary"
          disabled={busy}
          onClick={download}
          aria-label={t('evidence.downloadNamed', {
            name,
            date: day(pack.requestedAt),
          })}
        >
          {t(busy ? 'evidence.downloading' : 'evidence.download')}
        </Button>
      )}
    </li>
  );
};
