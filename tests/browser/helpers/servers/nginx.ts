/** nginx with our sample. */
import { join } from 'node:path';
import { replaceEach, type ServerKind, type Setting, startProgram } from './program.ts';

export const nginx: ServerKind = {
  name: 'nginx',
  program: 'nginx',
  // The module for it is not among nginx's own.
  brotli: false,
  start: (setting) => startNginx(setting, false),
};

/** The same; `oembed` takes in the files that answer for oEmbed, as their heads say. */
export function startNginx(setting: Setting, oembed: boolean): Promise<() => Promise<void>> {
  const { folder, root, plainPort, port, openPort, certificate, key, sample, write } = setting;
  const site = replaceEach(sample('nginx.conf'), {
    'listen 80;': `listen 127.0.0.1:${plainPort};`,
    'listen [::]:80;': '',
    'listen 443 ssl http2;': `listen 127.0.0.1:${port} ssl http2;`,
    'listen [::]:443 ssl http2;': openPort === undefined ? '' : `listen 127.0.0.1:${openPort};`,
    '/etc/letsencrypt/live/example.org/fullchain.pem': certificate,
    '/etc/letsencrypt/live/example.org/privkey.pem': key,
    '/srv/no-empty-cells': root,
    ...(oembed && { 'set $nec_asked': `include ${write('oembed-server.conf', sample('oembed/nginx/server.conf'))};\n    set $nec_asked` }),
  });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(folder, name)};`);
  const config = `daemon off;
pid ${join(folder, 'nginx.pid')};
error_log stderr error;
worker_processes 2;
events { worker_connections 1024; }
http {
sendfile on;
tcp_nopush on;
${temporary.join('\n')}
${oembed ? `include ${write('oembed-http.conf', sample('oembed/nginx/http.conf'))};` : ''}
include ${write('site.conf', site)};
}
`;
  return startProgram(setting, 'nginx', ['-c', write('nginx.conf', config), '-p', folder, '-e', 'stderr']);
}
