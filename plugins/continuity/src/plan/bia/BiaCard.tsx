import Button from '@material-ui/core/Button';
import { useApi } from '@backstage/core-plugin-api';
import type { Bia, EntityContinuity } from 'backstage-plugin-continuity-common';
import { continuityApiRef } from '../../api';
import { cadenceText } from '../../policy/cadenceText';
import { useTranslation } from '../../translation';
import { AnalysisCardFrame } from '../analysis/AnalysisCardFrame';
import { AnalysisFacts, useFactStyles } from '../analysis/AnalysisFacts';
import { mtpdText, rpoText } from '../analysis/analysisWords';
import { AtItsSystem } from '../analysis/AtItsSystem';
import { BiaCurve } from './BiaCurve';
import { BiaDialog } from './BiaDialog';
import { PendingBia } from './PendingBia';
import { TakenOverFrom } from '../analysis/TakenOverFrom';

/** After how long a disruption is intolerable, what that asks for, and until when the analysis holds. */
export const BiaCard = (props: {
  continuity: EntityContinuity;
  onChanged: (continuity: EntityContinuity) => void;
}) => {
  const { continuity, onChanged } = props;
  const { bia, entityRef, allowedActions, timeZone } = continuity;
  const { current, draft, pending } = bia;
  const api = useApi(continuityApiRef);
  const mayEdit = allowedActions.includes('analysis.update');
  return (
    <AnalysisCardFrame
      sort="bia"
      continuity={continuity}
      pending={
        pending && (
          <PendingBia
            pending={pending}
            continuity={continuity}
            onChanged={onChanged}
          />
        )
      }
      discard={(draftId, request) =>
        api.analyses.discardBia(entityRef, draftId, request)
      }
      editor={how => <BiaDialog continuity={continuity} {...how} />}
      onChanged={onChanged}
    >
      {onEdit =>
        current ? (
          <>
            {bia.from && <TakenOverFrom entityRef={bia.from} />}
            <BiaCurve bia={current} profile={continuity.profile} />
            <Findings continuity={continuity} current={current} />
            <AnalysisFacts
              analysis={current}
              dueOn={bia.dueOn}
              dueAt={bia.dueAt}
              timeZone={timeZone}
            />
          </>
        ) : (
          <NoBia
            continuity={continuity}
            required={bia.required}
            mayEdit={mayEdit && !draft}
            onStart={onEdit}
          />
        )
      }
    </AnalysisCardFrame>
  );
};

function NoBia(props: {
  continuity: EntityContinuity;
  required: boolean;
  mayEdit: boolean;
  onStart: () => void;
}) {
  const { continuity, required, mayEdit, onStart } = props;
  const { t } = useTranslation();
  return (
    <>
      <p style={{ marginTop: 0 }}>
        {t('analysis.bia.teach')} {required && t('analysis.bia.requiredNone')}{' '}
        {mayEdit && t('analysis.bia.teachShort')}
      </p>
      <AtItsSystem continuity={continuity} sort="bia" />
      {mayEdit ? (
        <Button color="primary" variant="outlined" onClick={onStart}>
          {t('analysis.bia.start')}
        </Button>
      ) : null}
    </>
  );
}

/** What the analysis comes to, in words: what the curve can't say. */
function Findings(props: { continuity: EntityContinuity; current: Bia }) {
  const { continuity, current } = props;
  const { recommendation } = continuity.bia;
  const { content, result } = current;
  const classes = useFactStyles();
  const { t } = useTranslation();
  const actual = continuity.tier?.id;
  const comparison = () => {
    if (actual === undefined) return t('analysis.bia.tierUnset');
    return actual === recommendation?.tier
      ? t('analysis.bia.tierMatches')
      : t('analysis.bia.tierDiffers', { tier: actual });
  };
  return (
    <dl className={classes.list}>
      <dt>{t('analysis.bia.mtpd')}</dt>
      <dd>{mtpdText(t, result)}</dd>
      <dt>{t('analysis.bia.rpo')}</dt>
      <dd>{rpoText(t, result.rpo)}</dd>
      {recommendation && (
        <>
          <dt>{t('analysis.bia.tier')}</dt>
          <dd>
            {recommendation.tier ?? t('analysis.bia.noTier')} ({comparison()})
          </dd>
        </>
      )}
      {content.dataLoss && (
        <>
          <dt>{t('analysis.bia.dataLoss')}</dt>
          <dd>{content.dataLoss}</dd>
        </>
      )}
      {content.criticalPeriods.length > 0 && (
        <>
          <dt>{t('analysis.bia.periods')}</dt>
          <dd>
            {content.criticalPeriods
              .map(({ text, every }) =>
                every ? `${text} (${cadenceText(t, every)})` : text,
              )
              .join(', ')}
          </dd>
        </>
      )}
    </dl>
  );
}
