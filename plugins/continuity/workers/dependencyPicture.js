/*
 * A thread of the browser in which pictures of dependencies are laid out. It lies here as plain JavaScript, so that the bundler of whoever installs
 * the plugin finds it from the sources and from the published package alike; what it does is in the rules.
 */
import { pictureLayout, picturePlan } from 'backstage-plugin-continuity-common';

self.addEventListener('message', ({ data: { answer } }) => {
  const plan = picturePlan(answer);
  self.postMessage({ plan, layout: pictureLayout(plan) });
});
