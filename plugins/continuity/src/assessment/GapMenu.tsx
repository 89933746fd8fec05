import IconButton from '@material-ui/core/IconButton';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import MoreVertIcon from '@material-ui/icons/MoreVert';
import {
  coversRequirement,
  isExemptible,
  type EntityContinuity,
  type Gap,
} from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { useTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  button: { padding: 2, margin: theme.spacing(-0.25, -0.5, 0, 0.5) },
}));

type Known = Pick<EntityContinuity, 'exemptions' | 'allowedActions'>;

/** Whether an exemption that would cover the gap waits for somebody to decide. */
export function isAskedFor(gap: Gap, { exemptions }: Known): boolean {
  return Boolean(
    !gap.exemption &&
      gap.severity !== 'information' &&
      exemptions?.items.some(
        ({ state, requirement }) =>
          state === 'asked' && coversRequirement(requirement, gap.requirement),
      ),
  );
}

/** What else can be done about a gap than mending it; nothing where the reader can do nothing. */
export const GapMenu = (props: {
  gap: Gap;
  /** What the gap says. */
  name: string;
  continuity: Known;
  onExempt: (requirement: string) => void;
}) => {
  const { gap, name, continuity, onExempt } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const menuId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const mayAsk =
    gap.severity !== 'information' &&
    !gap.exemption &&
    isExemptible(gap.requirement) &&
    continuity.exemptions !== undefined &&
    continuity.allowedActions.includes('exemption.create') &&
    !isAskedFor(gap, continuity);
  if (!mayAsk) return null;
  return (
    <>
      <IconButton
        size="small"
        className={classes.button}
        aria-label={t('exemption.action.menu', { name })}
        aria-haspopup="menu"
        aria-controls={anchor ? menuId : undefined}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <MoreVertIcon fontSize="small" />
      </IconButton>
      <Menu
        id={menuId}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
      >
        <MenuItem
          onClick={() => {
            setAnchor(null);
            onExempt(gap.requirement);
          }}
        >
          {t('exemption.action.ask')}
        </MenuItem>
      </Menu>
    </>
  );
};
