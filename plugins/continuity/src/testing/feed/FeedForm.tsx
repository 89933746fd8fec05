import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import MenuItem from '@material-ui/core/MenuItem';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type {
  CalendarFeedCreated,
  CalendarScope,
} from 'backstage-plugin-continuity-common';
import { useId, useState, type FormEvent } from 'react';
import { continuityApiRef } from '../../api';
import { EntityName } from '../../catalog/EntityName';
import { errorMessage } from '../../screen/errorMessage';
import { EntityFinder } from '../../catalog/EntityFinder';
import { PartyPicker } from '../../profile/PartyPicker';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: theme.spacing(1.5),
    margin: theme.spacing(1.5, 0),
  },
  wide: { flex: 1, minWidth: 220 },
  narrow: { width: 170 },
}));

const KINDS = ['mine', 'owner', 'entity', 'all'] as const;
type Kind = (typeof KINDS)[number];
/** Left out, the policy says. */
const DAYS = [0, 30, 90, 180, 365];

/** Makes an address: whose tests, under which name, until when. */
export const FeedForm = (props: {
  entityRef?: string;
  onCreated: (feed: CalendarFeedCreated) => void;
}) => {
  const { onCreated } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const id = useId();
  const [kind, setKind] = useState<Kind>(props.entityRef ? 'entity' : 'mine');
  const [owner, setOwner] = useState({ ref: '', title: '' });
  const [entity, setEntity] = useState<{ ref: string; title?: string }>({
    ref: props.entityRef ?? '',
  });
  const [name, setName] = useState('');
  const [days, setDays] = useState(0);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const scope: CalendarScope | undefined = {
    mine: { kind: 'mine' as const },
    all: { kind: 'all' as const },
    owner: owner.ref ? { kind: 'owner' as const, ref: owner.ref } : undefined,
    entity: entity.ref
      ? { kind: 'entity' as const, ref: entity.ref }
      : undefined,
  }[kind];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!scope) return;
    setBusy(true);
    setError(undefined);
    try {
      onCreated(
        await api.tests.createFeed({
          scope,
          ...(name.trim() && { name: name.trim() }),
          ...(days > 0 && { expiresInDays: days }),
        }),
      );
    } catch (e) {
      setBusy(false);
      setError(t('testing.failed', { message: errorMessage(e) }));
    }
  };

  return (
    <form onSubmit={submit} noValidate>
      <FormLabel id={`${id}-kind`}>{t('testing.feed.whose')}</FormLabel>
      <RadioGroup
        aria-labelledby={`${id}-kind`}
        value={kind}
        onChange={(_, value) => setKind(value as Kind)}
      >
        {KINDS.map(each => (
          <FormControlLabel
            key={each}
            value={each}
            control={<Radio color="primary" size="small" />}
            label={t(`testing.feed.scope.${each}`)}
          />
        ))}
      </RadioGroup>
      {kind === 'owner' && (
        <PartyPicker
          id={`${id}-owner`}
          label={t('testing.feed.owner')}
          value={owner.ref}
          title={owner.title}
          error={asked && !owner.ref ? t('testing.feed.needed') : undefined}
          onChange={(ref, title) => setOwner({ ref, title })}
        />
      )}
      {kind === 'entity' && (
        <>
          {entity.ref && (
            <Typography variant="body2" gutterBottom>
              <EntityName entityRef={entity.ref} title={entity.title} />
            </Typography>
          )}
          <EntityFinder
            id={`${id}-entity`}
            label={t('testing.feed.entity')}
            without={[entity.ref]}
            onPick={setEntity}
          />
          {asked && !entity.ref && (
            <Typography variant="caption" color="error">
              {t('testing.feed.needed')}
            </Typography>
          )}
        </>
      )}
      <div className={classes.row}>
        <TextField
          id={`${id}-name`}
          className={classes.wide}
          label={t('testing.feed.name')}
          value={name}
          onChange={event => setName(event.target.value)}
          inputProps={{ maxLength: 100 }}
          variant="outlined"
          size="small"
        />
        <TextField
          id={`${id}-days`}
          select
          className={classes.narrow}
          label={t('testing.feed.ends')}
          value={days}
          onChange={event => setDays(Number(event.target.value))}
          variant="outlined"
          size="small"
        >
          {DAYS.map(each => (
            <MenuItem key={each} value={each}>
              {each === 0
                ? t('testing.feed.endsByPolicy')
                : t('testing.feed.endsIn', { count: each })}
            </MenuItem>
          ))}
        </TextField>
        <Button
          type="submit"
          color="primary"
          variant="contained"
          disabled={busy}
        >
          {t('testing.feed.create')}
        </Button>
      </div>
      {error && (
        <Alert severity="error" role="alert">
          {error}
        </Alert>
      )}
    </form>
  );
};
