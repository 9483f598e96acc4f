/** `npm test -- bytes`: what readers have to load, after gzip. Prints it and fails where it is over its budget. Needs the built site. */
import { embedBytes } from './embeds.ts';
import { storyBytes } from './story.ts';

embedBytes();
await storyBytes();
