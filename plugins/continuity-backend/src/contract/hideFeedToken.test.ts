import { MiddlewareFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { mockServices } from '@backstage/backend-test-utils';
import express from 'express';
import request from 'supertest';
import { hideFeedToken, urlOf } from './hideFeedToken';

/** As a backend mounts a plugin: what it logs, and what the plugin still knows. */
function aBackend() {
  const logger = mockServices.logger.mock();
  const framework = MiddlewareFactory.create({
    config: mockServices.rootConfig(),
    logger,
  });
  const router = express.Router();
  router.use('/tests/calendar.ics', hideFeedToken);
  router.get('/tests/calendar.ics', (req, res) => {
    res.json({ url: req.url, path: req.path, known: urlOf(req) });
  });
  router.get('/tests', (req, res) => {
    res.json({ url: req.url, path: req.path, known: urlOf(req) });
  });
  const app = express();
  app.use(framework.logging());
  app.use('/api/continuity', router);
  const logged = () => JSON.stringify(logger.info.mock.calls);
  return { app, logged };
}

describe('hideFeedToken', () => {
  it.each([
    ['/api/continuity/tests/calendar.ics?token=s3cret', 200],
    ['/api/continuity/tests/calendar.ics/?token=s3cret', 200],
    ['/api/continuity/tests/CALENDAR.ics?a=1&token=s3cret', 200],
    ['/api/continuity/tests/calendar.ics/more?token=s3cret', 404],
  ])('keeps the token of %s out of the log', async (url, status) => {
    const { app, logged } = aBackend();
    await request(app).get(url).expect(status);
    expect(logged()).toMatch(/calendar\.ics/i);
    expect(logged()).not.toContain('s3cret');
  });

  it('lets the call itself read the query', async () => {
    const { app } = aBackend();
    const url = '/api/continuity/tests/calendar.ics?token=s3cret';
    const { body } = await request(app).get(url).expect(200);
    expect(body).toEqual({
      url: '/tests/calendar.ics',
      path: '/tests/calendar.ics',
      known: url,
    });
  });

  it('leaves other calls as they are', async () => {
    const { app, logged } = aBackend();
    const url = '/api/continuity/tests?limit=5';
    const { body } = await request(app).get(url).expect(200);
    expect(body).toEqual({ url: '/tests?limit=5', path: '/tests', known: url });
    expect(logged()).toContain('limit=5');
  });
});
