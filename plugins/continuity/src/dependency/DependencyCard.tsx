import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { EntityName } from '../catalog/EntityName';
import { continuityTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  counts: { fontWeight: 600 },
  quiet: { color: theme.palette.text.secondary, marginTop: theme.spacing(1) },
  list: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) },
}));

/** How many services need it, and how many it needs. */
export const DependencyCard = (props: {
  dependencies: EntityContinuity['dependencies'];
}) => {
  const { needs, neededBy, neededByExamples, redacted } = props.dependencies;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  return (
    <EntityInfoCard title={t('dependency.title')}>
      <div className={classes.counts}>
        {t('dependency.counts', {
          needs: String(needs),
          neededBy: String(neededBy),
        })}
      </div>
      {neededBy === 0 && redacted === 0 && (
        <div className={classes.quiet}>{t('dependency.neededByNothing')}</div>
      )}
      {neededByExamples.length > 0 && (
        <>
          <div className={classes.quiet}>{t('dependency.neededBy')}</div>
          <ul className={classes.list}>
            {neededByExamples.map(ref => (
              <li key={ref}>
                <EntityName entityRef={ref} defaultKind="component" />
              </li>
            ))}
          </ul>
        </>
      )}
      {redacted > 0 && (
        <div className={classes.quiet}>
          {t('dependency.redacted', { count: redacted })}
        </div>
      )}
    </EntityInfoCard>
  );
};
