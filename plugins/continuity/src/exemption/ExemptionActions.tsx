import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ExemptionDetail,
  ExemptionLimits,
  ExemptionSummary,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { useTranslation } from '../translation';
import { AskExemptionDialog } from './AskExemptionDialog';
import { ExemptionMoveDialog, type ExemptionMove } from './ExemptionMoveDialog';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1),
    marginLeft: theme.spacing(-0.75),
  },
}));

const MOVES = ['approve', 'refuse', 'withdraw', 'end', 'renew'] as const;

/** What the reader may do with an exemption: a button each, with what it asks for. */
export const ExemptionActions = (props: {
  exemption: ExemptionSummary;
  limits: ExemptionLimits;
  timeZone: string | undefined;
  onDone: (exemption: ExemptionDetail) => void;
}) => {
  const { exemption, limits, timeZone, onDone } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [open, setOpen] = useState<ExemptionMove | 'renew'>();
  const close = () => setOpen(undefined);
  const done = (newer: ExemptionDetail) => {
    close();
    onDone(newer);
  };
  const moves = MOVES.filter(move =>
    exemption.allowedActions.includes(`exemption.${move}`),
  );
  if (moves.length === 0) return null;
  return (
    <div className={classes.root}>
      {moves.map(move => (
        <Button
          key={move}
          size="small"
          color={move === 'approve' ? 'primary' : 'default'}
          onClick={() => setOpen(move)}
        >
          {t(`exemption.action.${move}`)}
        </Button>
      ))}
      {open === 'renew' && (
        <AskExemptionDialog
          entityRef={exemption.entityRef}
          requirement={exemption.requirement}
          renews={exemption}
          limits={limits}
          timeZone={timeZone}
          onDone={done}
          onClose={close}
        />
      )}
      {open && open !== 'renew' && (
        <ExemptionMoveDialog
          exemption={exemption}
          move={open}
          timeZone={timeZone}
          onDone={done}
          onClose={close}
        />
      )}
    </div>
  );
};
