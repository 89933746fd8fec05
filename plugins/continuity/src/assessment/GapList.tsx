import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import ExpandLessIcon from '@material-ui/icons/ExpandLess';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type { EntityContinuity, Gap } from 'backstage-plugin-continuity-common';
import { useTranslation } from '../translation';
import { GapItem } from './GapItem';
import type { GapRemedy } from './gapRemedy';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  fold: { marginTop: theme.spacing(1) },
}));

/** What is to be done: sentences that end in an action, late ones first, information folded away. */
export const GapList = (props: {
  continuity: EntityContinuity;
  onRemedy: (remedy: GapRemedy) => void;
  /** Somebody wants to be exempt from a requirement. */
  onExempt: (requirement: string) => void;
}) => {
  const { continuity, onRemedy, onExempt } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const foldId = useId();
  const { gaps, status } = continuity;
  const toDo = lateFirst(gaps.filter(gap => gap.severity !== 'information'));
  const information = gaps.filter(gap => gap.severity === 'information');
  const count = toDo.filter(gap => !gap.exemption).length;
  const item = (gap: Gap) => (
    <GapItem
      key={`${gap.code}|${gap.requirement}|${JSON.stringify(gap.params)}`}
      gap={gap}
      continuity={continuity}
      onRemedy={onRemedy}
      onExempt={onExempt}
    />
  );

  return (
    <EntityInfoCard
      title={
        count > 0
          ? t('assessment.gaps.title', { number: String(count) })
          : t('assessment.gaps.titleNone')
      }
    >
      {toDo.length === 0 && (
        <div>
          {t(
            status === 'not-required'
              ? 'assessment.gaps.noneNotRequired'
              : 'assessment.gaps.none',
          )}
        </div>
      )}
      <ul className={classes.list}>{toDo.map(item)}</ul>
      {information.length > 0 && (
        <div className={classes.fold}>
          <Button
            size="small"
            onClick={() => setOpen(!open)}
            aria-expanded={open}
            aria-controls={foldId}
            endIcon={open ? <ExpandLessIcon /> : <ExpandMoreIcon />}
          >
            {t('assessment.gaps.showInformation', {
              count: information.length,
            })}
          </Button>
          <ul className={classes.list} id={foldId} hidden={!open}>
            {open && information.map(item)}
          </ul>
        </div>
      )}
    </EntityInfoCard>
  );
};

/** The server's order, with exempted ones last and late ones first whatever it was. */
function lateFirst(gaps: readonly Gap[]): Gap[] {
  const rank = (gap: Gap) => {
    if (gap.exemption) return 2;
    return gap.late ? 0 : 1;
  };
  return [...gaps].sort((a, b) => rank(a) - rank(b));
}
