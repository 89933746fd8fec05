import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { FindingSummary } from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { partyName } from '../../profile/valueText';
import { useTranslation } from '../../translation';
import { testAddress } from '../testAddress';

const useStyles = makeStyles(theme => ({
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

/** Where a finding comes from. */
export const FindingSource = (props: {
  finding: FindingSummary;
  findings: string;
}) => {
  const { source } = props.finding;
  const { t } = useTranslation();
  if (!source.test) return <>{t(`finding.source.${source.kind}`)}</>;
  const tests = props.findings.replace(/\/findings$/, '');
  return (
    <>
      {t(`finding.source.${source.kind}`)}:{' '}
      <Link to={testAddress(tests, source.test.id)}>{source.test.title}</Link>
    </>
  );
};

/** Who deals with a finding; said where that one has left the catalog. */
export const FindingOwner = (props: { finding: FindingSummary }) => {
  const { owner } = props.finding;
  const { t } = useTranslation();
  const name = owner.title ?? partyName(owner.ref);
  return owner.exists ? (
    <EntityName entityRef={owner.ref} title={name} />
  ) : (
    <>{t('finding.ownerGone', { name })}</>
  );
};

/** What a finding is about: the first few by name, how many more, and how many the reader may not see. */
export const FindingEntities = (props: {
  finding: FindingSummary;
  most: number;
}) => {
  const { finding, most } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const more = finding.entities.length - most;
  return (
    <>
      {finding.entities.slice(0, most).map(({ entityRef, title }) => (
        <div key={entityRef}>
          <EntityName
            entityRef={entityRef}
            title={title}
            defaultKind="component"
          />
        </div>
      ))}
      {more > 0 && (
        <div className={classes.quiet}>
          {t('finding.more', { count: more })}
        </div>
      )}
      {finding.redacted > 0 && (
        <div className={classes.quiet}>
          {t('finding.redacted', { count: finding.redacted })}
        </div>
      )}
    </>
  );
};
