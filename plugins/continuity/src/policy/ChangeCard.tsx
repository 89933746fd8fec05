import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { PolicyResponse } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import { fullMoment } from '../record/relativeTime';
import { CodeBlock } from '../screen/CodeBlock';
import { mappingExample } from './mappingExample';
import { useFormats } from '../screen/useFormats';

const useStyles = makeStyles(theme => ({
  summary: { cursor: 'pointer', marginTop: theme.spacing(1) },
  versions: { margin: theme.spacing(1, 0, 0), paddingLeft: theme.spacing(3) },
  title: { marginTop: theme.spacing(2), fontWeight: 700 },
}));

/** Where the policy is changed, and which versions were in force when. */
export const ChangeCard = (props: { answer: PolicyResponse }) => {
  const { policy, version, inForceSince, versions } = props.answer;
  const classes = useStyles();
  const { t } = useTranslation();
  const { locale } = useFormats();
  const moment = (iso: string) => fullMoment(iso, locale);
  const earlier = versions.filter(other => other.to !== null);

  return (
    <EntityInfoCard title={t('policy.change.title')}>
      <Typography variant="body2">
        {t('policy.change.text', { key: <code>continuity:</code> })}
      </Typography>
      <details>
        <summary className={classes.summary}>
          <Typography variant="body2" component="span">
            {t('policy.change.example')}
          </Typography>
        </summary>
        <CodeBlock
          label={t('policy.change.example')}
          text={mappingExample(policy.tiers.map(tier => tier.id))}
        />
      </details>
      <Typography variant="subtitle2" component="h4" className={classes.title}>
        {t('policy.versions.title')}
      </Typography>
      <Typography variant="body2">
        {t('policy.versions.current', {
          version: version.slice(0, 8),
          date: moment(inForceSince),
        })}
      </Typography>
      {earlier.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('policy.versions.only')}
        </Typography>
      )}
      {earlier.length > 0 && (
        <details>
          <summary className={classes.summary}>
            <Typography variant="body2" component="span">
              {t('policy.versions.more', { count: earlier.length })}
            </Typography>
          </summary>
          <ul className={classes.versions}>
            {earlier.map(other => (
              <li key={other.from}>
                <Typography variant="body2">
                  {t('policy.versions.earlier', {
                    version: other.version.slice(0, 8),
                    from: moment(other.from),
                    to: moment(other.to!),
                  })}
                </Typography>
              </li>
            ))}
          </ul>
        </details>
      )}
    </EntityInfoCard>
  );
};
