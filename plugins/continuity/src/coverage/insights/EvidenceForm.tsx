import { useApi } from '@backstage/core-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import type { EvidenceScope } from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { continuityApiRef } from '../../api';
import { errorMessage } from '../../screen/errorMessage';
import { nameOfRef } from '../../catalog/EntityName';
import { useContinuityPolicy } from '../../policy/useContinuityPolicy';
import { useTranslation } from '../../translation';

const fromAddress = [
  'owner',
  'system',
  'domain',
  'kind',
  'type',
  'entityRefs',
] as const;
type FromAddress = (typeof fromAddress)[number];

const useStyles = makeStyles(theme => ({
  fields: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    margin: theme.spacing(1, 0, 2),
  },
  wide: { minWidth: 220 },
}));

/** Asks for a pack: of which time, and about what. Filters of the page's address count, too, so that other pages can lead here. */
export const EvidenceForm = (props: { onAsked: () => void }) => {
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const location = useLocation();
  const policy = useContinuityPolicy();
  const params = new URLSearchParams(location.search);
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState(params.get('from') ?? '');
  const [to, setTo] = useState(params.get('to') ?? '');
  const [tiers, setTiers] = useState<string[]>(params.getAll('tier'));
  const [search, setSearch] = useState(params.get('search') ?? '');
  const [given, setGiven] = useState<Array<[FromAddress, string]>>(
    fromAddress.flatMap(key =>
      params.getAll(key).map((value): [FromAddress, string] => [key, value]),
    ),
  );
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  const ask = async () => {
    setBusy(true);
    setError(undefined);
    const scope: EvidenceScope = {
      ...(tiers.length > 0 && { tier: tiers }),
      ...(search.trim() && { search: search.trim() }),
    };
    for (const [key, value] of given) {
      scope[key] = [...(scope[key] ?? []), value];
    }
    try {
      await api.audit.createPack({
        title: title.trim(),
        ...(from && { from }),
        ...(to && { to }),
        scope,
      });
      props.onAsked();
    } catch (e) {
      setError(e);
    }
    setBusy(false);
  };

  const allTiers = policy.value?.policy.tiers ?? [];
  const nameOfTier = (id: string) =>
    allTiers.find(tier => tier.id === id)?.title ?? id;
  return (
    <EntityInfoCard title={t('evidence.make')}>
      <form
        aria-label={t('evidence.make')}
        onSubmit={event => {
          event.preventDefault();
          ask();
        }}
      >
        <div className={classes.fields}>
          <TextField
            variant="outlined"
            size="small"
            id="evidence-name"
            className={classes.wide}
            label={t('evidence.name')}
            placeholder={t('evidence.namePlaceholder')}
            value={title}
            onChange={event => setTitle(event.target.value)}
            inputProps={{ maxLength: 200 }}
            InputLabelProps={{ shrink: true }}
          />
          <TextField
            variant="outlined"
            size="small"
            id="evidence-from"
            type="date"
            label={t('evidence.from')}
            value={from}
            onChange={event => setFrom(event.target.value)}
            InputLabelProps={{ shrink: true }}
          />
          <TextField
            variant="outlined"
            size="small"
            id="evidence-to"
            type="date"
            label={t('evidence.to')}
            value={to}
            onChange={event => setTo(event.target.value)}
            InputLabelProps={{ shrink: true }}
          />
          <TextField
            variant="outlined"
            size="small"
            id="evidence-tiers"
            className={classes.wide}
            select
            label={t('evidence.tiers')}
            value={tiers}
            onChange={event =>
              setTiers(event.target.value as unknown as string[])
            }
            InputLabelProps={{ shrink: true }}
            SelectProps={{
              multiple: true,
              displayEmpty: true,
              renderValue: chosen =>
                (chosen as string[]).map(nameOfTier).join(', ') ||
                t('evidence.allTiers'),
            }}
          >
            {allTiers.map(tier => (
              <MenuItem key={tier.id} value={tier.id}>
                {tier.title}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            variant="outlined"
            size="small"
            id="evidence-search"
            className={classes.wide}
            label={t('evidence.search')}
            value={search}
            onChange={event => setSearch(event.target.value)}
            inputProps={{ maxLength: 200 }}
            InputLabelProps={{ shrink: true }}
          />
          {given.map(([key, value]) => (
            <Chip
              key={`${key} ${value}`}
              label={t('evidence.also', {
                filter: t(`evidence.filter.${key}`),
                value: value.includes(':') ? nameOfRef(value) : value,
              })}
              onDelete={() =>
                setGiven(before =>
                  before.filter(each => each[0] !== key || each[1] !== value),
                )
              }
            />
          ))}
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={busy}
          >
            {t(busy ? 'evidence.making' : 'evidence.make')}
          </Button>
        </div>
      </form>
      <Typography variant="body2" color="textSecondary">
        {t('evidence.onlySeen')}
      </Typography>
      {error !== undefined && (
        <Alert severity="error" role="alert">
          {t('evidence.failed', { message: errorMessage(error) })}
        </Alert>
      )}
    </EntityInfoCard>
  );
};
