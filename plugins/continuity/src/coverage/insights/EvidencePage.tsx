import { Progress } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { continuityAuditReadPermission } from 'backstage-plugin-continuity-common';
import { cadenceLengthText } from '../../policy/cadenceText';
import { BackLink } from '../../screen/BackLink';
import { LoadError } from '../../screen/LoadError';
import { PageTheme } from '../../screen/PageTheme';
import { rootRouteRef } from '../../routes';
import { useTranslation } from '../../translation';
import { EvidenceForm } from './EvidenceForm';
import { EvidencePackRow } from './EvidencePackRow';
import { useEvidencePacks } from './useEvidencePacks';

const useStyles = makeStyles(theme => ({
  column: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    '& > *': { height: 'auto' },
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
}));

const Content = () => {
  const classes = useStyles();
  const { t } = useTranslation();
  const pages = useRouteRef(rootRouteRef)();
  const { value, error, retry } = useEvidencePacks();
  if (error) {
    return (
      <LoadError
        error={error}
        title={t('evidence.loadFailed')}
        refused={{
          title: t('insights.noAccess.title'),
          text: t('insights.noAccess.text', {
            permission: continuityAuditReadPermission.name,
          }),
        }}
        onRetry={retry}
      />
    );
  }
  return (
    <div className={classes.column}>
      <div>
        <BackLink to={`${pages}/insights`}>{t('evidence.back')}</BackLink>
        <Typography variant="h5" component="h2" gutterBottom>
          {t('evidence.title')}
        </Typography>
        <Typography variant="body2">{t('evidence.intro')}</Typography>
      </div>
      {!value && <Progress />}
      {value?.allowedActions.includes('evidence.create') && (
        <EvidenceForm onAsked={retry} />
      )}
      {value && (
        <EntityInfoCard title={t('evidence.list')}>
          {value.items.length === 0 ? (
            <Typography variant="body2">{t('evidence.none')}</Typography>
          ) : (
            <ul className={classes.list}>
              {value.items.map(pack => (
                <EvidencePackRow
                  key={pack.id}
                  pack={pack}
                  timeZone={value.timeZone}
                />
              ))}
            </ul>
          )}
          <Typography variant="caption" color="textSecondary">
            {t('evidence.kept', { time: cadenceLengthText(t, value.keptFor) })}
          </Typography>
        </EntityInfoCard>
      )}
    </div>
  );
};

/** Evidence packs: asks for one, says how far it is, and hands it out. */
export const EvidencePage = () => (
  <PageTheme>
    <Content />
  </PageTheme>
);
