import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { FindingSummary } from 'backstage-plugin-continuity-common';
import { partyName } from '../../profile/valueText';
import { useTranslation } from '../../translation';
import { findingAddress } from './findingAddress';
import {
  FindingDue,
  FindingSeverityMark,
  FindingStateMark,
} from './FindingMarks';

const useStyles = makeStyles(theme => ({
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.25, 1.5),
    fontSize: '0.875rem',
  },
}));

/** A finding in two lines: what, how bad, how far, who, until when. */
export const FindingLine = (props: {
  finding: FindingSummary;
  /** The address of the findings; without it nothing is linked. */
  findings?: string;
}) => {
  const { finding, findings } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const isDone = finding.state === 'verified' || finding.state === 'accepted';
  return (
    <>
      <div className={classes.title}>
        {findings ? (
          <Link to={findingAddress(findings, finding.id)}>{finding.title}</Link>
        ) : (
          finding.title
        )}
      </div>
      <div className={classes.facts}>
        <FindingSeverityMark severity={finding.severity} />
        <FindingStateMark state={finding.state} />
        <span>
          {t('finding.by', {
            who: finding.owner.title ?? partyName(finding.owner.ref),
          })}
        </span>
        {!isDone && <FindingDue finding={finding} />}
      </div>
    </>
  );
};
