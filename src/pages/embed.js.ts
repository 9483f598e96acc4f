/** The host's loader, under one address for good. */
import { embedScript } from '../site/embeds/assets.ts';

export const GET = async (): Promise<Response> =>
  new Response(await embedScript(process.cwd(), 'loader'), { headers: { 'content-type': 'text/javascript; charset=utf-8' } });
