import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  profileAnnotations,
  type Tier,
} from 'backstage-plugin-continuity-common';
import { CodeBlock } from '../screen/CodeBlock';
import { mappingExample } from '../policy/mappingExample';
import { policyRouteRef } from '../routes';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  ways: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))',
    gap: theme.spacing(3),
    marginTop: theme.spacing(2),
  },
  wayTitle: { fontWeight: 700 },
  action: { marginTop: theme.spacing(2) },
}));

/** Shown while nothing has a tier: what a tier is for, and the three ways to get one. */
export const TeachTiers = (props: {
  tiers?: Tier[];
  /** Left out where the reader may not set tiers. */
  onSetTiers?: () => void;
}) => {
  const { tiers, onSetTiers } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const policyRoute = useRouteRef(policyRouteRef);
  const ids = tiers?.map(tier => tier.id) ?? ['tier-1', 'tier-2'];
  const annotation = [
    'metadata:',
    '  annotations:',
    `    ${profileAnnotations.tier}: ${ids[Math.min(1, ids.length - 1)]}`,
  ].join('\n');

  return (
    <EntityInfoCard title={t('coverage.teach.title')}>
      <Typography variant="body2">{t('coverage.teach.text')}</Typography>
      <div className={classes.ways}>
        <div>
          <Typography
            variant="subtitle2"
            component="h4"
            className={classes.wayTitle}
          >
            {t('coverage.teach.mapTitle')}
          </Typography>
          <Typography variant="body2">{t('coverage.teach.mapText')}</Typography>
          <CodeBlock
            label={t('coverage.teach.mapTitle')}
            text={mappingExample(ids)}
          />
          <Typography variant="body2" color="textSecondary">
            {t('coverage.teach.mapAfter')}
          </Typography>
        </div>
        <div>
          <Typography
            variant="subtitle2"
            component="h4"
            className={classes.wayTitle}
          >
            {t('coverage.teach.fileTitle')}
          </Typography>
          <Typography variant="body2">
            {t('coverage.teach.fileText')}
          </Typography>
          <CodeBlock label={t('coverage.teach.fileTitle')} text={annotation} />
        </div>
        <div>
          <Typography
            variant="subtitle2"
            component="h4"
            className={classes.wayTitle}
          >
            {t('coverage.teach.hereTitle')}
          </Typography>
          <Typography variant="body2">
            {onSetTiers
              ? t('coverage.teach.hereText')
              : t('coverage.teach.hereForbidden')}
          </Typography>
          {onSetTiers && (
            <Button
              variant="outlined"
              color="primary"
              size="small"
              className={classes.action}
              onClick={onSetTiers}
            >
              {t('coverage.setTiers')}
            </Button>
          )}
        </div>
      </div>
      <Typography variant="body2" className={classes.action}>
        <Link to={policyRoute()}>{t('coverage.teach.seePolicy')}</Link>
      </Typography>
    </EntityInfoCard>
  );
};
