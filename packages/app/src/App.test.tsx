import { render, screen } from '@testing-library/react';
import App from './App';

jest.setTimeout(90_000);

describe('App', () => {
  it('asks who somebody is before it shows anything', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: { title: 'Test portal', baseUrl: 'http://localhost:3000' },
            backend: { baseUrl: 'http://localhost:7007' },
            demo: {
              people: [
                {
                  ref: 'user:default/anna',
                  name: 'Anna Schmidt',
                  role: 'Leads the checkout team',
                  shows: 'A service from the side of its owner',
                },
              ],
            },
          },
        },
      ] as any,
    };

    render(App.createRoot());

    expect(
      await screen.findByRole(
        'button',
        { name: 'Anna Schmidt' },
        { timeout: 60_000 }, // the whole app is loaded lazily
      ),
    ).toBeVisible();
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  });
});
