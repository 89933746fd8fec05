import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { EntityContinuity } from 'backstage-plugin-continuity-common';
import { EntityName } from '../catalog/EntityName';
import { legibleColour } from '../status/legibleColour';
import { statusColour } from '../status/statusColour';
import { StatusShape } from '../status/StatusShape';
import { useTranslation } from '../translation';
import { partyName } from './valueText';

const useStyles = makeStyles({
  mark: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    marginLeft: 8,
    fontSize: '0.8125rem',
  },
});

const PROBLEMS = {
  missing: 'profile.party.missing',
  'empty-group': 'profile.party.emptyGroup',
  'wrong-kind': 'profile.party.wrongKind',
} as const;

/** A recovery owner or alternate, marked where nobody can answer under that name. */
export const PartyName = (props: {
  entityRef: string;
  parties: EntityContinuity['parties'];
}) => {
  const { entityRef, parties } = props;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const party = parties[entityRef];
  const problem = PROBLEMS[party?.state as keyof typeof PROBLEMS];
  const ground = theme.palette.background.paper;
  return (
    <>
      <EntityName entityRef={entityRef} title={partyName(entityRef, parties)} />
      {problem && (
        <span
          className={classes.mark}
          style={{
            color: legibleColour({
              colour: statusColour(theme, 'at-risk'),
              background: ground,
            }),
          }}
        >
          <StatusShape status="at-risk" ground={ground} size={14} />
          {t(problem)}
        </span>
      )}
    </>
  );
};
