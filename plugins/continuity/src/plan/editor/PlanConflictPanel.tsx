import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import {
  comparePlanContents,
  type PlanConflict,
  type PlanContents,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { usePartyName } from '../../profile/usePartyName';
import { Moment } from '../../record/Moment';
import { useTranslation } from '../../translation';
import { PlanDifferences } from '../PlanDifferences';
import { mergePlanContents, takePlanPart } from './mergePlanContents';
import { fileName } from '../../screen/fileName';
import { planPartName } from '../planPartText';
import { saveFile } from '../../screen/saveFile';

/** Somebody else saved meanwhile: what they changed, what both changed, and the way on with nothing lost. */
export const PlanConflictPanel = (props: {
  conflict: PlanConflict;
  base: PlanContents;
  mine: PlanContents;
  onResolve: (contents: PlanContents) => void;
}) => {
  const { conflict, base, mine, onResolve } = props;
  const { t } = useTranslation();
  const partyName = usePartyName();
  const [theirParts, setTheirParts] = useState<ReadonlySet<string>>(new Set());
  const theirs = conflict.contents;
  const who = partyName(conflict.updatedBy);

  if (!theirs) {
    return (
      <Alert
        severity="warning"
        role="alert"
        action={
          <Button
            color="inherit"
            size="small"
            onClick={() =>
              saveFile(
                `${fileName(mine.title, 'plan')}.json`,
                new Blob([JSON.stringify(mine, null, 2)], {
                  type: 'application/json',
                }),
              )
            }
          >
            {t('plan.conflict.saveMine')}
          </Button>
        }
      >
        {t('plan.conflict.closed', { who })}
      </Alert>
    );
  }
  const { merged, takenOver, clashes } = mergePlanContents({
    base,
    mine,
    theirs,
  });
  const goOn = () =>
    onResolve(
      [...theirParts].reduce(
        (contents, part) => takePlanPart(contents, part, theirs),
        merged,
      ),
    );
  const differences = comparePlanContents(mine, theirs).filter(({ part }) =>
    clashes.includes(part),
  );
  return (
    <Alert severity="warning" role="alert">
      <AlertTitle>
        {t('plan.conflict.title', { who })} <Moment at={conflict.updatedAt} />
      </AlertTitle>
      {takenOver.length > 0 && (
        <Typography variant="body2">
          {t('plan.conflict.takenOver', {
            parts: takenOver.map(part => planPartName(t, part)).join(', '),
          })}
        </Typography>
      )}
      {clashes.length > 0 && (
        <>
          <Typography variant="body2">{t('plan.conflict.clashes')}</Typography>
          <PlanDifferences
            differences={differences}
            before={t('plan.conflict.mine')}
            after={t('plan.conflict.theirs', { who })}
          />
          {clashes.map(part => (
            <RadioGroup
              key={part}
              row
              aria-label={planPartName(t, part)}
              value={theirParts.has(part) ? 'theirs' : 'mine'}
              onChange={(_, value) =>
                setTheirParts(before => {
                  const next = new Set(before);
                  if (value === 'theirs') next.add(part);
                  else next.delete(part);
                  return next;
                })
              }
            >
              <Typography
                variant="body2"
                style={{ alignSelf: 'center', marginRight: 16 }}
              >
                {planPartName(t, part)}
              </Typography>
              <FormControlLabel
                value="mine"
                control={<Radio size="small" color="primary" />}
                label={t('plan.conflict.keepMine')}
              />
              <FormControlLabel
                value="theirs"
                control={<Radio size="small" color="primary" />}
                label={t('plan.conflict.takeTheirs', { who })}
              />
            </RadioGroup>
          ))}
        </>
      )}
      <Button
        size="small"
        variant="contained"
        color="primary"
        style={{ marginTop: 8 }}
        onClick={goOn}
      >
        {t('plan.conflict.goOn')}
      </Button>
    </Alert>
  );
};
