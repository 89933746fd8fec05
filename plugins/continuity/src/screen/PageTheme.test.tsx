import {
  ThemeProvider,
  createTheme,
  getContrastRatio,
  useTheme,
} from '@material-ui/core/styles';
import { render, screen } from '@testing-library/react';
import { PageTheme } from './PageTheme';

const Secondary = () => <p>{useTheme().palette.text.secondary}</p>;

const Heading = () => {
  const { typography } = useTheme();
  return (
    <p>
      {[typography, typography.h5, typography.button]
        .map(({ fontFamily }) => fontFamily)
        .join(' ')}
    </p>
  );
};

describe('PageTheme', () => {
  it('writes everything in the font of the page around', () => {
    render(
      <ThemeProvider theme={createTheme()}>
        <PageTheme>
          <Heading />
        </PageTheme>
      </ThemeProvider>,
    );
    expect(screen.getByText('inherit inherit inherit')).toBeInTheDocument();
  });

  it.each([
    ['the light theme of Material UI', createTheme()],
    ['the dark one', createTheme({ palette: { type: 'dark' } })],
    [
      'a theme with a faint grey',
      createTheme({
        palette: {
          text: { secondary: '#999999' },
          background: { default: '#f8f8f8', paper: '#ffffff' },
        },
      }),
    ],
  ])('makes secondary text legible in %s', (_, theme) => {
    render(
      <ThemeProvider theme={theme}>
        <PageTheme>
          <Secondary />
        </PageTheme>
      </ThemeProvider>,
    );
    const colour = screen.getByText(/^(#|rgb\()/).textContent!;
    const { background } = theme.palette;
    for (const ground of [background.default, background.paper]) {
      expect(getContrastRatio(colour, ground)).toBeGreaterThanOrEqual(5.2);
    }
  });
});
