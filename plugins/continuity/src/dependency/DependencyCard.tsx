import { Suspense, lazy, useState } from 'react';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import AccountTreeIcon from '@material-ui/icons/AccountTree';
import FormatListNumberedIcon from '@material-ui/icons/FormatListNumbered';
import FlashOffIcon from '@material-ui/icons/FlashOff';
import ToggleButton from '@material-ui/lab/ToggleButton';
import ToggleButtonGroup from '@material-ui/lab/ToggleButtonGroup';
import { LinkButton } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import type {
  DependencyEdgeDetail,
  EntityContinuity,
} from 'backstage-plugin-continuity-common';
import { EntityName } from '../catalog/EntityName';
import { useFormats } from '../screen/useFormats';
import { secondsOf } from '../profile/objective';
import { useTranslation } from '../translation';
import { ClassifyDialog } from './classify/ClassifyDialog';
import { CycleNote } from './CycleNote';
import { DependencyProblem } from './DependencyProblem';
import { DependencySide } from './DependencySide';
import { ExpectedRecovery } from './ExpectedRecovery';
import { GraphState } from './GraphState';
import { RunSheetDialog } from './loss/RunSheetDialog';
import { StandingNote } from './StandingNote';
import { useDependencies, type Direction } from './useDependencies';
import { useDependenciesAddress } from './useDependenciesAddress';
import { whatIfAddress } from './loss/whatIfAddress';

const DependencyPicture = lazy(() =>
  import('./picture/DependencyPicture').then(m => ({
    default: m.DependencyPicture,
  })),
);

const useStyles = makeStyles(theme => ({
  quiet: { color: theme.palette.text.secondary, marginTop: theme.spacing(1) },
  list: { margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(2.5) },
  toggle: { width: '100%' },
  side: {
    flex: 1,
    textTransform: 'none',
    color: theme.palette.text.primary,
    fontFamily: 'inherit',
    '&.Mui-selected': { fontWeight: 700, color: theme.palette.text.primary },
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1),
    margin: theme.spacing(1.5, 0, 0, -0.5),
  },
  loading: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    marginTop: theme.spacing(1.5),
    color: theme.palette.text.secondary,
  },
}));

/**
 * What the entity needs and who needs it. The numbers come with the tab; the list is asked for when somebody opens it, the picture when
 * somebody wants to see it.
 */
export const DependencyCard = (props: {
  continuity: Pick<
    EntityContinuity,
    'entityRef' | 'title' | 'dependencies' | 'file' | 'profile'
  >;
  /** Called when a classification may have changed the entity's gaps. */
  onChanged?: () => void;
}) => {
  const { continuity, onChanged } = props;
  const { entityRef, title, file } = continuity;
  const { needs, neededBy, neededByExamples, redacted } =
    continuity.dependencies;
  const classes = useStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const pageAddress = useDependenciesAddress();
  const [direction, setDirection] = useState<Direction | null>(null);
  const [picture, setPicture] = useState(false);
  const [sheet, setSheet] = useState(false);
  const [classifying, setClassifying] = useState<DependencyEdgeDetail[]>();
  const loaded = useDependencies({ entityRef, wanted: direction !== null });
  const { answer, error } = loaded;
  const nothing = needs + neededBy + redacted === 0;

  return (
    <EntityInfoCard title={t('dependency.title')}>
      <div data-testid="dependencies">
        <ToggleButtonGroup
          exclusive
          size="small"
          className={classes.toggle}
          value={direction}
          aria-label={t('dependency.direction.label')}
          onChange={(_, next: Direction | null) => setDirection(next)}
        >
          <ToggleButton value="needs" className={classes.side}>
            {t('dependency.direction.needs', { number: number(needs) })}
          </ToggleButton>
          <ToggleButton value="neededBy" className={classes.side}>
            {t('dependency.direction.neededBy', { number: number(neededBy) })}
          </ToggleButton>
        </ToggleButtonGroup>

        {direction === null && (
          <StandingNote
            dependencies={continuity.dependencies}
            rtoSeconds={secondsOf(continuity.profile.rto.value)}
          />
        )}
        {direction === null && neededBy === 0 && redacted === 0 && (
          <div className={classes.quiet}>{t('dependency.neededByNothing')}</div>
        )}
        {direction === null && neededByExamples.length > 0 && (
          <>
            <div className={classes.quiet}>
              {t('dependency.neededByExamples')}
            </div>
            <ul className={classes.list}>
              {neededByExamples.map(ref => (
                <li key={ref}>
                  <EntityName entityRef={ref} defaultKind="component" />
                </li>
              ))}
            </ul>
          </>
        )}
        {direction === null && redacted > 0 && (
          <div className={classes.quiet}>
            {t('dependency.redacted', { count: redacted })}
          </div>
        )}

        {direction && error !== undefined && (
          <DependencyProblem error={error} onRetry={loaded.reload} />
        )}
        {direction && !answer && error === undefined && (
          <div className={classes.loading} role="status">
            <CircularProgress size={18} aria-hidden />
            {t('dependency.loading')}
          </div>
        )}
        {direction && answer && (
          <>
            <DependencySide
              key={direction}
              answer={answer}
              direction={direction}
              file={file}
              loadingMore={loaded.loadingMore}
              onMore={() => loaded.loadMore(direction)}
              onClassify={item => item.edge && setClassifying([item.edge])}
            />
            {direction === 'needs' && (
              <>
                <CycleNote answer={answer} />
                <ExpectedRecovery answer={answer} />
              </>
            )}
            <GraphState data={answer} />
          </>
        )}

        {!nothing && (
          <div className={classes.actions}>
            <Button
              size="small"
              startIcon={<AccountTreeIcon />}
              onClick={() => setPicture(true)}
            >
              {t('dependency.action.picture')}
            </Button>
            <Button
              size="small"
              startIcon={<FormatListNumberedIcon />}
              onClick={() => setSheet(true)}
            >
              {t('dependency.action.runSheet')}
            </Button>
            {pageAddress && (
              <LinkButton
                size="small"
                startIcon={<FlashOffIcon />}
                to={whatIfAddress(pageAddress, { entities: [entityRef] })}
              >
                {t('dependency.action.whatIf')}
              </LinkButton>
            )}
          </div>
        )}
      </div>

      {picture && (
        <Suspense fallback={null}>
          <DependencyPicture
            entityRef={entityRef}
            title={title}
            onClose={() => setPicture(false)}
          />
        </Suspense>
      )}
      {sheet && (
        <RunSheetDialog
          request={{ mode: 'recovery', entities: [entityRef] }}
          names={title}
          onClose={() => setSheet(false)}
        />
      )}
      {classifying && (
        <ClassifyDialog
          edges={classifying}
          titles={answer?.titles ?? {}}
          onClose={() => setClassifying(undefined)}
          onChanged={() => {
            loaded.reload();
            onChanged?.();
          }}
        />
      )}
    </EntityInfoCard>
  );
};
