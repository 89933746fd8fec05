import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EntityContinuity,
  RiskAssessment,
} from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../../api';
import { ViewToggle } from '../../screen/ViewToggle';
import { useTranslation } from '../../translation';
import { AnalysisCardFrame } from '../analysis/AnalysisCardFrame';
import { AnalysisFacts } from '../analysis/AnalysisFacts';
import { AtItsSystem } from '../analysis/AtItsSystem';
import { RiskDialog } from './RiskDialog';
import { RiskList } from './RiskList';
import { RiskMatrix } from './RiskMatrix';
import { TakenOverFrom } from '../analysis/TakenOverFrom';

const MOST_RISKS = 5;
const RATINGS = ['rating', 'residual'] as const;

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
}));

/** What could disrupt it, what is done about that, and until when the assessment holds. */
export const RiskCard = (props: {
  continuity: EntityContinuity;
  onChanged: (continuity: EntityContinuity) => void;
}) => {
  const { continuity, onChanged } = props;
  const { risk, entityRef, allowedActions, timeZone } = continuity;
  const { current, draft } = risk;
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const mayEdit = allowedActions.includes('analysis.update');
  return (
    <AnalysisCardFrame
      sort="risk"
      continuity={continuity}
      discard={(draftId, request) =>
        api.analyses.discardRiskAssessment(entityRef, draftId, request)
      }
      editor={how => <RiskDialog continuity={continuity} {...how} />}
      onChanged={onChanged}
    >
      {onEdit =>
        current ? (
          <>
            {risk.from && <TakenOverFrom entityRef={risk.from} />}
            <Assessed current={current} />
            <AnalysisFacts
              analysis={current}
              dueOn={risk.dueOn}
              dueAt={risk.dueAt}
              timeZone={timeZone}
            />
          </>
        ) : (
          <>
            <p style={{ marginTop: 0 }}>
              {t('analysis.risk.teach')}{' '}
              {risk.required && t('analysis.risk.requiredNone')}
            </p>
            <AtItsSystem continuity={continuity} sort="risk" />
            {mayEdit && !draft && (
              <Button color="primary" variant="outlined" onClick={onEdit}>
                {t('analysis.risk.start')}
              </Button>
            )}
          </>
        )
      }
    </AnalysisCardFrame>
  );
};

function Assessed({ current }: { current: RiskAssessment }) {
  const classes = useStyles();
  const { t } = useTranslation();
  const [which, setWhich] = useState<(typeof RATINGS)[number]>('rating');
  return (
    <div className={classes.columns}>
      <div>
        <ViewToggle
          label={t('analysis.risk.show')}
          value={which}
          views={RATINGS}
          nameOf={each =>
            t(
              each === 'rating'
                ? 'analysis.risk.before'
                : 'analysis.risk.after',
            )
          }
          onChange={setWhich}
        />
        <RiskMatrix content={current.content} which={which} />
      </div>
      <RiskList content={current.content} most={MOST_RISKS} />
    </div>
  );
}
