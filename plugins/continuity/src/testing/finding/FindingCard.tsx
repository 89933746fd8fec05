import { Link } from '@backstage/core-components';
import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import { makeStyles } from '@material-ui/core/styles';
import type { FindingSummary } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { nameOfRef } from '../../catalog/EntityName';
import { partyName } from '../../profile/valueText';
import { useTranslation } from '../../translation';
import { findingAddress } from './findingAddress';
import {
  FindingDue,
  FindingSeverityMark,
  FindingStateMark,
} from './FindingMarks';
import { allowedMoves, type FindingMove } from './findingMoves';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1, 1.25),
    marginBottom: theme.spacing(1),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    background: theme.palette.background.paper,
    overflowWrap: 'anywhere',
  },
  movable: { cursor: 'grab' },
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5),
  },
  title: { fontWeight: 600 },
  facts: {
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.25),
    fontSize: '0.875rem',
    marginTop: theme.spacing(0.5),
  },
}));

/** A finding on the board. */
export const FindingCard = (props: {
  finding: FindingSummary;
  findings: string;
  onMove: (move: FindingMove) => void;
  onDragStart: () => void;
  onDragEnd: () => void;
}) => {
  const { finding, findings, onMove, onDragStart, onDragEnd } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const moves = allowedMoves(finding);
  const isDone = finding.state === 'verified' || finding.state === 'accepted';
  const [first] = finding.entities;
  return (
    <li
      className={`${classes.root} ${moves.length > 0 ? classes.movable : ''}`}
      draggable={moves.length > 0}
      onDragStart={event => {
        // without it Firefox drags nothing
        event.dataTransfer.setData('text/plain', finding.id);
        onDragStart();
      }}
      onDragEnd={onDragEnd}
    >
      <div className={classes.head}>
        <Link
          to={findingAddress(findings, finding.id)}
          className={classes.title}
        >
          {finding.title}
        </Link>
        {moves.length > 0 && (
          <>
            <IconButton
              size="small"
              aria-haspopup="menu"
              aria-label={t('finding.board.menu', { title: finding.title })}
              onClick={event => setAnchor(event.currentTarget)}
            >
              <MoreVertIcon fontSize="small" />
            </IconButton>
            <Menu
              open={anchor !== null}
              anchorEl={anchor}
              onClose={() => setAnchor(null)}
            >
              {moves.map(move => (
                <MenuItem
                  key={move}
                  onClick={() => {
                    setAnchor(null);
                    onMove(move);
                  }}
                >
                  {t(`finding.action.${move}`)}
                </MenuItem>
              ))}
            </Menu>
          </>
        )}
      </div>
      <div className={classes.facts}>
        <FindingSeverityMark severity={finding.severity} />
        {isDone ? (
          <FindingStateMark state={finding.state} />
        ) : (
          <FindingDue finding={finding} />
        )}
        <span>
          {t('finding.by', {
            who: finding.owner.title ?? partyName(finding.owner.ref),
          })}
        </span>
        {first && (
          <span>
            {first.title ?? nameOfRef(first.entityRef, 'component')}
            {finding.entities.length > 1 &&
              ` ${t('finding.more', { count: finding.entities.length - 1 })}`}
          </span>
        )}
      </div>
    </li>
  );
};
