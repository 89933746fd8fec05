import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useTranslation } from '../translation';
import { partyName } from './valueText';

interface Party {
  ref: string;
  title: string;
}

const SEARCHED = [
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
  'spec.profile.email',
];
const SHOWN = 20;
const PAUSE_MS = 250;

/** Finds a user or group in the catalog while one types. */
export const PartyPicker = (props: {
  id: string;
  label: string;
  /** Ref of who is chosen; empty for nobody. */
  value: string;
  /** The chosen one's name, where it is known. */
  title?: string | null;
  error?: string;
  onChange: (ref: string, title: string) => void;
}) => {
  const { id, label, value, title, error, onChange } = props;
  const { t } = useTranslation();
  const catalogApi = useApi(catalogApiRef);
  const [open, setOpen] = useState(false);
  const [input, setInput] = useState('');
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(input.trim()), PAUSE_MS, [input]);

  const chosen: Party | null = value
    ? { ref: value, title: title ?? partyName(value) }
    : null;
  const found = useAsync(async () => {
    if (!open) return [];
    const searching = term && term !== chosen?.title;
    const { items } = await catalogApi.queryEntities({
      filter: { kind: ['user', 'group'] },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'spec.profile',
      ],
      limit: SHOWN,
      ...(searching ? { fullTextFilter: { term, fields: SEARCHED } } : {}),
    });
    return items.map(partyOf);
  }, [catalogApi, open, term]);
  const options = found.value ?? [];

  return (
    <Autocomplete<Party>
      id={id}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      value={chosen}
      options={options}
      loading={found.loading}
      loadingText={t('profile.edit.ownerSearching')}
      noOptionsText={found.error?.message ?? t('profile.edit.ownerNone')}
      filterOptions={all => all}
      getOptionLabel={party => party.title}
      getOptionSelected={(a, b) => a.ref === b.ref}
      renderOption={party => (
        <div>
          <Typography variant="body2">{party.title}</Typography>
          <Typography variant="caption" color="textSecondary">
            {party.ref}
          </Typography>
        </div>
      )}
      onInputChange={(_event, text) => setInput(text)}
      onChange={(_event, party) =>
        onChange(party?.ref ?? '', party?.title ?? '')
      }
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          placeholder={t('profile.edit.ownerSearch')}
          variant="outlined"
          size="small"
          error={Boolean(error)}
          helperText={error}
        />
      )}
    />
  );
};

function partyOf(entity: Entity): Party {
  const ref = stringifyEntityRef(entity);
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return {
    ref,
    title: profile?.displayName ?? entity.metadata.title ?? partyName(ref),
  };
}
