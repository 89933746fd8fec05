import SvgIcon, { type SvgIconProps } from '@material-ui/core/SvgIcon';

/** A shield that a pulse runs through: the sign of the plugin. */
export function ContinuityIcon(props: SvgIconProps) {
  return (
    <SvgIcon {...props}>
      <path d="M12 1.5 3.5 5v6c0 5.1 3.6 9.9 8.5 11.2 4.9-1.3 8.5-6.1 8.5-11.2V5L12 1.5zm6.5 8.5h-3.2l-1.1 3.2-2.7-7L9.1 12H5.5v-5.7L12 3.6l6.5 2.7V10zm-12.7 3.8h4.6l1-2.7 2.7 7 2.6-6.3h1.7c-.6 3.9-3.2 7.3-6.4 8.4-2.9-1-5.3-3.6-6.2-6.4z" />
    </SvgIcon>
  );
}
