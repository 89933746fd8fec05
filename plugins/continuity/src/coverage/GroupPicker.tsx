import { useState } from 'react';
import { nameOfRef } from '../catalog/EntityName';
import { useTranslation } from '../translation';
import type { CoverageSearch } from './coverageSearch';
import { FilterPicker } from './FilterPicker';
import { useGroupOptions, type GroupFilter } from './useGroupOptions';

const DEFAULT_KINDS = { owner: 'group', system: 'system', domain: 'domain' };

/** A filter whose values come from the services themselves. */
export const GroupPicker = (props: {
  group: GroupFilter;
  search: CoverageSearch;
  onChange: (values: string[]) => void;
}) => {
  const { group, search, onChange } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { value, loading, error } = useGroupOptions({ group, search, open });
  const isRef = group === 'owner' || group === 'system' || group === 'domain';
  return (
    <FilterPicker
      label={t(`coverage.filter.${group}`)}
      options={value ?? []}
      chosen={search[group] ?? []}
      nameOf={each => {
        const name = value?.find(option => option.value === each)?.name;
        return name ?? (isRef ? nameOfRef(each, DEFAULT_KINDS[group]) : each);
      }}
      onChange={onChange}
      onOpen={() => setOpen(true)}
      loading={loading}
      failed={Boolean(error)}
    />
  );
};
