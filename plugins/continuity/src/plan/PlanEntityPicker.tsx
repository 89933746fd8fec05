import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import useDebounce from 'react-use/esm/useDebounce';
import { useTranslation } from '../translation';

interface Found {
  ref: string;
  title: string;
}

const KINDS = ['system', 'component', 'resource'];
const SHOWN = 20;
const PAUSE_MS = 250;

/** Finds a system, component or resource in the catalog while one types, and hands it on; it keeps nothing chosen. */
export const PlanEntityPicker = (props: {
  id: string;
  label: string;
  /** What needs no mention: it is there already. */
  without: readonly string[];
  onPick: (entity: Found) => void;
}) => {
  const { id, label, without, onPick } = props;
  const { t } = useTranslation();
  const catalogApi = useApi(catalogApiRef);
  const [open, setOpen] = useState(false);
  const [input, setInput] = useState('');
  const [term, setTerm] = useState('');
  useDebounce(() => setTerm(input.trim()), PAUSE_MS, [input]);

  const found = useAsync(async () => {
    if (!open) return [];
    const { items } = await catalogApi.queryEntities({
      filter: { kind: KINDS },
      fields: ['kind', 'metadata.name', 'metadata.namespace', 'metadata.title'],
      limit: SHOWN,
      ...(term
        ? {
            fullTextFilter: {
              term,
              fields: ['metadata.name', 'metadata.title'],
            },
          }
        : {}),
    });
    return items.map(foundOf);
  }, [catalogApi, open, term]);
  const options = (found.value ?? []).filter(
    ({ ref }) => !without.includes(ref),
  );

  return (
    <Autocomplete<Found>
      id={id}
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      value={null}
      inputValue={input}
      options={options}
      loading={found.loading}
      loadingText={t('plan.scope.searching')}
      noOptionsText={found.error?.message ?? t('plan.scope.noneFound')}
      filterOptions={all => all}
      getOptionLabel={entity => entity.title}
      getOptionSelected={(a, b) => a.ref === b.ref}
      renderOption={entity => (
        <div>
          <Typography variant="body2">{entity.title}</Typography>
          <Typography variant="caption" color="textSecondary">
            {entity.ref}
          </Typography>
        </div>
      )}
      onInputChange={(_event, text, reason) =>
        setInput(reason === 'input' ? text : '')
      }
      onChange={(_event, entity) => {
        if (entity) onPick(entity);
        setInput('');
      }}
      renderInput={params => (
        <TextField
          {...params}
          label={label}
          placeholder={t('plan.scope.search')}
          variant="outlined"
          size="small"
        />
      )}
    />
  );
};

function foundOf(entity: Entity): Found {
  return {
    ref: stringifyEntityRef(entity),
    title: entity.metadata.title ?? entity.metadata.name,
  };
}
