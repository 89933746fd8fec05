import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import { makeStyles } from '@material-ui/core/styles';
import ZoomInIcon from '@material-ui/icons/ZoomIn';
import ZoomOutIcon from '@material-ui/icons/ZoomOut';
import ZoomOutMapIcon from '@material-ui/icons/ZoomOutMap';
import { useId } from 'react';
import { useTranslation } from '../../translation';
import { PictureBox } from './PictureBox';
import { PictureGroup } from './PictureGroup';
import {
  pictureNodeSize,
  type PictureLayout,
  type PicturePlan,
} from 'backstage-plugin-continuity-common';
import { useZoom } from './useZoom';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    flex: 1,
    minHeight: 0,
    display: 'flex',
  },
  tools: {
    position: 'absolute',
    top: theme.spacing(1),
    right: theme.spacing(2.5),
    zIndex: 1,
    display: 'flex',
    borderRadius: theme.shape.borderRadius,
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
  },
  frame: {
    flex: 1,
    overflow: 'auto',
    display: 'flex',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    background: theme.palette.background.default,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
  sheet: { position: 'relative', flex: 'none', margin: 'auto' },
  scaled: {
    position: 'absolute',
    left: 0,
    top: 0,
    transformOrigin: '0 0',
  },
  list: { margin: 0, padding: 0, listStyle: 'none' },
  place: { position: 'absolute', ...pictureNodeSize },
  keys: {
    position: 'absolute',
    left: theme.spacing(1.5),
    bottom: theme.spacing(1),
    padding: theme.spacing(0.25, 1),
    fontSize: '0.75rem',
    color: theme.palette.text.secondary,
    background: theme.palette.background.paper,
    borderRadius: theme.shape.borderRadius,
    pointerEvents: 'none',
  },
}));

const DASHES: Record<string, string | undefined> = {
  soft: '8 5',
  unclassified: '2 4',
  group: '1 5',
};

/** The picture itself: boxes are links that can be focused, lines are only to be seen. */
export const PictureCanvas = (props: {
  name: string;
  root: string;
  plan: PicturePlan;
  layout: PictureLayout;
  onOpen: (place: { entityRef: string; title: string }) => void;
}) => {
  const { name, root, plan, layout, onOpen } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const { frame, scale, fit, zoomIn, zoomOut, onKeyDown } = useZoom(
    layout,
    layout.places.get(root)!,
  );
  const arrow = `arrow-${useId().replace(/:/g, '')}`;
  const keysId = useId();
  const titles = new Map(plan.nodes.map(({ id, item }) => [id, item.title]));
  const placeOf = (id: string) => {
    const { x: left, y: top } = layout.places.get(id)!;
    return { left, top };
  };
  const tools = [
    ['zoomIn', zoomIn, ZoomInIcon],
    ['zoomOut', zoomOut, ZoomOutIcon],
    ['fit', fit, ZoomOutMapIcon],
  ] as const;

  return (
    <div className={classes.root}>
      <div className={classes.tools}>
        {tools.map(([key, onClick, Icon]) => (
          <Tooltip key={key} title={t(`dependency.picture.${key}`)}>
            <IconButton
              size="small"
              aria-label={t(`dependency.picture.${key}`)}
              onClick={onClick}
            >
              <Icon />
            </IconButton>
          </Tooltip>
        ))}
      </div>
      {/* It scrolls and takes keys, so it has to be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={frame}
        className={classes.frame}
        role="region"
        aria-label={t('dependency.picture.region', { name })}
        aria-describedby={keysId}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div
          className={classes.sheet}
          style={{
            width: layout.width * scale,
            height: layout.height * scale,
          }}
        >
          <div
            className={classes.scaled}
            style={{
              width: layout.width,
              height: layout.height,
              transform: `scale(${scale})`,
            }}
          >
            <svg width={layout.width} height={layout.height} aria-hidden>
              <defs>
                <marker
                  id={arrow}
                  viewBox="0 0 8 8"
                  refX="8"
                  refY="4"
                  markerWidth="8"
                  markerHeight="8"
                  orient="auto"
                >
                  <path d="M0 0L8 4L0 8z" fill="currentColor" />
                </marker>
              </defs>
              {layout.lines.map(({ id, d, kind }) => (
                <path
                  key={id}
                  d={d}
                  data-line={kind}
                  fill="none"
                  stroke="currentColor"
                  strokeOpacity={0.7}
                  strokeWidth={1.5}
                  strokeDasharray={DASHES[kind]}
                  markerEnd={`url(#${arrow})`}
                />
              ))}
            </svg>
            <ul className={classes.list}>
              {plan.nodes.map(node => (
                <li
                  key={node.id}
                  className={classes.place}
                  style={placeOf(node.id)}
                >
                  <PictureBox node={node} isRoot={node.id === root} />
                </li>
              ))}
              {plan.clusters.map(cluster => (
                <li
                  key={cluster.id}
                  className={classes.place}
                  style={placeOf(cluster.id)}
                >
                  <PictureGroup
                    cluster={cluster}
                    isRoot={cluster.through === root}
                    name={titles.get(cluster.through) ?? cluster.through}
                    onOpen={onOpen}
                  />
                </li>
              ))}
            </ul>
          </div>
        </div>
      </div>
      <div id={keysId} className={classes.keys}>
        {t('dependency.picture.keys')}
      </div>
    </div>
  );
};
