/** On a chart's page: the form over the lines to paste. */
import { attempt } from '../shell/attempt.ts';
import { setUpEmbedForm } from './form.ts';

for (const part of document.querySelectorAll<HTMLElement>('.embed-code')) attempt(() => setUpEmbedForm(part));
