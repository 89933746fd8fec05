import TextField from '@material-ui/core/TextField';
import Autocomplete from '@material-ui/lab/Autocomplete';
import { FoundEntityOption } from './FoundEntityOption';
import { useEntitySearch, type FoundEntity } from './useEntitySearch';
import { useTranslation } from '../translation';

const KINDS = ['system', 'component', 'resource'];

/** Finds a system, component or resource in the catalog while one types, and hands it on; it keeps nothing chosen. */
export const EntityFinder = (props: {
  id: string;
  label: string;
  /** What needs no mention: it is there already. */
  without: readonly string[];
  onPick: (entity: FoundEntity) => void;
}) => {
  const { id, label, without, onPick } = props;
  const { t } = useTranslation();
  const search = useEntitySearch({ kinds: KINDS });
  const options = search.found.filter(({ ref }) => !without.includes(ref));

  return (
    <Autocomplete<FoundEntity>
      id={id}
      {...search.list}
      value={null}
      inputValue={search.input}
      options={options}
      loading={search.loading}
      loadingText={t('plan.scope.searching')}
      noOptionsText={search.error?.message ?? t('plan.scope.noneFound')}
      filterOptions={all => all}
      getOptionLabel={entity => entity.title}
      getOptionSelected={(a, b) => a.ref === b.ref}
      renderOption={entity => <FoundEntityOption entity={entity} />}
      onInputChange={(_event, text, reason) =>
        search.setInput(reason === 'input' ? text : '')
      }
      onChange={(_event, entity) => {
        if (entity) onPick(entity);
        search.setInput('');
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
