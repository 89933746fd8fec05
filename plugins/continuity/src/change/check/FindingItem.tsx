import { makeStyles } from '@material-ui/core/styles';
import {
  type ChangeFinding,
  type ContinuityStatus,
} from 'backstage-plugin-continuity-common';
import { EntityName } from '../../catalog/EntityName';
import { useNames } from '../../catalog/Names';
import { withNames } from '../../catalog/withNames';
import { DependencyPath } from '../../dependency/DependencyPath';
import { usePartyName } from '../../profile/usePartyName';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { ShapedWord } from '../ShapedWord';
import { findingText } from './findingText';

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
  },
  title: { fontWeight: 600 },
  line: { margin: theme.spacing(0.5, 0), overflowWrap: 'anywhere' },
}));

const SHAPES: Record<ChangeFinding['severity'], ContinuityStatus> = {
  critical: 'exposed',
  warning: 'at-risk',
  information: 'not-required',
};

/** One finding: how bad, what, about whom, by which way, why it matters, what to do, and whom to ask. */
export const FindingItem = (props: {
  finding: ChangeFinding;
  /** The heading above it says already what it is about. */
  entityIsNamed?: boolean;
}) => {
  const { finding, entityIsNamed = false } = props;
  const classes = useStyles();
  const shared = usePageStyles();
  const { t } = useTranslation();
  const names = useNames();
  const partyName = usePartyName();
  const locale = useLocale();
  const { severity, entityRef, path, ask, enforcement, origin } = finding;
  const { title, why, what } = findingText(t, finding, { locale });
  const force =
    severity === 'information' || enforcement === 'off'
      ? 'informs'
      : ({ warn: 'warns', block: 'blocks' } as const)[enforcement];
  return (
    <div data-rule={finding.rule}>
      <div className={classes.head}>
        <ShapedWord
          status={SHAPES[severity]}
          word={t(`change.severityName.${severity}`)}
        />
        <span className={classes.title}>{title}</span>
        {entityRef && !entityIsNamed && <EntityName entityRef={entityRef} />}
        {origin === 'caused' && (
          <span className={shared.small}>{t(`change.findings.${force}`)}</span>
        )}
      </div>
      {path.length > 1 && (
        <DependencyPath
          path={path}
          titles={names}
          label={t('change.findings.path')}
        />
      )}
      <div className={classes.line}>{withNames(why, names)}</div>
      <div className={classes.line}>
        <strong>{t('change.findings.what')}</strong> {withNames(what, names)}
      </div>
      {ask.length > 0 && (
        <div className={shared.small}>
          {t('change.findings.ask')}{' '}
          {ask.map((ref, at) => (
            <span key={ref}>
              {at > 0 && ', '}
              <EntityName entityRef={ref} title={partyName(ref)} />
            </span>
          ))}
        </div>
      )}
    </div>
  );
};
