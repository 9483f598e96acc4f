/** On a chart's page: the form over the lines to paste. */
import { setUpEmbedForm } from './form.ts';

for (const part of document.querySelectorAll<HTMLElement>('.embed-code')) setUpEmbedForm(part);
