import DirectionsWalkIcon from '@material-ui/icons/DirectionsWalk';
import FileCopyIcon from '@material-ui/icons/FileCopy';
import FindInPageIcon from '@material-ui/icons/FindInPage';
import ForumIcon from '@material-ui/icons/Forum';
import RestoreIcon from '@material-ui/icons/Restore';
import SwapHorizIcon from '@material-ui/icons/SwapHoriz';
import TheatersIcon from '@material-ui/icons/Theaters';
import type { TestDepth } from 'backstage-plugin-continuity-common';

const ICONS: Record<TestDepth, typeof RestoreIcon> = {
  review: FindInPageIcon,
  walkthrough: DirectionsWalkIcon,
  tabletop: ForumIcon,
  simulation: TheatersIcon,
  parallel: FileCopyIcon,
  failover: SwapHorizIcon,
  restore: RestoreIcon,
};

/** Each depth has an icon of its own; the word stands beside it, or in the label of what it is in. */
export const DepthIcon = (props: { depth: TestDepth; className?: string }) => {
  const Icon = ICONS[props.depth];
  return (
    <Icon
      aria-hidden
      className={props.className}
      data-depth={props.depth}
      fontSize="inherit"
    />
  );
};
